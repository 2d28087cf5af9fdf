package org.ffigen.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Function pointers that end together: C that is in one of them may have the others still to call. Safe for any thread.
 */
final class StubGroup {
    /** These are guarded by this. */
    private final List<StubGuard> guards;
    private boolean closed;
    private @Nullable Thread runningAtEnd;

    StubGroup(List<StubGuard> guards) {
        this.guards = new ArrayList<>(guards);
    }

    synchronized void add(StubGuard guard) {
        guards.add(guard);
    }

    synchronized boolean has(StubGuard guard) {
        return guards.contains(guard);
    }

    /** From now on C gets zero of all; who ran one of them when that was first said, as of {@link #runningOn()}. */
    synchronized @Nullable Thread close() {
        if (!closed) {
            closed = true;
            guards.forEach(StubGuard::close);
            runningAtEnd = runningOn();
        }
        return runningAtEnd;
    }

    /** Who runs one of them: another thread than this one if there is any, then this one; null for nobody. */
    synchronized @Nullable Thread runningOn() {
        Thread current = Thread.currentThread();
        Thread running = null;
        for (StubGuard guard : guards) {
            Thread one = guard.runningOn();
            if (one != null && (running == null || running == current)) {
                running = one;
            }
        }
        return running;
    }
}
