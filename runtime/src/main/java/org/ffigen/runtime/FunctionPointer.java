package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;

/**
 * A C function pointer. One made from Java code can be called by C until the arena it was made in is closed; one that
 * came from C is valid as long as C says.
 *
 * <p>
 * Immutable: safe for any thread. C may call it from any thread at any time.
 *
 * @param <F> the functional interface with the function's signature
 */
public final class FunctionPointer<F> extends TypedPointer<F> {
    private FunctionPointer(MemorySegment segment) {
        super(segment);
    }

    /**
     * The function pointer at this address.
     *
     * @param <F> the functional interface with the function's signature
     * @param segment the function's address
     * @return the typed pointer
     */
    public static <F> FunctionPointer<F> of(MemorySegment segment) {
        return new FunctionPointer<>(FunctionGiver.bound(segment));
    }

    /**
     * The function to call.
     *
     * @return its address
     * @throws NullPointerException if this is the null pointer
     */
    public MemorySegment callee() {
        if (isNull()) {
            throw new NullPointerException("the function pointer is NULL");
        }
        return segment();
    }
}
