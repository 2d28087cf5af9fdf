package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Objects;

/**
 * The memory of arrays that are members of records: the rows of an array of arrays ({@code int m[3][4]}), and an array
 * without a length at the end ({@code T items[]}). Generated code calls it. Stateless.
 */
public final class MemberArrays {

    private MemberArrays() {
    }

    /**
     * The memory of one row.
     *
     * @param array all rows, one after the other
     * @param rows how many there are
     * @param index which, from 0
     * @return a view in place
     * @throws IndexOutOfBoundsException if there is none
     */
    public static MemorySegment row(MemorySegment array, long rows, long index) {
        long checked = Objects.checkIndex(index, rows);
        long size = array.byteSize() / rows;
        return array.asSlice(checked * size, size);
    }

    /**
     * The memory of elements, or NULL for none.
     *
     * @param elements their memory
     * @return the same memory; NULL if it has no size
     */
    public static MemorySegment orNull(MemorySegment elements) {
        return elements.byteSize() == 0 ? MemorySegment.NULL : elements;
    }

    /**
     * Zeroed memory for a record that ends in an array without a length. There is room for the elements after the whole
     * record too: C code counts them from there or from their offset, and both must find its memory.
     *
     * @param allocator where it lives, and for how long
     * @param size of the record without elements, in bytes
     * @param align in bytes
     * @param offset of the first element, in bytes
     * @param elementSize in bytes
     * @param length how many elements
     * @return the memory, bounded by the last element
     * @throws IllegalArgumentException if the length is negative
     * @throws ArithmeticException if it is more than an address space holds
     */
    public static MemorySegment allocate(SegmentAllocator allocator, long size, long align, long offset,
            long elementSize, long length) {
        long end = end(offset, elementSize, length);
        long room = Math.addExact(size, end - offset);
        return allocator.allocate(room, align).fill((byte) 0).asSlice(0, Math.max(size, end));
    }

    /**
     * Where elements end, from the start of their record.
     *
     * @param offset of the first, in bytes
     * @param elementSize in bytes
     * @param length how many
     * @return in bytes
     * @throws IllegalArgumentException if the length is negative
     * @throws ArithmeticException if it is more than an address space holds
     */
    public static long end(long offset, long elementSize, long length) {
        if (length < 0) {
            throw new IllegalArgumentException("an array of " + length + " elements");
        }
        return Math.addExact(offset, Math.multiplyExact(elementSize, length));
    }
}
