package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * A pointer to one or more 64-bit integers.
 *
 * <p>
 * Immutable: safe for any thread. The memory behind it is plain memory, neither atomic nor ordered between threads.
 */
public final class LongPtr extends TypedPointer<Long> {
    private LongPtr(MemorySegment segment) {
        super(segment);
    }

    /**
     * A pointer into existing memory.
     *
     * @param segment the memory; it need not be aligned
     * @return the typed pointer
     */
    public static LongPtr of(MemorySegment segment) {
        return new LongPtr(segment);
    }

    /**
     * New memory for one {@code long}; its content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @return a pointer to it
     */
    public static LongPtr allocate(SegmentAllocator allocator) {
        return new LongPtr(allocator.allocate(JAVA_LONG));
    }

    /**
     * New memory for several {@code long}s; their content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @param count how many
     * @return a pointer to the first
     * @throws IllegalArgumentException if the count is negative
     */
    public static LongPtr allocate(SegmentAllocator allocator, long count) {
        return new LongPtr(allocator.allocate(JAVA_LONG, count));
    }

    /**
     * New memory with a copy of these values.
     *
     * @param allocator where the memory lives, and for how long
     * @param values the values
     * @return a pointer to the first
     */
    public static LongPtr allocateFrom(SegmentAllocator allocator, long... values) {
        return new LongPtr(allocator.allocateFrom(JAVA_LONG, values));
    }

    /**
     * Reads the first element.
     *
     * @return its value
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    public long get() {
        return segment().get(JAVA_LONG_UNALIGNED, 0);
    }

    /**
     * Reads an element.
     *
     * @param index the element, from 0
     * @return its value
     * @throws IndexOutOfBoundsException if it is outside the segment
     */
    public long get(long index) {
        return segment().getAtIndex(JAVA_LONG_UNALIGNED, index);
    }

    /**
     * Writes the first element.
     *
     * @param value its new value
     * @return this
     * @throws IndexOutOfBoundsException if the segment is shorter
     * @throws IllegalArgumentException if the memory is read-only
     */
    public LongPtr set(long value) {
        segment().set(JAVA_LONG_UNALIGNED, 0, value);
        return this;
    }

    /**
     * Writes an element.
     *
     * @param index the element, from 0
     * @param value its new value
     * @return this
     * @throws IndexOutOfBoundsException if it is outside the segment
     * @throws IllegalArgumentException if the memory is read-only
     */
    public LongPtr set(long index, long value) {
        segment().setAtIndex(JAVA_LONG_UNALIGNED, index, value);
        return this;
    }

    /**
     * How many elements the segment's bounds hold.
     *
     * @return the number of elements; 0 if the bounds are unknown
     */
    public long length() {
        return segment().byteSize() / JAVA_LONG.byteSize();
    }

    /**
     * A copy of the first elements.
     *
     * @param count how many
     * @return a new array
     * @throws IndexOutOfBoundsException if they are not all within the segment
     */
    public long[] toArray(long count) {
        return segment().asSlice(0, Math.multiplyExact(count, JAVA_LONG_UNALIGNED.byteSize()))
                .toArray(JAVA_LONG_UNALIGNED);
    }

    /**
     * The same memory, not to be written through the result.
     *
     * @return a read-only pointer
     */
    public LongPtr asReadOnly() {
        return new LongPtr(segment().asReadOnly());
    }
}
