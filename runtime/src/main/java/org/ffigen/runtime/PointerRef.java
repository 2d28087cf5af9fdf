package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.ADDRESS_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@code T **}: one slot or several, each holding an address. C functions put results into such slots, or read an
 * array of pointers from them. Storing a pointer does not keep the memory behind it alive.
 *
 * <p>
 * Immutable: safe for any thread. The slots are plain memory, neither atomic nor ordered between threads.
 *
 * @param <T> the Java type of what a slot holds, such as {@code Point.Ptr}
 */
public final class PointerRef<T> extends TypedPointer<T> {
    private final Function<MemorySegment, T> view;

    private PointerRef(MemorySegment segment, Function<MemorySegment, T> view) {
        super(segment);
        this.view = Objects.requireNonNull(view, "view");
    }

    /**
     * Slots in existing memory.
     *
     * @param <T> the Java type of what a slot holds
     * @param segment the memory of the slots
     * @param view makes a {@code T} of an address; it decides on the bounds, and what NULL becomes
     * @return the typed pointer
     */
    public static <T> PointerRef<T> of(MemorySegment segment, Function<MemorySegment, T> view) {
        return new PointerRef<>(segment, view);
    }

    /**
     * One new slot that holds NULL.
     *
     * @param <T> the Java type of what the slot holds
     * @param allocator where the slot lives, and for how long
     * @param view makes a {@code T} of an address
     * @return a pointer to the slot
     */
    public static <T> PointerRef<T> allocate(SegmentAllocator allocator, Function<MemorySegment, T> view) {
        return allocate(allocator, 1, view);
    }

    /**
     * New slots that hold NULL.
     *
     * @param <T> the Java type of what a slot holds
     * @param allocator where the slots live, and for how long
     * @param count how many
     * @param view makes a {@code T} of an address
     * @return a pointer to the first slot
     * @throws IllegalArgumentException if the count is negative
     */
    public static <T> PointerRef<T> allocate(SegmentAllocator allocator, long count, Function<MemorySegment, T> view) {
        return new PointerRef<>(allocator.allocate(ADDRESS, count).fill((byte) 0), view);
    }

    /**
     * What the first slot holds.
     *
     * @return the pointer, as the view makes it
     * @throws IndexOutOfBoundsException if the segment is shorter than a slot
     */
    public T get() {
        return get(0);
    }

    /**
     * What a slot holds.
     *
     * @param index the slot, from 0
     * @return the pointer, as the view makes it
     * @throws IndexOutOfBoundsException if the slot is outside the segment
     */
    public T get(long index) {
        return view.apply(getSegment(index));
    }

    /**
     * Stores a pointer in the first slot.
     *
     * @param value the pointer; null stores NULL
     * @return this
     * @throws IndexOutOfBoundsException if the segment is shorter than a slot
     * @throws IllegalArgumentException if the slot is read-only or the value is a heap segment
     * @throws IllegalStateException if the value's arena is closed, or it is a handle that is
     */
    public PointerRef<T> set(@Nullable Pointer<?> value) {
        return set(0, value);
    }

    /**
     * Stores a pointer in a slot.
     *
     * @param index the slot, from 0
     * @param value the pointer; null stores NULL
     * @return this
     * @throws IndexOutOfBoundsException if the slot is outside the segment
     * @throws IllegalArgumentException if the slot is read-only or the value is a heap segment
     * @throws IllegalStateException if the value's arena is closed, or it is a handle that is
     */
    public PointerRef<T> set(long index, @Nullable Pointer<?> value) {
        return setSegment(index, Pointer.segmentOf(value));
    }

    /**
     * The raw form of {@link #get(long)}.
     *
     * @param index the slot, from 0
     * @return a zero-length segment at the address the slot holds
     * @throws IndexOutOfBoundsException if the slot is outside the segment
     */
    public MemorySegment getSegment(long index) {
        return segment().getAtIndex(ADDRESS_UNALIGNED, index);
    }

    /**
     * Takes what the first slot holds out of it: nobody will find it there again. For generated code.
     *
     * @return a zero-length segment at the address that the slot held; it is NULL now
     * @throws IndexOutOfBoundsException if the segment is shorter than a slot
     * @throws IllegalArgumentException if the slot is read-only
     */
    public MemorySegment takeSegment() {
        MemorySegment taken = getSegment(0);
        setSegment(0, MemorySegment.NULL);
        return taken;
    }

    /**
     * The raw form of {@link #set(long, Pointer)}.
     *
     * @param index the slot, from 0
     * @param value native memory
     * @return this
     * @throws IndexOutOfBoundsException if the slot is outside the segment
     * @throws IllegalArgumentException if the slot is read-only or the value is a heap segment
     * @throws IllegalStateException if the value's arena is closed
     */
    public PointerRef<T> setSegment(long index, MemorySegment value) {
        segment().setAtIndex(ADDRESS_UNALIGNED, index, Liveness.check(value));
        return this;
    }

    /**
     * How many slots the segment's bounds hold.
     *
     * @return the number of slots; 0 if the bounds are unknown
     */
    public long length() {
        return segment().byteSize() / ADDRESS.byteSize();
    }

    /**
     * The same slots, not to be written through the result.
     *
     * @return a read-only pointer
     */
    public PointerRef<T> asReadOnly() {
        return new PointerRef<>(segment().asReadOnly(), view);
    }
}
