package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * A pointer to one or more 32-bit integers.
 *
 * <p>
 * Immutable: safe for any thread. The memory behind it is plain memory, neither atomic nor ordered between threads.
 */
public final class IntPtr extends TypedPointer<Integer> {
    private IntPtr(MemorySegment segment) {
        super(segment);
    }

    /**
     * A pointer into existing memory.
     *
     * @param segment the memory; it need not be aligned
     * @return the typed pointer
     */
    public static IntPtr of(MemorySegment segment) {
        return new IntPtr(segment);
    }

    /**
     * New memory for one {@code int}; its content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @return a pointer to it
     */
    public static IntPtr allocate(SegmentAllocator allocator) {
        return new IntPtr(allocator.allocate(JAVA_INT));
    }

    /**
     * New memory for several {@code int}s; their content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @param count how many
     * @return a pointer to the first
     * @throws IllegalArgumentException if the count is negative
     */
    public static IntPtr allocate(SegmentAllocator allocator, long count) {
        return new IntPtr(allocator.allocate(JAVA_INT, count));
    }

    /**
     * New memory with a copy of these values.
     *
     * @param allocator where the memory lives, and for how long
     * @param values the values
     * @return a pointer to the first
     */
    public static IntPtr allocateFrom(SegmentAllocator allocator, int... values) {
        return new IntPtr(allocator.allocateFrom(JAVA_INT, values));
    }

    /**
     * Reads the first element.
     *
     * @return its value
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    public int get() {
        return segment().get(JAVA_INT_UNALIGNED, 0);
    }

    /**
     * Reads an element.
     *
     * @param index the element, from 0
     * @return its value
     * @throws IndexOutOfBoundsException if it is outside the segment
     */
    public int get(long index) {
        return segment().getAtIndex(JAVA_INT_UNALIGNED, index);
    }

    /**
     * Writes the first element.
     *
     * @param value its new value
     * @return this
     * @throws IndexOutOfBoundsException if the segment is shorter
     * @throws IllegalArgumentException if the memory is read-only
     */
    public IntPtr set(int value) {
        segment().set(JAVA_INT_UNALIGNED, 0, value);
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
    public IntPtr set(long index, int value) {
        segment().setAtIndex(JAVA_INT_UNALIGNED, index, value);
        return this;
    }

    /**
     * How many elements the segment's bounds hold.
     *
     * @return the number of elements; 0 if the bounds are unknown
     */
    public long length() {
        return segment().byteSize() / JAVA_INT.byteSize();
    }

    /**
     * A copy of the first elements.
     *
     * @param count how many
     * @return a new array
     * @throws IndexOutOfBoundsException if they are not all within the segment
     */
    public int[] toArray(long count) {
        return segment().asSlice(0, Math.multiplyExact(count, JAVA_INT_UNALIGNED.byteSize()))
                .toArray(JAVA_INT_UNALIGNED);
    }

    /**
     * The same memory, not to be written through the result.
     *
     * @return a read-only pointer
     */
    public IntPtr asReadOnly() {
        return new IntPtr(segment().asReadOnly());
    }
}
