package org.ffigen.runtime;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls functions whose further arguments the header does not declare: variadic ones, such as {@code printf}, and those
 * without a prototype. Java's types say what C gets, after C's own promotions:
 *
 * <table>
 * <caption>What C gets</caption>
 * <tr><th>Java</th><th>C</th></tr>
 * <tr><td>{@code Integer}, {@code Short}, {@code Byte}, {@code Character}, {@code Boolean}, {@link IntEnum}</td>
 * <td>{@code int}</td></tr>
 * <tr><td>{@code Long}, {@link LongEnum}</td><td>{@code long long}: 64 bits</td></tr>
 * <tr><td>{@code Double}, {@code Float}</td><td>{@code double}</td></tr>
 * <tr><td>{@code String}</td><td>{@code char *}: a copy in UTF-8 that lives for the call; in another charset see
 * {@link #texts}</td></tr>
 * <tr><td>{@link MemorySegment} of native memory, {@link Pointer}</td><td>a pointer</td></tr>
 * </table>
 *
 * Anything else is refused before the call, and so is null, which has no type: NULL is {@link MemorySegment#NULL}.
 * Whether the function expects what it gets, nobody can check. A result that leads into the copy of a text leads to one
 * that lasts.
 *
 * <p>
 * Safe for any thread. One handle is kept for each combination of types, up to a limit.
 */
public final class VariadicCall {
    private static final int MOST_HANDLES = 64;
    /** With fewer arguments it is not their number that the JVM refuses. */
    private static final int FEWEST_REFUSED = 100;

    private final NativeAccess access;
    private final FunctionDescriptor declared;
    private final Linker.Option[] options;
    private final ConcurrentHashMap<String, MethodHandle> handles = new ConcurrentHashMap<>();

    VariadicCall(NativeAccess access, FunctionDescriptor declared, Linker.Option... options) {
        this.access = access;
        this.declared = declared;
        this.options = options;
    }

    /**
     * Calls a function.
     *
     * @param address the function's address
     * @param further the arguments behind the declared ones; null stands for one that is null, as Java takes a single
     *        null for the array
     * @param arguments the declared arguments as a handle takes them, after an allocator if the result is a struct or
     *        union
     * @return the result as a handle gives it, boxed; null if there is none
     * @throws IllegalArgumentException if a further argument cannot be passed, the message names its position; if there
     *         are more than the JVM passes in a call; or if the address is NULL
     * @throws Throwable nothing else
     */
    public Object call(MemorySegment address, @Nullable Object @Nullable [] further, Object... arguments)
            throws Throwable {
        @Nullable
        Object[] listed = listed(further);
        try (Scratch scratch = Scratch.open()) {
            StringBuilder shape = new StringBuilder(listed.length);
            Object[] all = new Object[arguments.length + listed.length];
            System.arraycopy(arguments, 0, all, 0, arguments.length);
            for (int i = 0; i < listed.length; i++) {
                all[arguments.length + i] = VariadicArgument.promoted(listed[i], i + 1, shape, scratch);
            }
            Object result = handle(shape.toString(), all.length).invokeExact(address, all);
            return result instanceof MemorySegment place ? scratch.lasting(place) : result;
        }
    }

    /**
     * Further arguments whose texts C reads in another charset than UTF-8.
     *
     * @param arguments the arguments, as {@link #call} takes them; not changed
     * @param charset how C reads texts
     * @return the same arguments for {@link #call}, which refuses a text with a character that the charset lacks
     */
    public static @Nullable Object[] texts(@Nullable Object @Nullable [] arguments, Charset charset) {
        Object[] passed = Arrays.copyOf(listed(arguments), listed(arguments).length, Object[].class);
        for (int i = 0; i < passed.length; i++) {
            if (passed[i] instanceof String text) {
                passed[i] = new VariadicArgument.Text(text, charset);
            }
        }
        return passed;
    }

    private static @Nullable Object[] listed(@Nullable Object @Nullable [] further) {
        return further == null ? new Object[]{null} : further;
    }

    private MethodHandle handle(String shape, int arguments) {
        MethodHandle handle = handles.get(shape);
        if (handle == null) {
            handle = make(shape, arguments);
            if (handles.size() >= MOST_HANDLES) {
                handles.clear();
            }
            handles.put(shape, handle);
        }
        return handle;
    }

    private MethodHandle make(String shape, int arguments) {
        MemoryLayout[] further = shape.chars().mapToObj(VariadicArgument::layout).toArray(MemoryLayout[]::new);
        try {
            return access.downcallHandle(declared.appendArgumentLayouts(further), options)
                    .asSpreader(Object[].class, arguments)
                    .asType(MethodType.methodType(Object.class, MemorySegment.class, Object[].class));
        } catch (IllegalArgumentException refused) {
            throw arguments < FEWEST_REFUSED
                    ? refused
                    : new IllegalArgumentException(further.length + " variadic arguments are too many: the JVM passes"
                            + " about 240 slots in a call, and a double, a long or an address takes two", refused);
        }
    }
}
