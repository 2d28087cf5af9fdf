package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
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
    private final transient AfterCall call;

    ValueOfFailure(String parameter, Object value, AfterCall call) {
        super(parameter + " = " + value, null, false, false);
        this.parameter = parameter;
        this.value = value;
        this.call = call;
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
     * What is at the place of a parameter of the call that failed. If an exception came out of several calls, that is the
     * last of them that has any values; those of the others are among the suppressed ones before its own.
     *
     * @param failed what the call threw
     * @param parameter the parameter's name in C
     * @return the value; empty if it is zero or NULL, or there is no such parameter
     */
    public static Optional<Object> of(Throwable failed, String parameter) {
        List<ValueOfFailure> all = keptBy(failed).toList();
        return all.stream()
                .filter(kept -> kept.call == all.getLast().call && kept.parameter.equals(parameter))
                .map(ValueOfFailure::value)
                .findFirst();
    }

    private static Stream<ValueOfFailure> keptBy(Throwable failed) {
        return Stream.of(failed.getSuppressed())
                .filter(ValueOfFailure.class::isInstance)
                .map(ValueOfFailure.class::cast);
    }

    /**
     * What is at the places of one call. The values of others, which an exception that is thrown again has as well, are
     * not among them: somebody has got these.
     *
     * @param call the call; null if C was not entered, which left nothing then
     */
    static List<Object> allOf(Throwable failed, @Nullable AfterCall call) {
        return keptBy(failed).filter(kept -> kept.call == call).map(ValueOfFailure::value).toList();
    }

    /**
     * Notes that a call throws because of what C gave. For generated code.
     *
     * @param failed what it throws
     */
    public static void judged(Throwable failed) {
        AfterCall.judged(failed);
    }

    /**
     * Keeps what is at a place with the exception that a call threw, if C was entered. Zero and NULL are what the place
     * held before, or say no more than it. An exception that keeps nothing, as it suppresses none, loses it: a handle that
     * is new is closed. For generated code.
     *
     * @param failed what the call threw
     * @param parameter the parameter's name
     * @param place the place
     * @param value gives what is there; not asked for nothing
     */
    public static void keep(Throwable failed, String parameter, Pointer<?> place,
            Supplier<? extends @Nullable Object> value) {
        AfterCall call = AfterCall.of(failed);
        if (call == null) {
            return;
        }
        try {
            Object kept = isZero(place.segment()) ? null : value.get();
            if (kept != null && !(kept instanceof OwnedPointer<?> handle && call.hasLost(handle))) {
                failed.addSuppressed(kept instanceof String text
                        ? new TextOfFailure(parameter, text, call)
                        : new ValueOfFailure(parameter, kept, call));
                if (failed.getSuppressed().length == 0 && kept instanceof OwnedPointer<?> handle) {
                    call.loses(handle.address());
                    handle.closeIfNew(1);
                }
            }
        } catch (Throwable second) {
            if (second != failed) {
                failed.addSuppressed(second);
            }
        } finally {
            // Of this value a reader or what frees it may have thrown something; the next one is of the same call.
            AfterCall.goOn(call);
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
