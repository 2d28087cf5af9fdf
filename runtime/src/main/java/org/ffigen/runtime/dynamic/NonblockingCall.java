package org.ffigen.runtime.dynamic;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A call on a platform thread of its own, since one that blocks in C would hold the carrier of a virtual thread. It holds
 * on to its arguments, the library and the virtual machine until C has returned. No class here is a binding: no
 * exception of a callback comes out of such a call, the handler of {@link org.ffigen.runtime.Upcalls#onUnhandled} gets
 * it.
 */
final class NonblockingCall implements Runnable {
    private static final AtomicInteger THREADS = new AtomicInteger();
    private static final Executor POOL = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 100, TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(), NonblockingCall::thread);

    private final Invocation invocation;
    private final MethodHandle target;
    private final @Nullable Lifetime lifetime;
    private final CompletableFuture<@Nullable Object> future = new CompletableFuture<>();

    /** @param lifetime of the library, entered; null for a function pointer */
    private NonblockingCall(Invocation invocation, MethodHandle target, @Nullable Lifetime lifetime) {
        this.invocation = invocation;
        this.target = target;
        this.lifetime = lifetime;
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon(false).name("ffigen-call-" + THREADS.incrementAndGet()).unstarted(work);
    }

    static CompletableFuture<@Nullable Object> start(Invocation invocation, MethodHandle target,
            @Nullable Lifetime lifetime) {
        NonblockingCall call = new NonblockingCall(invocation, target, lifetime);
        try {
            POOL.execute(call);
        } catch (Throwable noThread) {
            call.exit();
            call.future.completeExceptionally(noThread);
        }
        return call.future;
    }

    @Override
    public void run() {
        Object result;
        try {
            result = invocation.run(target);
        } catch (Throwable failed) {
            exit();
            future.completeExceptionally(failed);
            return;
        }
        exit();
        future.complete(result);
    }

    private void exit() {
        if (lifetime != null) {
            lifetime.exit();
        }
    }
}
