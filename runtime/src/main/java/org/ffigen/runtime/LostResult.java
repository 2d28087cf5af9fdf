package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
            AfterCall.ofCallback(thrown);
            throw thrown;
        }
    }

    /**
     * Frees a result that was refused.
     *
     * @param thrown what the caller gets instead; what freeing throws is suppressed by it
     * @param result what C gave, maybe NULL
     * @param free frees it
     */
    public static void free(Throwable thrown, MemorySegment result, Consumer<MemorySegment> free) {
        freeLost(thrown, result, free);
        AfterCall.judged(thrown);
    }

    /** Reads what C gave and frees it, whatever reading comes to: what else C gave is to be freed if that fails. */
    static <T extends @Nullable Object> T take(MemorySegment address, Function<MemorySegment, T> read,
            Consumer<MemorySegment> free) {
        try {
            try {
                return read.apply(address);
            } finally {
                if (address.address() != 0) {
                    free.accept(address);
                }
            }
        } catch (Throwable failed) {
            AfterCall.judged(failed);
            throw failed;
        }
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
