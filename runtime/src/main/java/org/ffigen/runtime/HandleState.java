package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    private volatile boolean closed;
    /** The thread on which the function that frees it runs: callbacks there may still use it. */
    private volatile @Nullable Thread closing;
    /** How many nonblocking calls have it as an argument; guarded by this. */
    private int held;
    /** The instances of the library that gave it, the latest first. */
    private volatile List<Giver> givers = List.of();
    /** Whether it came from elsewhere when no instance that had given it was open. */
    private volatile boolean ofNoInstance;
    /** Whether there is more than one handle of it. */
    private boolean shared;

    private record Giver(ClosableLibrary instance, Consumer<MemorySegment> release) {
        boolean isOpen() {
            return instance.isOpen();
        }
    }

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
            HandleState known = known(entry);
            if (known != null) {
                known.shared = true;
                return known;
            }
            HandleState fresh = new HandleState(key);
            Entry added = new Entry(fresh);
            if (entry == null ? OPEN.putIfAbsent(key, added) == null : OPEN.replace(key, entry, added)) {
                return fresh;
            }
        }
    }

    /** Whether Java has a handle with that address, which is open. */
    static boolean isKnown(Class<?> type, long address) {
        return known(OPEN.get(new Key(type, address))) != null;
    }

    /** None while another thread frees it: what C gives here is something new then. */
    private static @Nullable HandleState known(@Nullable Entry entry) {
        HandleState state = entry == null ? null : entry.get();
        return state == null || state.isClosed() ? null : state;
    }

    /** An instance of the library gave it, and frees it. */
    void givenBy(ClosableLibrary instance, Consumer<MemorySegment> release) {
        List<Giver> known = givers;
        if (known.isEmpty() || known.getFirst().instance != instance) {
            add(new Giver(instance, release));
        }
    }

    private synchronized void add(Giver latest) {
        givers = Stream.concat(Stream.of(latest),
                givers.stream().filter(other -> other.instance != latest.instance && other.isOpen())).toList();
    }

    /** It came from the library that is never closed, or from a place that does not tell. */
    void givenByNoInstance() {
        if (!ofNoInstance && (givers.isEmpty() || givers.stream().noneMatch(Giver::isOpen))) {
            ofNoInstance = true;
        }
    }

    /**
     * What frees it: of several instances the latest that is open, as an older one may have freed it, so that C made
     * something new there. Null for what its class says.
     */
    @Nullable
    Consumer<MemorySegment> release() {
        List<Giver> known = givers;
        for (Giver giver : known) {
            if (giver.isOpen()) {
                return giver.release;
            }
        }
        // The closed instance says that it is closed.
        return ofNoInstance || known.isEmpty() ? null : known.getFirst().release;
    }

    /** Whether C gave it once only, as far as this thread knows. */
    boolean isNew() {
        return !shared;
    }

    /** False on the thread on which it is being freed, until that has ended. */
    boolean isClosed() {
        return closed && closing != Thread.currentThread();
    }

    /** Keeps it open until {@link #letGo()}; false if it is closed. */
    synchronized boolean hold() {
        if (closed) {
            return false;
        }
        held++;
        return true;
    }

    synchronized void letGo() {
        held--;
    }

    /**
     * Whether it was open until now: then it is to be freed, and either {@link #end()} or {@link #reopen()} follows. For
     * other threads it is closed already, as C may give its address to something new before we know.
     *
     * @throws IllegalStateException if a nonblocking call has it
     */
    synchronized boolean close() {
        if (closed) {
            return false;
        }
        if (held > 0) {
            throw new IllegalStateException("it is an argument of a nonblocking call that has not ended");
        }
        closing = Thread.currentThread();
        closed = true;
        return true;
    }

    /** C has freed it, whoever has it. */
    synchronized void end() {
        closed = true;
        closing = null;
        OPEN.computeIfPresent(key, (same, entry) -> entry.get() == this ? null : entry);
    }

    /** C did not close it. */
    synchronized void reopen() {
        OPEN.putIfAbsent(key, new Entry(this));
        closed = false;
        closing = null;
    }
}
