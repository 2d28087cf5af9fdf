package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * A pointer to one or more 16-bit integers.
 *
 * <p>
 * Immutable: safe for any thread. The memory behind it is plain memory, neither atomic nor ordered between threads.
 */
public final class ShortPtr extends TypedPointer<Short> {
    private ShortPtr(MemorySegment segment) {
        super(segment);
    }

    /**
     * A pointer into existing memory.
     *
     * @param segment the memory; it need not be aligned
     * @return the typed pointer
     */
    public static ShortPtr of(MemorySegment segment) {
        return new ShortPtr(segment);
    }

    /**
     * New memory for one {@code short}; its content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @return a pointer to it
     */
    public static ShortPtr allocate(SegmentAllocator allocator) {
        return new ShortPtr(allocator.allocate(JAVA_SHORT));
    }

    /**
     * New memory for several {@code short}s; their content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @param count how many
     * @return a pointer to the first
     * @throws IllegalArgumentException if the count is negative
     */
    public static ShortPtr allocate(SegmentAllocator allocator, long count) {
        return new ShortPtr(allocator.allocate(JAVA_SHORT, count));
    }

    /**
     * New memory with a copy of these values.
     *
     * @param allocator where the memory lives, and for how long
     * @param values the values
     * @return a pointer to the first
     */
    public static ShortPtr allocateFrom(SegmentAllocator allocator, short... values) {
        return new ShortPtr(allocator.allocateFrom(JAVA_SHORT, values));
    }

    /**
     * Reads the first element.
     *
     * @return its value
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    public short get() {
        return segment().get(JAVA_SHORT_UNALIGNED, 0);
    }

    /**
     * Reads an element.
     *
     * @param index the element, from 0
     * @return its value
     * @throws IndexOutOfBoundsException if it is outside the segment
     */
    public short get(long index) {
        return segment().getAtIndex(JAVA_SHORT_UNALIGNED, index);
    }

    /**
     * Writes the first element.
     *
     * @param value its new value
     * @return this
     * @throws IndexOutOfBoundsException if the segment is shorter
     * @throws IllegalArgumentException if the memory is read-only
     */
    public ShortPtr set(short value) {
        segment().set(JAVA_SHORT_UNALIGNED, 0, value);
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
    public ShortPtr set(long index, short value) {
        segment().setAtIndex(JAVA_SHORT_UNALIGNED, index, value);
        return this;
    }

    /**
     * How many elements the segment's bounds hold.
     *
     * @return the number of elements; 0 if the bounds are unknown
     */
    public long length() {
        return segment().byteSize() / JAVA_SHORT.byteSize();
    }

    /**
     * A copy of the first elements.
     *
     * @param count how many
     * @return a new array
     * @throws IndexOutOfBoundsException if they are not all within the segment
     */
    public short[] toArray(long count) {
        return segment().asSlice(0, Math.multiplyExact(count, JAVA_SHORT_UNALIGNED.byteSize()))
                .toArray(JAVA_SHORT_UNALIGNED);
    }

    /**
     * The same memory, not to be written through the result.
     *
     * @return a read-only pointer
     */
    public ShortPtr asReadOnly() {
        return new ShortPtr(segment().asReadOnly());
    }
}
