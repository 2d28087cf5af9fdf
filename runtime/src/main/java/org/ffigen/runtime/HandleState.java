package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a handle points to is closed: one state for all handles with its address, as long as one of them exists.
 * Once it is closed, C may give the same address to something new, which gets a state of its own. Safe for any thread.
 */
final class HandleState {
    private static final ConcurrentMap<Key, Entry> OPEN = new ConcurrentHashMap<>();
    private static final ReferenceQueue<HandleState> FORGOTTEN = new ReferenceQueue<>();

    private record Key(Class<?> type, long address) {}

    private static final class Entry extends WeakReference<HandleState> {
        private final Key key;

        Entry(HandleState state) {
            super(state, FORGOTTEN);
            this.key = state.key;
        }
    }

    private final Key key;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** How many nonblocking calls have it as an argument; guarded by this. */
    private int held;
    /** What frees it, if that is not what its class says. */
    private volatile @Nullable Consumer<MemorySegment> release;

    private HandleState(Key key) {
        this.key = key;
    }

    static HandleState of(Class<?> type, long address) {
        for (Reference<?> gone = FORGOTTEN.poll(); gone != null; gone = FORGOTTEN.poll()) {
            OPEN.remove(((Entry) gone).key, gone);
        }
        Key key = new Key(type, address);
        while (true) {
            Entry entry = OPEN.get(key);
            HandleState known = entry == null ? null : entry.get();
            if (known != null) {
                return known;
            }
            HandleState fresh = new HandleState(key);
            Entry added = new Entry(fresh);
            if (entry == null ? OPEN.putIfAbsent(key, added) == null : OPEN.replace(key, entry, added)) {
                return fresh;
            }
        }
    }

    /** It came from an instance of the library, which frees it. */
    void releasedBy(Consumer<MemorySegment> instance) {
        release = instance;
    }

    @Nullable
    Consumer<MemorySegment> release() {
        return release;
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Keeps it open until {@link #letGo()}; false if it is closed. */
    synchronized boolean hold() {
        if (closed.get()) {
            return false;
        }
        held++;
        return true;
    }

    synchronized void letGo() {
        held--;
    }

    /**
     * Whether it was open until now. Before C frees the memory, so that what it allocates there next is not this.
     *
     * @throws IllegalStateException if a nonblocking call has it
     */
    synchronized boolean close() {
        if (closed.get()) {
            return false;
        }
        if (held > 0) {
            throw new IllegalStateException("it is an argument of a nonblocking call that has not ended");
        }
        closed.set(true);
        OPEN.computeIfPresent(key, (same, entry) -> entry.get() == this ? null : entry);
        return true;
    }

    /** C did not close it. */
    void reopen() {
        OPEN.putIfAbsent(key, new Entry(this));
        closed.set(false);
    }
}
