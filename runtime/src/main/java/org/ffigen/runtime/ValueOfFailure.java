package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is at the place of an out-parameter when the call throws: the size that a buffer needs, the handle that an open
 * which failed gives all the same. The exception that the method throws has it among its
 * {@linkplain Throwable#getSuppressed() suppressed} ones. A handle is the caller's to close. Immutable.
 *
 * {@snippet :
 * try {
 *     database = Sqlite3Library.open(path, flags, null);
 * } catch (SqliteException failed) {
 *     ValueOfFailure.of(failed, "ppDb").ifPresent(handle -> ((Sqlite3) handle).close());
 *     throw failed;
 * }
 * }
 */
public sealed class ValueOfFailure extends Exception permits TextOfFailure {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final transient Object value;

    ValueOfFailure(String parameter, Object value) {
        super(parameter + " = " + value, null, false, false);
        this.parameter = parameter;
        this.value = value;
    }

    /**
     * The parameter.
     *
     * @return its name in C; its name in Java if the header gives it none
     */
    public String parameter() {
        return parameter;
    }

    /**
     * What is at its place.
     *
     * @return a value of the type that the method would have given: an {@code Integer}, a handle, a {@code String}
     */
    public Object value() {
        return value;
    }

    /**
     * What is at the place of a parameter of the call that failed.
     *
     * @param failed what the call threw
     * @param parameter the parameter's name in C
     * @return the value; empty if it is zero or NULL, or there is no such parameter
     */
    public static Optional<Object> of(Throwable failed, String parameter) {
        return Stream.of(failed.getSuppressed())
                .filter(ValueOfFailure.class::isInstance)
                .map(ValueOfFailure.class::cast)
                .filter(kept -> kept.parameter.equals(parameter))
                .map(ValueOfFailure::value)
                .findFirst();
    }

    /**
     * Keeps what is at a place with the exception that a call threw. Zero and NULL are what the place held before, or
     * say no more than it. For generated code.
     *
     * @param failed what the call threw
     * @param parameter the parameter's name
     * @param place the place
     * @param value gives what is there; not asked for nothing
     */
    public static void keep(Throwable failed, String parameter, Pointer<?> place,
            Supplier<? extends @Nullable Object> value) {
        try {
            Object kept = isZero(place.segment()) ? null : value.get();
            if (kept != null) {
                failed.addSuppressed(kept instanceof String text
                        ? new TextOfFailure(parameter, text)
                        : new ValueOfFailure(parameter, kept));
            }
        } catch (Throwable second) {
            failed.addSuppressed(second);
        }
    }

    private static boolean isZero(MemorySegment place) {
        for (long at = 0; at < place.byteSize(); at++) {
            if (place.get(ValueLayout.JAVA_BYTE, at) != 0) {
                return false;
            }
        }
        return true;
    }
}
