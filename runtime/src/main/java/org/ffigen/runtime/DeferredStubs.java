package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stubs that must not be freed yet because C may still be in them: those of once-only callbacks that have run, and those
 * that were closed while they ran. Each waits for the thread that ran it, which frees it when its outermost native call
 * has returned, or, if C started that thread, when C calls something else on it with nothing of Java below. Those of a
 * thread that has ended are freed when the next callback is made. Safe for any thread.
 */
final class DeferredStubs {
    /**
     * @param group those that C may be in, or still call from there
     * @param attracted whether the thread's native calls were made to look here
     */
    private record Waiting(StubGroup group, Arena arena, boolean attracted) {
        /** @param outside whether this thread is not in C; a note that says otherwise, or is of a dead thread, is stale */
        boolean isRun(boolean outside) {
            Thread running = group.runningOn();
            return running != null && running.isAlive() && !(outside && running == Thread.currentThread());
        }
    }

    /**
     * All that wait for one thread.
     *
     * @param mayBeOfC whether C may have started the thread, so that it never returns to Java
     */
    private record OfThread(boolean mayBeOfC, List<Waiting> stubs) {}

    /** Changed, also the lists in it, under its own monitor. Whether a thread has anything in it is asked without. */
    private static final Map<Thread, OfThread> WAITING = new ConcurrentHashMap<>();
    /** How many wait; changed under the same monitor. A plain read is enough: what a thread left itself, it sees. */
    private static int count;

    private DeferredStubs() {
    }

    /** To be freed when this thread has left C. */
    static void add(StubGroup group, Arena arena) {
        Thread thread = Thread.currentThread();
        boolean ofC = !WAITING.containsKey(thread) && GeneratedCalls.isThreadOfC();
        add(thread, ofC, new Waiting(group, arena, GeneratedCalls.callIsBelow()));
    }

    /** To be freed when another thread, which is in one of them, has left C. */
    static void add(StubGroup group, Arena arena, Thread thread) {
        add(thread, true, new Waiting(group, arena, true));
    }

    private static void add(Thread thread, boolean mayBeOfC, Waiting waiting) {
        addAgain(thread, mayBeOfC, waiting);
        if (waiting.attracted) {
            Upcalls.attract();
        }
    }

    private static void addAgain(Thread thread, boolean mayBeOfC, Waiting waiting) {
        synchronized (WAITING) {
            OfThread all = WAITING.get(thread);
            if (all == null) {
                all = new OfThread(mayBeOfC, new ArrayList<>(1));
                WAITING.put(thread, all);
            }
            all.stubs.add(waiting);
            count++;
        }
    }

    /** After a native call: frees what waits for this thread, if that was its outermost. */
    static void free() {
        if (count != 0 && WAITING.containsKey(Thread.currentThread()) && !GeneratedCalls.adapterIsBelow()) {
            free(Thread.currentThread(), true, null);
        }
    }

    /** When a callback is made: frees also what waits for threads that have ended. */
    static void freeAll() {
        if (count == 0) {
            return;
        }
        boolean outside = !GeneratedCalls.adapterIsBelow();
        for (Thread thread : WAITING.keySet()) {
            if (thread == Thread.currentThread() ? outside : !thread.isAlive()) {
                free(thread, outside, null);
            }
        }
    }

    /** Whether {@link #freeBefore} may have something to do. */
    static boolean areThere() {
        return count != 0;
    }

    /** When C calls back: if it comes from nothing but C, this thread has left all that it ran before. Never throws. */
    static void freeBefore(StubGuard entered) {
        try {
            OfThread own = WAITING.get(Thread.currentThread());
            if (own != null && own.mayBeOfC && GeneratedCalls.nothingIsBelow()) {
                free(Thread.currentThread(), true, entered);
            }
        } catch (Throwable exhausted) {
            // Nothing may come out into C. What was not freed now waits for the next time.
        }
    }

    /** @param entered never freed: C is in it */
    private static void free(Thread thread, boolean outside, @Nullable StubGuard entered) {
        List<Waiting> due = new ArrayList<>();
        OfThread all;
        synchronized (WAITING) {
            all = WAITING.remove(thread);
            if (all == null) {
                return;
            }
            OfThread rest = new OfThread(all.mayBeOfC, new ArrayList<>(1));
            for (Waiting waiting : all.stubs) {
                (entered != null && waiting.group.has(entered) || waiting.isRun(outside) ? rest.stubs : due)
                        .add(waiting);
            }
            if (!rest.stubs.isEmpty()) {
                WAITING.put(thread, rest);
            }
            count -= due.size();
        }
        for (Waiting waiting : due) {
            freeOne(thread, all.mayBeOfC, waiting);
        }
    }

    private static void freeOne(Thread thread, boolean mayBeOfC, Waiting waiting) {
        try {
            // What was closed while it ran for its one call waits twice.
            if (waiting.arena.scope().isAlive()) {
                waiting.arena.close();
            }
        } catch (WrongThreadException ofAThreadThatEnded) {
            // A confined arena without its thread: some kilobytes are lost, which nobody could free.
        } catch (IllegalStateException passedToARunningCall) {
            addAgain(thread, mayBeOfC, waiting);
            return;
        }
        if (waiting.attracted) {
            Upcalls.unattract();
        }
    }

    static int count() {
        synchronized (WAITING) {
            return count;
        }
    }
}
