package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Java code behind a C function pointer, with a life of its own: until {@link #close()}, or for one call only. A
 * function pointer that lives as long as an arena needs none.
 *
 * <p>
 * It works until its end even if Java forgets it, since C may hold its address. Afterwards the pointer throws where Java
 * passes it on; C, if it has kept the raw address, must not call it any more. C may call it on any thread; that alone
 * does not keep the virtual machine running, {@link #ref()} does.
 *
 * <p>
 * Safe for any thread.
 *
 * @param <F> the functional interface with the function's signature
 */
public final class Callback<F> implements AutoCloseable {
    private final StubGuard guard;
    private final StubGroup alone;
    private final Arena stub = Arena.ofShared();
    private final FunctionPointer<F> pointer;
    private int references;
    private boolean ended;

    private Callback(NativeAccess access, MethodHandle target, FunctionDescriptor descriptor, boolean once) {
        Upcalls.prepare();
        DeferredStubs.freeAll();
        this.guard = once ? StubGuard.once(this::ranOnce) : StubGuard.untilClosed();
        this.alone = new StubGroup(List.of(guard));
        this.pointer = FunctionPointer.of(access.upcallStub(guard.around(target, descriptor), descriptor, stub));
    }

    /**
     * Code that C may call until {@link #close()}.
     *
     * @param <F> the functional interface
     * @param access reaches native code
     * @param target the code; it throws nothing
     * @param descriptor the C signature
     * @return the callback
     * @throws IllegalArgumentException if the signature is not supported
     * @throws IllegalCallerException if native access is denied
     */
    public static <F> Callback<F> untilClosed(NativeAccess access, MethodHandle target,
            FunctionDescriptor descriptor) {
        return new Callback<>(access, target, descriptor, false);
    }

    /**
     * Code that C may call once; should it call again before its stub is freed, it gets zero. The stub is freed when
     * the outermost native call of the thread it ran on has returned. A thread that C started has no such call: there it
     * is freed when C next calls other Java code on it, or some time after that thread has ended.
     *
     * @param <F> the functional interface
     * @param access reaches native code
     * @param target the code; it throws nothing
     * @param descriptor the C signature
     * @return the callback; it need not be closed unless C never calls it
     * @throws IllegalArgumentException if the signature is not supported
     * @throws IllegalCallerException if native access is denied
     */
    public static <F> Callback<F> once(NativeAccess access, MethodHandle target, FunctionDescriptor descriptor) {
        return new Callback<>(access, target, descriptor, true);
    }

    /**
     * What to pass to C.
     *
     * @return the function pointer
     * @throws IllegalStateException if the callback has ended
     */
    public synchronized FunctionPointer<F> pointer() {
        throwIfEnded();
        return pointer;
    }

    /**
     * Whether C may call it.
     *
     * @return false once it is closed or, if it was for one call, called
     */
    public synchronized boolean isOpen() {
        return !ended;
    }

    /**
     * Keeps the virtual machine running until as many calls of {@link #unref()}, or the callback's end.
     *
     * @return how many hold on now
     * @throws IllegalStateException if the callback has ended
     */
    public synchronized int ref() {
        throwIfEnded();
        KeepAlive.hold();
        return ++references;
    }

    /**
     * Takes one {@link #ref()} back, if there is one.
     *
     * @return how many hold on now, never less than 0
     * @throws IllegalStateException if the callback has ended
     */
    public synchronized int unref() {
        throwIfEnded();
        if (references > 0) {
            KeepAlive.release(1);
            references--;
        }
        return references;
    }

    /** As {@link #ref()}; nothing if another thread's call ended it meanwhile. */
    synchronized void refIfOpen() {
        if (!ended) {
            ref();
        }
    }

    /** As {@link #unref()}; nothing if another thread's call ended it meanwhile. */
    synchronized void unrefIfOpen() {
        if (!ended) {
            unref();
        }
    }

    /**
     * Ends it. The memory of its stub is freed at once, or when a call that got the pointer, or another thread that is
     * in it, has left C.
     *
     * @throws IllegalStateException if it has ended already, or is called by the callback itself; nothing is changed
     *         then
     */
    @Override
    public synchronized void close() {
        throwIfEnded();
        if (isWithin(alone)) {
            throw new IllegalStateException("a callback cannot be closed from within itself: C is still in it."
                    + " Close it after the native call, or make it for one call only");
        }
        close(alone, alone.runningOn());
    }

    /** Whether this thread is in C that called one of them. */
    static boolean isWithin(StubGroup group) {
        return group.runningOn() == Thread.currentThread() && GeneratedCalls.adapterIsBelow();
    }

    /** What ends with others, from within none of them: who runs one of these decides. */
    synchronized void close(StubGroup group, @Nullable Thread running) {
        if (ended) {
            return;
        }
        end();
        if (running != null && running != Thread.currentThread()) {
            DeferredStubs.add(group, stub, running);
        } else {
            free();
        }
    }

    StubGuard guard() {
        return guard;
    }

    private void free() {
        try {
            stub.close();
        } catch (IllegalStateException passedToARunningCall) {
            DeferredStubs.add(alone, stub);
        }
    }

    /** On the thread that runs it, before C goes on. */
    private synchronized void ranOnce() {
        if (!ended) {
            end();
        }
        DeferredStubs.add(alone, stub);
    }

    private void end() {
        ended = true;
        guard.close();
        KeepAlive.release(references);
        references = 0;
    }

    private void throwIfEnded() {
        if (ended) {
            throw new IllegalStateException("the callback is closed");
        }
    }
}
