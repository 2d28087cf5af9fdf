package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/**
 * Stubs that must not be freed yet because C may still be in them: those of once-only callbacks that have run, and those
 * that were closed while they ran. Each is freed by the thread that ran it, when its outermost native call has returned;
 * or by any, when that thread has ended. Safe for any thread.
 */
final class DeferredStubs {
    /** @param attracted whether the thread's native calls were made to look here */
    private record Waiting(StubGuard guard, Arena arena, Thread thread, boolean attracted) {
        boolean canBeHere() {
            return thread == Thread.currentThread() || !thread.isAlive();
        }

        /** A note of a thread that is gone, or of this one where it is not in C, is stale. */
        boolean runsElsewhere() {
            Thread running = guard.runningOn();
            return running != null && running != Thread.currentThread() && running.isAlive();
        }
    }

    private static final List<Waiting> WAITING = new ArrayList<>();

    private DeferredStubs() {
    }

    /** To be freed when this thread has left C. */
    static void add(StubGuard guard, Arena arena) {
        add(guard, arena, Thread.currentThread(), GeneratedCalls.callIsBelow());
    }

    /** To be freed when another thread, which is in the stub, has left C. */
    static void add(StubGuard guard, Arena arena, Thread thread) {
        add(guard, arena, thread, true);
    }

    private static void add(StubGuard guard, Arena arena, Thread thread, boolean attract) {
        synchronized (WAITING) {
            WAITING.add(new Waiting(guard, arena, thread, attract));
        }
        if (attract) {
            Upcalls.attract();
        }
    }

    /** Frees what can be freed now. */
    static void free() {
        List<Waiting> due;
        synchronized (WAITING) {
            due = WAITING.stream().filter(waiting -> waiting.canBeHere() && !waiting.runsElsewhere()).toList();
            if (due.isEmpty() || GeneratedCalls.adapterIsBelow()) {
                return;
            }
            WAITING.removeAll(due);
        }
        due.forEach(DeferredStubs::free);
    }

    private static void free(Waiting waiting) {
        try {
            waiting.arena.close();
        } catch (WrongThreadException ofAThreadThatEnded) {
            // A confined arena without its thread: some kilobytes are lost, which nobody could free.
        } catch (IllegalStateException passedToARunningCall) {
            synchronized (WAITING) {
                WAITING.add(waiting);
            }
            return;
        }
        if (waiting.attracted) {
            Upcalls.unattract();
        }
    }

    static int count() {
        synchronized (WAITING) {
            return WAITING.size();
        }
    }
}
