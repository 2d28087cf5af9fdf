package org.ffigen.runtime;

import static java.lang.invoke.MethodType.methodType;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the Java code behind one function pointer runs, so that its stub is never freed under C's feet, and
 * whether it may run again; if not, C gets zero.
 *
 * <p>
 * Safe for any thread. The thread that runs a callback first pays two plain writes for each run; others take a lock. What
 * another thread reads of the first may be stale; whoever acts on it looks at the stack as well.
 */
final class StubGuard {
    /** By the type of the target; such types name primitives and segments only, so there are few. */
    private static final Map<MethodType, MethodHandle> GUARDED = new ConcurrentHashMap<>();
    private static final MethodHandle MAY_ENTER;
    private static final MethodHandle ENTER;
    private static final MethodHandle LEAVE;

    static {
        MethodHandles.Lookup own = MethodHandles.lookup();
        try {
            MAY_ENTER = own.findVirtual(StubGuard.class, "mayEnter", methodType(boolean.class));
            ENTER = own.findVirtual(StubGuard.class, "enter", methodType(Thread.class));
            LEAVE = own.findStatic(StubGuard.class, "leave",
                    methodType(void.class, Throwable.class, Thread.class, StubGuard.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final @Nullable Runnable afterOnce;
    /** The thread that ran it first, and how deep it is in it: only that thread counts there, with plain writes. */
    private @Nullable Thread owner;
    private int depth;
    /** All other threads that are in it, each as often as it is; guarded by this. */
    private final List<Thread> others = new ArrayList<>();
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
        MethodHandle guarded = GUARDED.computeIfAbsent(target.type(), StubGuard::guarded);
        return MethodHandles.insertArguments(guarded, 0, this, zero(descriptor), target);
    }

    /** For all targets of a type: takes the guard, a zero if that is a segment, the target, and its arguments. */
    private static MethodHandle guarded(MethodType type) {
        MethodType all = type.insertParameterTypes(0, StubGuard.class, MemorySegment.class, MethodHandle.class);
        MethodHandle run = MethodHandles.exactInvoker(type);
        // In these, what enter() gave comes first, then the guard.
        run = MethodHandles.dropArguments(run, 0, Thread.class, StubGuard.class, MemorySegment.class);
        run = MethodHandles.tryFinally(run, leave(type.returnType()));
        MethodHandle entered = MethodHandles.foldArguments(run, ENTER);
        return MethodHandles.guardWithTest(MAY_ENTER, entered, zero(type.returnType(), all));
    }

    private static MethodHandle leave(Class<?> result) {
        if (result == void.class) {
            return LEAVE;
        }
        MethodHandle same = MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class);
        same = MethodHandles.dropArguments(same, 2, Thread.class, StubGuard.class);
        return MethodHandles.foldArguments(same, MethodHandles.dropArguments(LEAVE, 1, result));
    }

    private static MethodHandle zero(Class<?> result, MethodType all) {
        return result == MemorySegment.class
                ? MethodHandles.permuteArguments(MethodHandles.identity(result), all, 1)
                : MethodHandles.dropArguments(MethodHandles.zero(result), 0, all.parameterList());
    }

    private static MemorySegment zero(FunctionDescriptor descriptor) {
        return descriptor.returnLayout().orElse(null) instanceof GroupLayout struct
                ? Arena.ofAuto().allocate(struct)
                : MemorySegment.NULL;
    }

    private boolean mayEnter() {
        return !closed && (afterOnce == null || takeOnce());
    }

    private synchronized boolean takeOnce() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    /** Null for the owner, else the thread. */
    private @Nullable Thread enter() {
        if (DeferredStubs.areThere()) {
            DeferredStubs.freeBefore(this);
        }
        Thread thread = Thread.currentThread();
        if (thread == owner) {
            depth++;
            return null;
        }
        return enterAsOther(thread);
    }

    private synchronized @Nullable Thread enterAsOther(Thread thread) {
        if (owner == null || !owner.isAlive() && others.isEmpty()) {
            owner = thread;
            depth = 1;
            return null;
        }
        others.add(thread);
        return thread;
    }

    @SuppressWarnings("unused") // thrown: always null, the target throws nothing
    private static void leave(@Nullable Throwable thrown, @Nullable Thread other, StubGuard guard) {
        if (other == null) {
            guard.depth--;
        } else {
            guard.leaveAsOther(other);
        }
        if (guard.afterOnce != null) {
            guard.afterOnce.run();
        }
    }

    private synchronized void leaveAsOther(Thread other) {
        others.remove(other);
    }

    /** From now on C gets zero. */
    synchronized void close() {
        closed = true;
    }

    /** Who runs it: another thread than this one if there is any, then this one; null for nobody. */
    synchronized @Nullable Thread runningOn() {
        Thread current = Thread.currentThread();
        Thread running = depth > 0 ? owner : null;
        for (Thread other : others) {
            if (running == null || running == current) {
                running = other;
            }
        }
        return running;
    }
}
