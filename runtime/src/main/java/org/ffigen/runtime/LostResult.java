package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/**
 * What C gave to be freed by the caller, who will not get it because the call throws something: it is freed here. For
 * generated code. Stateless.
 */
public final class LostResult {
    private LostResult() {
    }

    /**
     * As {@link Upcalls#rethrow()}.
     *
     * @param result what C gave, maybe NULL
     * @param free frees it, should a callback have thrown
     */
    public static void rethrow(MemorySegment result, Consumer<MemorySegment> free) {
        try {
            Upcalls.rethrow();
        } catch (Throwable thrown) {
            freeLost(thrown, result, free);
            AfterCall.ofCallback(thrown, result.address());
            throw thrown;
        }
    }

    /**
     * Frees what was refused, or cannot be read.
     *
     * @param thrown what the caller gets instead; what freeing throws is suppressed by it
     * @param result what C gave, maybe NULL
     * @param free frees it
     */
    public static void free(Throwable thrown, MemorySegment result, Consumer<MemorySegment> free) {
        freeLost(thrown, result, free);
        AfterCall.judged(thrown, result.address());
    }

    /**
     * Frees what C left at a place when a call throws: before it or behind it, of which this says nothing.
     *
     * @param thrown what the call throws; what freeing throws is suppressed by it
     * @param left what is at the place, maybe NULL
     * @param free frees it
     */
    public static void freeLeft(Throwable thrown, MemorySegment left, Consumer<MemorySegment> free) {
        AfterCall call = AfterCall.of(thrown);
        freeLost(thrown, left, free);
        AfterCall.goOn(call);
    }

    private static void freeLost(Throwable thrown, MemorySegment result, Consumer<MemorySegment> free) {
        try {
            if (result.address() != 0) {
                free.accept(result);
            }
        } catch (Throwable second) {
            if (second != thrown) {
                thrown.addSuppressed(second);
            }
        }
    }
}
