package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated handles that have an end: a pointer to something of the library's, and the function that frees
 * it. All handles with one address and of one class are the same thing: what one of them closes is closed for all, also
 * for those that C gave to a callback.
 *
 * <p>
 * Once it is closed, passing it to C is an {@link IllegalStateException}, wherever Java passes it. While a nonblocking
 * call has it, it cannot be closed. Against any other call that runs while it is closed, on another thread or around a
 * callback, there is no guard: some libraries allow that, and whoever closes it must know. A
 * handle that nobody closes stays what it is; nothing is freed in secret.
 *
 * <p>
 * Safe for any thread: of several that close it, one does.
 *
 * @param <T> the generated class itself
 */
public abstract class OwnedPointer<T> implements Pointer<T>, AutoCloseable {
    private final MemorySegment address;
    private final HandleState state;

    /**
     * The handle with this address.
     *
     * @param address as C gave it; its owner is the library
     */
    protected OwnedPointer(MemorySegment address) {
        this.address = Objects.requireNonNull(address, "address");
        this.state = HandleState.of(getClass(), address.address());
        state.givenByNoInstance();
    }

    /**
     * The handle with this address, which an instance of the library gave.
     *
     * @param address as C gave it; its owner is the library
     * @param instance the instance: all handles with this address are closed through it, or, once it is closed itself,
     *        through the one that gave the address before
     * @param release what the instance frees it with
     */
    protected OwnedPointer(MemorySegment address, ClosableLibrary instance, Consumer<MemorySegment> release) {
        this.address = Objects.requireNonNull(address, "address");
        this.state = HandleState.of(getClass(), address.address());
        if (!isNull()) {
            state.givenBy(instance, release);
        }
    }

    /**
     * Calls the function that frees it, of the library that is never closed.
     *
     * @param address what is passed to it
     */
    protected abstract void release(MemorySegment address);

    /**
     * The address, to be passed to C.
     *
     * @return the segment, without bounds
     * @throws IllegalStateException if the handle is closed
     */
    @Override
    public final MemorySegment segment() {
        if (state.isClosed()) {
            throw new IllegalStateException(this + " is closed");
        }
        return address;
    }

    @Override
    public final long address() {
        return address.address();
    }

    @Override
    public final boolean isNull() {
        return address.address() == 0;
    }

    /**
     * Whether it can be passed to C.
     *
     * @return false once it is closed, by this handle or another with its address
     */
    public final boolean isOpen() {
        return !state.isClosed();
    }

    /**
     * Calls the library's function that frees it. Of a closed handle, and of NULL, it does nothing. If that function
     * fails, by the rules of the config for it, its exception comes out and the handle stays open. What a callback throws
     * meanwhile comes out too, but C has freed the handle then, and it is closed. Until that function returns, callbacks
     * that it calls on this thread with the handle may pass it to C; closing it there does nothing. On other threads it is
     * closed, and what C gives there with its address is taken for something new.
     *
     * @throws IllegalStateException if it is an argument of a nonblocking call that has not ended
     */
    @Override
    public final void close() {
        close(this::release);
    }

    private void close(Consumer<MemorySegment> otherwise) {
        HandleState closing = isNull() ? null : closeState();
        if (closing == null) {
            return;
        }
        try {
            Consumer<MemorySegment> instance = closing.release();
            (instance == null ? otherwise : instance).accept(address);
            closing.end();
        } catch (Throwable thrown) {
            if (AfterCall.isOfCallback(thrown)) {
                closing.end();
            } else {
                closing.reopen();
            }
            throw thrown;
        }
    }

    private @Nullable HandleState closeState() {
        try {
            return state.close();
        } catch (IllegalStateException held) {
            throw new IllegalStateException(this + " cannot be closed: " + held.getMessage(), held);
        }
    }

    /** Keeps it open for a call on another thread. IllegalStateException if it is closed. */
    final void hold() {
        if (!isNull() && !state.hold()) {
            throw new IllegalStateException(this + " is closed");
        }
    }

    final void letGo() {
        if (!isNull()) {
            state.letGo();
        }
    }

    /**
     * Closes a handle that C gave and that nobody gets, because a callback threw meanwhile. Where Java has a handle with
     * that address already, C gave something that is not new, and it stays open.
     *
     * @param type the class of the handle
     * @param address as C gave it
     * @param handle makes the handle
     */
    public static void closeIfNew(Class<?> type, MemorySegment address,
            Function<MemorySegment, ? extends OwnedPointer<?>> handle) {
        if (!HandleState.isKnown(type, address.address())) {
            handle.apply(address).close();
        }
    }

    /**
     * A handle that C shows to a callback. While its address is being closed on this thread it is the one that is closed;
     * what C gives in other ways then is something new. For generated code.
     *
     * @param <H> the class of the handles
     * @param handle made just now
     * @return the same handle
     */
    public static <H extends OwnedPointer<?>> H shown(H handle) {
        ((OwnedPointer<?>) handle).state.shown();
        return handle;
    }

    /** Closes it, if C gave it just now and nobody has it. @param given at how many places C gave it */
    final void closeIfNew(int given) {
        if (state.isNew(given)) {
            close();
        }
    }

    /**
     * Gives C handles at places where it may leave others, having freed these. Until {@link #replaced} or
     * {@link #notReplaced} they are closed for other threads, to which C may give the same addresses for something new.
     * For generated code.
     *
     * @param given what C gets, or null
     * @throws IllegalStateException if one is closed, or is being freed or given away, also further down on this thread;
     *         none is lent then
     */
    public static void lend(@Nullable OwnedPointer<?>... given) {
        lend(given, HandleState::lend);
    }

    /** Lends all of them or none: what somebody else has lent, or frees, is not this caller's to settle. */
    private static void lend(@Nullable OwnedPointer<?>[] given, Predicate<HandleState> lending) {
        for (int i = 0; i < given.length; i++) {
            OwnedPointer<?> handle = given[i];
            if (handle == null || handle.isNull() || Arrays.asList(given).subList(0, i).contains(handle)) {
                continue;
            }
            String refused;
            try {
                if (lending.test(handle.state)) {
                    continue;
                }
                refused = " is closed";
            } catch (IllegalStateException held) {
                refused = " cannot be given away: " + held.getMessage();
            }
            notReplaced(Arrays.copyOf(given, i));
            throw new IllegalStateException(handle + refused);
        }
    }

    /**
     * Gives C handles that it takes over. Until {@link #taken} or {@link #notTaken} they are closed for other threads. For
     * generated code.
     *
     * @param given what C gets, or null
     * @throws IllegalStateException if one is closed, is being freed or given away, also further down on this thread, or
     *         is an argument of a nonblocking call that has not ended; none is given then
     */
    public static void giveAway(@Nullable OwnedPointer<?>... given) {
        lend(given, HandleState::giveAway);
    }

    /**
     * Closes handles that C has taken over, without a call of the function that frees them. For generated code.
     *
     * @param given what C got, or null
     */
    public static void taken(@Nullable OwnedPointer<?>... given) {
        for (OwnedPointer<?> handle : given) {
            if (handle != null && !handle.isNull()) {
                handle.state.taken();
            }
        }
    }

    /**
     * Closes handles that C has taken over, before its result is read. For generated code.
     *
     * @param result what C gave
     * @param given what C got, or null
     * @return the result
     */
    public static MemorySegment took(MemorySegment result, @Nullable OwnedPointer<?>... given) {
        taken(given);
        return result;
    }

    /**
     * Takes handles back that C has not got, as the call threw before it was entered. For generated code.
     *
     * @param thrown what the call threw
     * @param given what C would have got, or null
     */
    public static void notTaken(Throwable thrown, @Nullable OwnedPointer<?>... given) {
        if (AfterCall.of(thrown) == null) {
            notReplaced(given);
        }
    }

    /**
     * Takes a handle from C at the place where it got one, which it has freed then: that is closed, without a call of the
     * function that frees it. If it is among what C left at its places, it stays what it is. For generated code.
     *
     * @param <H> the class of the handles
     * @param given what C got, or null
     * @param result what C left there
     * @param others what C left at other such places
     * @return the result
     */
    public static <H extends OwnedPointer<?>> H replaced(@Nullable H given, H result, OwnedPointer<?>... others) {
        if (given != null && !given.isNull()) {
            ((OwnedPointer<?>) given).state
                    .settle(!given.equals(result) && Stream.of(others).noneMatch(given::equals));
        }
        return result;
    }

    /**
     * Takes handles back from C after a call that failed. For generated code.
     *
     * @param given what C got, or null
     */
    public static void notReplaced(@Nullable OwnedPointer<?>... given) {
        for (OwnedPointer<?> handle : given) {
            if (handle != null && !handle.isNull()) {
                handle.state.settle(false);
            }
        }
    }

    /**
     * Closes a handle, if there is one.
     *
     * @param handle the handle, or null
     * @throws IllegalStateException if it is an argument of a nonblocking call that has not ended
     */
    public static void closeNullable(@Nullable OwnedPointer<?> handle) {
        if (handle != null) {
            handle.close();
        }
    }

    /**
     * Closes a handle, if there is one, for an instance of the library.
     *
     * @param handle the handle, or null
     * @param release what frees it, unless it came from another instance
     * @throws IllegalStateException if it is an argument of a nonblocking call that has not ended
     */
    public static void closeNullable(@Nullable OwnedPointer<?> handle, Consumer<MemorySegment> release) {
        if (handle != null) {
            handle.close(release);
        }
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OwnedPointer<?> that && getClass() == that.getClass()
                && address.address() == that.address.address();
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(address.address());
    }

    /** The class's name and the address: {@code Canvas[0x7f31c0]}. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[0x" + Long.toHexString(address.address()) + "]";
    }
}
