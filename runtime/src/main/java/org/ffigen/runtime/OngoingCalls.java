package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * How many calls into a library that can be closed have begun and not ended: those of one platform thread, or of all
 * virtual ones, with those that end on another thread than they began. Generated code gets it from
 * {@link ClosableLibrary#enter()} before a call, and calls {@link #leave()} after it, on the same thread.
 */
public final class OngoingCalls {
    private static final VarHandle ENDED;
    /** So far apart lie the numbers of two threads, that a processor's cache does not hold them together. */
    private static final long DISTANCE = 128;

    static {
        try {
            ENDED = MethodHandles.lookup().findVarHandle(OngoingCalls.class, "ended", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final @Nullable Thread thread;
    private final @Nullable CallGate gate;
    /** Where the number of calls that have begun is written, for whoever closes. */
    private final MemorySegment begun = Arena.ofAuto().allocate(DISTANCE, DISTANCE);
    /** The same memory, as long as the gate is open. An old one does no harm: its arena is closed. */
    private MemorySegment guarded = begun;
    /** The same number, for the thread itself. */
    private long known;
    private long ended;

    /**
     * @param thread whose calls are counted; null for those that the gate counts
     * @param gate null for those of a thread, which would keep it from being collected
     */
    OngoingCalls(@Nullable Thread thread, @Nullable CallGate gate) {
        this.thread = thread;
        this.gate = gate;
    }

    /** @param arena which is closed before the number is read */
    void guardBy(NativeAccess access, Arena arena) {
        guarded = access.reinterpret(begun, DISTANCE, arena, null);
    }

    /** Notes a call of this thread; false, and nothing is noted, if the gate is closed. */
    boolean begin() {
        long next = known + 1;
        try {
            guarded.set(JAVA_LONG, 0, next);
        } catch (IllegalStateException closed) {
            // The access may have been the last thing before this thread was told.
            begun.set(JAVA_LONG, 0, known);
            return false;
        }
        known = next;
        return true;
    }

    /** Notes that a call has ended, whichever way. */
    public void leave() {
        if (gate == null) {
            ENDED.setRelease(this, ended + 1);
        } else {
            gate.leaveShared();
        }
    }

    /** Whether none is under way. Of a thread whose gate is closed. */
    boolean areNone() {
        return (long) ENDED.getAcquire(this) == begun.get(JAVA_LONG, 0);
    }

    boolean isOfDeadThread() {
        return thread != null && !thread.isAlive();
    }
}
