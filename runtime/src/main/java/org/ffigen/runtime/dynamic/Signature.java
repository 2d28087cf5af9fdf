package org.ffigen.runtime.dynamic;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The types of a C function. Immutable: safe for any thread.
 *
 * @param result what it returns
 * @param parameters what it takes
 * @param fixed how many parameters come before C's {@code ...}; their number if it takes no variable arguments
 */
public record Signature(NativeType result, List<NativeType> parameters, int fixed) {
    /**
     * Checks the types.
     *
     * @throws IllegalArgumentException if a parameter is void, or a variable argument has a type that C promotes
     */
    public Signature {
        Objects.requireNonNull(result, "result");
        for (int i = 0; i < parameters.size(); i++) {
            Objects.requireNonNull(parameters.get(i), "parameter " + (i + 1));
        }
        parameters = List.copyOf(parameters);
        if (fixed < 0 || fixed > parameters.size()) {
            throw new IllegalArgumentException(fixed + " of " + parameters.size() + " parameters");
        }
        for (int i = 0; i < parameters.size(); i++) {
            NativeType type = parameters.get(i);
            if (type == NativeType.VOID) {
                throw new IllegalArgumentException("parameter " + (i + 1) + " is void");
            }
            if (i >= fixed && isPromoted(type)) {
                throw new IllegalArgumentException("variable argument " + (i + 1) + " is " + type
                        + ", which C passes as " + (type == NativeType.F32 ? "f64" : "i32"));
            }
        }
    }

    private static boolean isPromoted(NativeType type) {
        return type == NativeType.F32 || type == NativeType.BOOL || type == NativeType.I8 || type == NativeType.U8
                || type == NativeType.I16 || type == NativeType.U16;
    }

    /**
     * A function with a fixed number of arguments.
     *
     * @param result what it returns; {@link NativeType#VOID} for nothing
     * @param parameters what it takes
     * @return the signature
     * @throws IllegalArgumentException if a parameter is void
     */
    public static Signature of(NativeType result, NativeType... parameters) {
        return new Signature(result, Arrays.asList(parameters), parameters.length);
    }

    /**
     * One way to call a variadic function.
     *
     * @param count how many of the parameters C declares before {@code ...}
     * @return this signature, whose further parameters are passed as variable arguments
     * @throws IllegalArgumentException if there are fewer, or a further one has a type that C promotes
     */
    public Signature variadicAfter(int count) {
        return new Signature(result, parameters, count);
    }

    boolean isVariadic() {
        return fixed < parameters.size();
    }
}
