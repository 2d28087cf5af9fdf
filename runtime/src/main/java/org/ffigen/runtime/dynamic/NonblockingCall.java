package org.ffigen.runtime.dynamic;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.ffigen.runtime.Nonblocking;
import org.jspecify.annotations.Nullable;

/** A call on another thread that keeps its library open until C has returned. */
final class NonblockingCall {
    private static final MethodHandle RUN;

    static {
        try {
            RUN = MethodHandles.lookup()
                    .findStatic(NonblockingCall.class, "run", MethodType.methodType(Object.class, Invocation.class,
                            MethodHandle.class, UnaryOperator.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private NonblockingCall() {
    }

    /** @param lifetime of the library, entered; null for a function pointer */
    static CompletableFuture<@Nullable Object> start(Invocation invocation, MethodHandle target,
            @Nullable Lifetime lifetime, UnaryOperator<@Nullable Object> reader) {
        MethodHandle call = MethodHandles.insertArguments(RUN, 0, invocation, target, reader);
        return lifetime == null ? Nonblocking.call(call) : Nonblocking.call(call, lifetime::exit);
    }

    @SuppressWarnings("unused") // called by the handle above
    private static @Nullable Object run(Invocation invocation, MethodHandle target,
            UnaryOperator<@Nullable Object> reader) throws Throwable {
        try {
            return reader.apply(invocation.run(target));
        } finally {
            Reference.reachabilityFence(invocation);
        }
    }
}
