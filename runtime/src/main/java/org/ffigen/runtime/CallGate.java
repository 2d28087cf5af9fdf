package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls into a library, until it is closed between two calls. Each platform thread counts its own calls, with plain
 * writes to memory of a shared arena. Closing that arena is what separates: the JVM promises that no access happens
 * after it, and memory that is freed then could not be reused if one did. So a call either is in the count when it is
 * read behind the close, or finds the gate closed. An atomic operation for each call, which the linker's own guard takes
 * twice, is not needed. Virtual threads, of which there may be very many, share one atomic count, with the calls that one
 * thread begins and another ends. Safe for any thread.
 */
final class CallGate {
    private final NativeAccess access;
    private final ThreadLocal<@Nullable OngoingCalls> ofThread = new ThreadLocal<>();
    private final OngoingCalls ofNoThread = new OngoingCalls(null, this);
    private final AtomicInteger shared = new AtomicInteger();
    private volatile boolean shut;

    /** These are guarded by this object's monitor, which whoever closes holds meanwhile. */
    private final List<OngoingCalls> all = new ArrayList<>();
    private Arena arena = Arena.ofShared();
    private boolean closed;

    CallGate(NativeAccess access) {
        this.access = access;
    }

    /** Null if it is closed. */
    @Nullable
    OngoingCalls enter() {
        Thread thread = Thread.currentThread();
        if (thread.isVirtual()) {
            return enterShared();
        }
        OngoingCalls calls = ofThread.get();
        return calls != null && calls.begin() ? calls : enterAnew(thread, calls);
    }

    /** The first call of a thread, or the first after somebody has tried to close it. */
    private synchronized @Nullable OngoingCalls enterAnew(Thread thread, @Nullable OngoingCalls known) {
        if (closed) {
            return null;
        }
        OngoingCalls calls = known;
        if (calls == null) {
            all.removeIf(OngoingCalls::isOfDeadThread);
            calls = new OngoingCalls(thread, null);
            all.add(calls);
            ofThread.set(calls);
        }
        calls.guardBy(access, arena);
        calls.begin();
        return calls;
    }

    /** A call that may be left on any thread; null if it is closed. */
    @Nullable
    OngoingCalls enterShared() {
        while (true) {
            shared.incrementAndGet();
            if (!shut) {
                return ofNoThread;
            }
            shared.decrementAndGet();
            if (isClosed()) {
                return null;
            }
        }
    }

    void leaveShared() {
        shared.decrementAndGet();
    }

    /** Waits for whoever is closing it. */
    private synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Closes it, if no call is under way.
     *
     * @param addresses what to close then; if that throws, the gate is as it was. It must not unload the library, whose
     *        own code may wait for calls of other threads, and those wait here
     * @return false if there are calls
     */
    synchronized boolean close(Runnable addresses) {
        shut = true;
        arena.close();
        try {
            if (shared.get() != 0 || !all.stream().allMatch(OngoingCalls::areNone)) {
                return false;
            }
            addresses.run();
            closed = true;
            return true;
        } finally {
            if (!closed) {
                arena = Arena.ofShared();
                shut = false;
            }
        }
    }
}
