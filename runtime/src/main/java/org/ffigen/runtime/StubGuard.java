package org.ffigen.runtime;

import static java.lang.invoke.MethodType.methodType;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the Java code behind one function pointer runs, so that its stub is never freed under C's feet, and
 * whether it may run again; if not, C gets zero.
 *
 * <p>
 * Safe for any thread. What a callback pays is two plain writes: who runs is exact where one thread calls at a time,
 * and may be stale where several do; whoever acts on it looks at the stack as well.
 */
final class StubGuard {
    private static final MethodHandle MAY_ENTER;
    private static final MethodHandle ENTER;
    private static final MethodHandle LEAVE;

    static {
        MethodHandles.Lookup own = MethodHandles.lookup();
        try {
            MAY_ENTER = own.findVirtual(StubGuard.class, "mayEnter", methodType(boolean.class));
            ENTER = own.findVirtual(StubGuard.class, "enter", methodType(Thread.class));
            LEAVE = own.findVirtual(StubGuard.class, "leave", methodType(void.class, Throwable.class, Thread.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final @Nullable Runnable afterOnce;
    private @Nullable Thread runningOn;
    private boolean closed;

    private StubGuard(@Nullable Runnable afterOnce) {
        this.afterOnce = afterOnce;
    }

    static StubGuard untilClosed() {
        return new StubGuard(null);
    }

    /** @param afterwards runs on the callback's thread when its only run is over; must not throw */
    static StubGuard once(Runnable afterwards) {
        return new StubGuard(afterwards);
    }

    /** The target, entered through this guard. */
    MethodHandle around(MethodHandle target, FunctionDescriptor descriptor) {
        MethodType type = target.type();
        MethodHandle leave = LEAVE.bindTo(this);
        if (type.returnType() != void.class) {
            MethodHandle same = MethodHandles.dropArguments(MethodHandles.identity(type.returnType()), 0,
                    Throwable.class);
            same = MethodHandles.dropArguments(same, 2, Thread.class);
            MethodHandle first = MethodHandles.dropArguments(leave, 1, type.returnType());
            leave = MethodHandles.foldArguments(same, first);
        }
        MethodHandle run = MethodHandles.tryFinally(MethodHandles.dropArguments(target, 0, Thread.class), leave);
        MethodHandle entered = MethodHandles.foldArguments(run, ENTER.bindTo(this));
        return MethodHandles.guardWithTest(MAY_ENTER.bindTo(this), entered,
                MethodHandles.dropArguments(zero(type.returnType(), descriptor), 0, type.parameterList()));
    }

    private static MethodHandle zero(Class<?> type, FunctionDescriptor descriptor) {
        MemoryLayout result = descriptor.returnLayout().orElse(null);
        if (type != MemorySegment.class || result == null) {
            return MethodHandles.zero(type);
        }
        MemorySegment zero = result instanceof ValueLayout
                ? MemorySegment.NULL
                : Arena.ofAuto().allocate(result);
        return MethodHandles.constant(MemorySegment.class, zero);
    }

    private boolean mayEnter() {
        return !closed && (afterOnce == null || takeOnce());
    }

    private synchronized boolean takeOnce() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    private @Nullable Thread enter() {
        Thread before = runningOn;
        runningOn = Thread.currentThread();
        return before;
    }

    private void leave(@Nullable Throwable thrown, @Nullable Thread before) {
        runningOn = before;
        if (afterOnce != null) {
            afterOnce.run();
        }
    }

    /** From now on C gets zero. */
    synchronized void close() {
        closed = true;
    }

    /** Who runs it; null for nobody. */
    @Nullable
    Thread runningOn() {
        return runningOn;
    }

    boolean runs() {
        return runningOn != null;
    }
}
