package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * An arena for function pointers that generated code makes, where they live otherwise than memory does: for one call
 * only, or until this is closed on any thread, keeping the virtual machine running if they should.
 *
 * {@snippet :
 * library.onReady(Ready.of(status -> done(status), CallbackScope.once()));
 * }
 *
 * <p>
 * Other memory allocated from it lives until it is closed. Safe for any thread.
 */
public final class CallbackScope implements Arena {
    private static final int LEAST_LIMIT = 16;

    private final boolean once;
    private final Arena memory = Arena.ofShared();
    private final List<Callback<?>> callbacks = new ArrayList<>();
    /** At how many callbacks those that have ended are forgotten. */
    private int limit = LEAST_LIMIT;
    private int references;

    private CallbackScope(boolean once) {
        this.once = once;
    }

    /**
     * Each function pointer works for one call; should C call it again before it is freed, it gets zero. It is freed
     * when the outermost native call of the thread it ran on has returned; if C started that thread, when C next calls
     * other Java code on it, or some time after it has ended.
     *
     * @return the scope; it need not be closed unless C never calls
     */
    public static CallbackScope once() {
        return new CallbackScope(true);
    }

    /**
     * Function pointers work until {@link #close()}.
     *
     * @return the scope
     */
    public static CallbackScope untilClosed() {
        return new CallbackScope(false);
    }

    synchronized MemorySegment stub(NativeAccess access, MethodHandle target, FunctionDescriptor descriptor) {
        if (!memory.scope().isAlive()) {
            throw new IllegalStateException("the scope of callbacks is closed");
        }
        Callback<?> callback = once
                ? Callback.once(access, target, descriptor)
                : Callback.untilClosed(access, target, descriptor);
        add(callback);
        return callback.pointer().segment();
    }

    /** Remembers it. A scope may make callbacks for one call without end, so those that were called are dropped. */
    private void add(Callback<?> callback) {
        if (callbacks.size() >= limit) {
            callbacks.removeIf(known -> !known.isOpen());
            limit = Math.max(LEAST_LIMIT, 2 * callbacks.size());
        }
        callbacks.add(callback);
        for (int i = 0; i < references; i++) {
            callback.refIfOpen();
        }
    }

    synchronized int count() {
        return callbacks.size();
    }

    /**
     * Keeps the virtual machine running until {@link #unref()}, or the end of all function pointers that are made here,
     * before or after this call. A scope without one keeps nothing running.
     */
    public synchronized void ref() {
        references++;
        callbacks.forEach(Callback::refIfOpen);
    }

    /** Takes one {@link #ref()} back, if there is one. */
    public synchronized void unref() {
        if (references > 0) {
            references--;
            callbacks.forEach(Callback::unrefIfOpen);
        }
    }

    /**
     * Whether C may still call one of the function pointers made here.
     *
     * @return false once all have ended, and before there is one
     */
    public synchronized boolean isOpen() {
        return callbacks.stream().anyMatch(Callback::isOpen);
    }

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        return memory.allocate(byteSize, byteAlignment);
    }

    @Override
    public MemorySegment.Scope scope() {
        return memory.scope();
    }

    /**
     * Ends what has not ended yet, and frees the memory.
     *
     * @throws IllegalStateException if C calls one of the function pointers this moment, further down on this thread,
     *         or has memory of this as an argument; or if it is closed already. Nothing is changed then
     */
    @Override
    public synchronized void close() {
        List<Callback<?>> open = callbacks.stream().filter(Callback::isOpen).toList();
        StubGroup group = new StubGroup(open.stream().map(Callback::guard).toList());
        if (Callback.isWithin(group)) {
            throw new IllegalStateException("a scope of callbacks cannot be closed from within one of them: C is still"
                    + " in it. Close it after the native call, or make it for one call only");
        }
        memory.close();
        Thread running = group.close();
        open.forEach(callback -> callback.close(group, running));
    }
}
