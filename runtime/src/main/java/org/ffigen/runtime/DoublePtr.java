package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * A pointer to one or more {@code double}s.
 *
 * <p>
 * Immutable: safe for any thread. The memory behind it is plain memory, neither atomic nor ordered between threads.
 */
public final class DoublePtr extends TypedPointer<Double> {
    private DoublePtr(MemorySegment segment) {
        super(segment);
    }

    /**
     * A pointer into existing memory.
     *
     * @param segment the memory; it need not be aligned
     * @return the typed pointer
     */
    public static DoublePtr of(MemorySegment segment) {
        return new DoublePtr(segment);
    }

    /**
     * New memory for one {@code double}; its content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @return a pointer to it
     */
    public static DoublePtr allocate(SegmentAllocator allocator) {
        return new DoublePtr(allocator.allocate(JAVA_DOUBLE));
    }

    /**
     * New memory for several {@code double}s; their content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @param count how many
     * @return a pointer to the first
     * @throws IllegalArgumentException if the count is negative
     */
    public static DoublePtr allocate(SegmentAllocator allocator, long count) {
        return new DoublePtr(allocator.allocate(JAVA_DOUBLE, count));
    }

    /**
     * New memory with a copy of these values.
     *
     * @param allocator where the memory lives, and for how long
     * @param values the values
     * @return a pointer to the first
     */
    public static DoublePtr allocateFrom(SegmentAllocator allocator, double... values) {
        return new DoublePtr(allocator.allocateFrom(JAVA_DOUBLE, values));
    }

    /**
     * Reads the first element.
     *
     * @return its value
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    public double get() {
        return segment().get(JAVA_DOUBLE_UNALIGNED, 0);
    }

    /**
     * Reads an element.
     *
     * @param index the element, from 0
     * @return its value
     * @throws IndexOutOfBoundsException if it is outside the segment
     */
    public double get(long index) {
        return segment().getAtIndex(JAVA_DOUBLE_UNALIGNED, index);
    }

    /**
     * Writes the first element.
     *
     * @param value its new value
     * @return this
     * @throws IndexOutOfBoundsException if the segment is shorter
     * @throws IllegalArgumentException if the memory is read-only
     */
    public DoublePtr set(double value) {
        segment().set(JAVA_DOUBLE_UNALIGNED, 0, value);
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
    public DoublePtr set(long index, double value) {
        segment().setAtIndex(JAVA_DOUBLE_UNALIGNED, index, value);
        return this;
    }

    /**
     * How many elements the segment's bounds hold.
     *
     * @return the number of elements; 0 if the bounds are unknown
     */
    public long length() {
        return segment().byteSize() / JAVA_DOUBLE.byteSize();
    }

    /**
     * A copy of the first elements.
     *
     * @param count how many
     * @return a new array
     * @throws IndexOutOfBoundsException if they are not all within the segment
     */
    public double[] toArray(long count) {
        return segment().asSlice(0, Math.multiplyExact(count, JAVA_DOUBLE_UNALIGNED.byteSize()))
                .toArray(JAVA_DOUBLE_UNALIGNED);
    }

    /**
     * The same memory, not to be written through the result.
     *
     * @return a read-only pointer
     */
    public DoublePtr asReadOnly() {
        return new DoublePtr(segment().asReadOnly());
    }
}
