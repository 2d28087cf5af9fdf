package org.ffigen.cli;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs on a thread with a large stack. libclang and we follow types and expressions as deep as a header nests them, and
 * where the stack ends libclang ends the process. The memory is reserved, not used.
 */
final class DeepStack {

    private static final long BYTES = 1L << 29;

    private DeepStack() {
    }

    static <T> T call(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> result.completeAsync(work, Runnable::run), "ffigen", BYTES);
        try {
            thread.start();
        } catch (OutOfMemoryError refused) {
            // The system gives no stack of that size: the one we are on serves all but hostile headers.
            return work.get();
        }
        return result.join();
    }
}
