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
 * Once it is closed, C may give the same address to something new, which gets a state of its own; so it may while the
 * function that frees it runs, as nobody but C knows whether that is done. If C then says that it was not, both are one
 * again. Safe for any thread.
 */
final class HandleState {
    private static final ConcurrentMap<Key, Entry> OPEN = new ConcurrentHashMap<>();
    /** Guards that of two states only one becomes the other. */
    private static final Object LINKS = new Object();
    private static final ReferenceQueue<HandleState> FORGOTTEN = new ReferenceQueue<>();
    /**
     * What stands for a class of handles in {@link #OPEN}, which is never unloaded: with the class itself that would keep
     * its loader, and all handles in static fields, for ever.
     */
    private static final ClassValue<Object> TYPES = new ClassValue<>() {
        @Override
        protected Object computeValue(Class<?> type) {
            return new Object();
        }
    };
    /** Of every null pointer: there is nothing that could be closed, so nothing that handles would have to share. */
    private static final HandleState OF_NULL = new HandleState(new Key(new Object(), 0));

    private record Key(Object type, long address) {
        static Key of(Class<?> handles, long address) {
            return new Key(TYPES.get(handles), address);
        }
    }

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
    /** What had the address and was being freed when this came; null once it does not matter. */
    private volatile @Nullable HandleState before;
    /** The state that counts instead of this, once it is known that both are of one thing. */
    private volatile @Nullable HandleState same;
    /** Whether C has it in its hands for a call, and may free it; guarded by this. */
    private boolean lent;
    /** Whether it is C's from the call on, also if that fails; guarded by this. */
    private boolean givenAway;
    /** Whether C has freed it through another state. */
    private volatile boolean freed;
    /** How many nonblocking calls have it as an argument; guarded by this. */
    private int held;
    /** The instances of the library that gave it, the latest first. */
    private volatile List<Giver> givers = List.of();
    /** Whether it came from elsewhere when no instance that had given it was open. */
    private volatile boolean ofNoInstance;
    /** How many handles of it were made; guarded by this. */
    private int handles = 1;

    private record Giver(ClosableLibrary instance, Consumer<MemorySegment> release) {
        boolean isOpen() {
            return instance.isOpen();
        }
    }

    private HandleState(Key key) {
        this.key = key;
    }

    static HandleState of(Class<?> type, long address) {
        if (address == 0) {
            return OF_NULL;
        }
        for (Reference<?> gone = FORGOTTEN.poll(); gone != null; gone = FORGOTTEN.poll()) {
            OPEN.remove(((Entry) gone).key, gone);
        }
        Key key = Key.of(type, address);
        while (true) {
            Entry entry = OPEN.get(key);
            HandleState known = entry == null ? null : entry.get();
            if (known != null && !known.closed) {
                known.add(1, 0);
                return known;
            }
            HandleState fresh = new HandleState(key);
            fresh.before = known;
            Entry added = new Entry(fresh);
            if (entry == null ? OPEN.putIfAbsent(key, added) == null : OPEN.replace(key, entry, added)) {
                return fresh;
            }
        }
    }

    /** Whether Java has a handle with that address, which is open, or will be if the call fails that has it. */
    static boolean isKnown(Class<?> type, long address) {
        Entry entry = OPEN.get(Key.of(type, address));
        HandleState state = entry == null ? null : entry.get();
        return state != null && (!state.closed || state.root().isLentHere());
    }

    private synchronized boolean isLentHere() {
        return lent && !givenAway && closing == Thread.currentThread();
    }

    /** C shows it to a callback: if that address is being freed on this thread, it is the same thing. */
    void shown() {
        HandleState dying = before;
        if (dying != null && dying.closing == Thread.currentThread()) {
            become(dying);
            before = null;
            OPEN.computeIfPresent(key, (_, entry) -> entry.get() == this ? new Entry(dying) : entry);
        }
    }

    /** Both are of one thing: what holds this holds the other. Nothing if the other is known to be this already. */
    private void become(HandleState other) {
        HandleState root;
        int moreHandles;
        int moreHeld;
        synchronized (LINKS) {
            root = other.root();
            if (root == this) {
                return;
            }
            synchronized (this) {
                same = root;
                closed = true;
                moreHandles = handles;
                handles = 0;
                moreHeld = held;
                held = 0;
            }
        }
        root.add(moreHandles, moreHeld);
    }

    /** The state that counts. */
    private HandleState root() {
        HandleState root = this;
        for (HandleState next = root.same; next != null; next = root.same) {
            root = next;
        }
        if (root != this) {
            same = root;
        }
        return root;
    }

    private void add(int moreHandles, int moreHeld) {
        HandleState other;
        synchronized (this) {
            other = same;
            if (other == null) {
                handles += moreHandles;
                held += moreHeld;
                return;
            }
        }
        other.add(moreHandles, moreHeld);
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

    /** Whether there are no other handles of it than those that C gave just now. @param given how many these are */
    boolean isNew(int given) {
        HandleState root = root();
        synchronized (root) {
            return root.handles == given;
        }
    }

    /** False on the thread on which it is being freed, until that has ended. */
    boolean isClosed() {
        if (!closed) {
            return false;
        }
        HandleState root = root();
        return root == this ? closing != Thread.currentThread() : root.isClosed();
    }

    /** Keeps it open until {@link #letGo()}; false if it is closed. */
    boolean hold() {
        HandleState other;
        synchronized (this) {
            other = same;
            if (other == null) {
                held += closed ? 0 : 1;
                return !closed;
            }
        }
        return other.hold();
    }

    void letGo() {
        HandleState other;
        synchronized (this) {
            other = same;
            if (other == null) {
                held--;
                return;
            }
        }
        other.letGo();
    }

    /**
     * Begins to free it. For other threads it is closed from now on.
     *
     * @return what is to be freed, for which either {@link #end()} or {@link #reopen()} follows; null if it is closed
     * @throws IllegalStateException if a nonblocking call has it
     */
    @Nullable
    HandleState close() {
        HandleState other = same;
        return other == null ? closeThis() : other.close();
    }

    private synchronized @Nullable HandleState closeThis() {
        if (closed) {
            return null;
        }
        throwIfHeld();
        closing = Thread.currentThread();
        closed = true;
        return this;
    }

    private synchronized void throwIfHeld() {
        if (held > 0) {
            throw new IllegalStateException("it is an argument of a nonblocking call that has not ended");
        }
    }

    /**
     * C takes it over: as {@link #lend}, until {@link #taken} or {@link #settle}.
     *
     * @throws IllegalStateException if a nonblocking call has it
     */
    boolean giveAway() {
        HandleState other;
        synchronized (this) {
            other = same;
            if (other == null) {
                throwIfHeld();
                return lendThis(true);
            }
        }
        return other.giveAway();
    }

    /**
     * C gets it for a call and may free it: for other threads it is closed until {@link #settle}.
     *
     * @return false if it is closed, being freed, or lent already: then it is nothing that this caller may settle
     */
    boolean lend() {
        HandleState other;
        synchronized (this) {
            other = same;
            if (other == null) {
                return lendThis(false);
            }
        }
        return other.lend();
    }

    private boolean lendThis(boolean forGood) {
        if (closed) {
            return false;
        }
        closing = Thread.currentThread();
        closed = true;
        lent = true;
        givenAway = forGood;
        return true;
    }

    /** The call is over. @param gone whether C has freed it */
    void settle(boolean gone) {
        HandleState other = same;
        if (other == null) {
            settleThis(gone);
        } else {
            other.settle(gone);
        }
    }

    private void settleThis(boolean gone) {
        boolean was = takeBack();
        if (gone) {
            end();
        } else if (was) {
            reopen();
        }
    }

    private synchronized boolean takeBack() {
        boolean was = lent;
        lent = false;
        return was;
    }

    /** The call is over, and C has freed it if it was given away for that. */
    void taken() {
        HandleState other = same;
        if (other != null) {
            other.taken();
        } else if (takeBack()) {
            end();
        }
    }

    /** C has freed it, whoever has it. */
    void end() {
        HandleState other = same;
        if (other != null) {
            other.end();
            return;
        }
        closed = true;
        closing = null;
        HandleState earlier = before;
        if (earlier != null) {
            earlier.freed = true;
        }
        before = null;
        OPEN.computeIfPresent(key, (_, entry) -> entry.get() == this ? null : entry);
    }

    /** C did not free it. So what came since with its address is the same thing. */
    void reopen() {
        Entry current = OPEN.compute(key, (_, entry) -> {
            HandleState other = entry == null ? null : entry.get();
            if (other != null && other.root() != this) {
                return entry;
            }
            closed = freed;
            return freed ? null : new Entry(this);
        });
        HandleState other = current == null ? null : current.get();
        if (other != null) {
            become(other);
        }
        closing = null;
    }
}
