package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * A pointer to one or more C {@code bool}s of one byte each; any byte but 0 reads as true.
 *
 * <p>
 * Immutable: safe for any thread. The memory behind it is plain memory, neither atomic nor ordered between threads.
 */
public final class BoolPtr extends TypedPointer<Boolean> {
    private BoolPtr(MemorySegment segment) {
        super(segment);
    }

    /**
     * A pointer into existing memory.
     *
     * @param segment the memory
     * @return the typed pointer
     */
    public static BoolPtr of(MemorySegment segment) {
        return new BoolPtr(segment);
    }

    /**
     * New memory for one {@code boolean}; its content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @return a pointer to it
     */
    public static BoolPtr allocate(SegmentAllocator allocator) {
        return new BoolPtr(allocator.allocate(JAVA_BYTE));
    }

    /**
     * New memory for several {@code boolean}s; their content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @param count how many
     * @return a pointer to the first
     * @throws IllegalArgumentException if the count is negative
     */
    public static BoolPtr allocate(SegmentAllocator allocator, long count) {
        return new BoolPtr(allocator.allocate(JAVA_BYTE, count));
    }

    /**
     * New memory with a copy of these values.
     *
     * @param allocator where the memory lives, and for how long
     * @param values the values
     * @return a pointer to the first
     */
    public static BoolPtr allocateFrom(SegmentAllocator allocator, boolean... values) {
        var pointer = allocate(allocator, values.length);
        for (int i = 0; i < values.length; i++) {
            pointer.set(i, values[i]);
        }
        return pointer;
    }

    /**
     * Reads the first element.
     *
     * @return its value
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    public boolean get() {
        return segment().get(JAVA_BYTE, 0) != 0;
    }

    /**
     * Reads an element.
     *
     * @param index the element, from 0
     * @return its value
     * @throws IndexOutOfBoundsException if it is outside the segment
     */
    public boolean get(long index) {
        return segment().getAtIndex(JAVA_BYTE, index) != 0;
    }

    /**
     * Writes the first element.
     *
     * @param value its new value
     * @return this
     * @throws IndexOutOfBoundsException if the segment is shorter
     * @throws IllegalArgumentException if the memory is read-only
     */
    public BoolPtr set(boolean value) {
        segment().set(JAVA_BYTE, 0, (byte) (value ? 1 : 0));
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
    public BoolPtr set(long index, boolean value) {
        segment().setAtIndex(JAVA_BYTE, index, (byte) (value ? 1 : 0));
        return this;
    }

    /**
     * How many elements the segment's bounds hold.
     *
     * @return the number of elements; 0 if the bounds are unknown
     */
    public long length() {
        return segment().byteSize() / JAVA_BYTE.byteSize();
    }

    /**
     * A copy of the first elements.
     *
     * @param count how many
     * @return a new array
     * @throws IndexOutOfBoundsException if they are not all within the segment
     */
    public boolean[] toArray(long count) {
        byte[] bytes = segment().asSlice(0, count).toArray(JAVA_BYTE);
        boolean[] values = new boolean[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i] != 0;
        }
        return values;
    }

    /**
     * The same memory, not to be written through the result.
     *
     * @return a read-only pointer
     */
    public BoolPtr asReadOnly() {
        return new BoolPtr(segment().asReadOnly());
    }
}
