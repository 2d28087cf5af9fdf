package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * A pointer to one or more {@code float}s.
 *
 * <p>
 * Immutable: safe for any thread. The memory behind it is plain memory, neither atomic nor ordered between threads.
 */
public final class FloatPtr extends TypedPointer<Float> {
    private FloatPtr(MemorySegment segment) {
        super(segment);
    }

    /**
     * A pointer into existing memory.
     *
     * @param segment the memory; it need not be aligned
     * @return the typed pointer
     */
    public static FloatPtr of(MemorySegment segment) {
        return new FloatPtr(segment);
    }

    /**
     * New memory for one {@code float}; its content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @return a pointer to it
     */
    public static FloatPtr allocate(SegmentAllocator allocator) {
        return new FloatPtr(allocator.allocate(JAVA_FLOAT));
    }

    /**
     * New memory for several {@code float}s; their content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @param count how many
     * @return a pointer to the first
     * @throws IllegalArgumentException if the count is negative
     */
    public static FloatPtr allocate(SegmentAllocator allocator, long count) {
        return new FloatPtr(allocator.allocate(JAVA_FLOAT, count));
    }

    /**
     * New memory with a copy of these values.
     *
     * @param allocator where the memory lives, and for how long
     * @param values the values
     * @return a pointer to the first
     */
    public static FloatPtr allocateFrom(SegmentAllocator allocator, float... values) {
        return new FloatPtr(allocator.allocateFrom(JAVA_FLOAT, values));
    }

    /**
     * Reads the first element.
     *
     * @return its value
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    public float get() {
        return segment().get(JAVA_FLOAT_UNALIGNED, 0);
    }

    /**
     * Reads an element.
     *
     * @param index the element, from 0
     * @return its value
     * @throws IndexOutOfBoundsException if it is outside the segment
     */
    public float get(long index) {
        return segment().getAtIndex(JAVA_FLOAT_UNALIGNED, index);
    }

    /**
     * Writes the first element.
     *
     * @param value its new value
     * @return this
     * @throws IndexOutOfBoundsException if the segment is shorter
     * @throws IllegalArgumentException if the memory is read-only
     */
    public FloatPtr set(float value) {
        segment().set(JAVA_FLOAT_UNALIGNED, 0, value);
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
    public FloatPtr set(long index, float value) {
        segment().setAtIndex(JAVA_FLOAT_UNALIGNED, index, value);
        return this;
    }

    /**
     * How many elements the segment's bounds hold.
     *
     * @return the number of elements; 0 if the bounds are unknown
     */
    public long length() {
        return segment().byteSize() / JAVA_FLOAT.byteSize();
    }

    /**
     * A copy of the first elements.
     *
     * @param count how many
     * @return a new array
     * @throws IndexOutOfBoundsException if they are not all within the segment
     */
    public float[] toArray(long count) {
        return segment().asSlice(0, Math.multiplyExact(count, JAVA_FLOAT_UNALIGNED.byteSize()))
                .toArray(JAVA_FLOAT_UNALIGNED);
    }

    /**
     * The same memory, not to be written through the result.
     *
     * @return a read-only pointer
     */
    public FloatPtr asReadOnly() {
        return new FloatPtr(segment().asReadOnly());
    }
}
