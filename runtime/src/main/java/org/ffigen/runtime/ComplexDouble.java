package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.util.Objects;

/**
 * A {@code double _Complex} as a value: two numbers, as C lays them out and passes them.
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record ComplexDouble(double re, double im) {
    /** The two parts, one after the other. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(JAVA_DOUBLE.withName("re"),
            JAVA_DOUBLE.withName("im"));

    private static final long SIZE = 16;

    /**
     * Zeroed memory for one.
     *
     * @param allocator where it lives, and for how long
     * @return its place
     */
    public static Ptr allocate(SegmentAllocator allocator) {
        return new Ptr(allocator.allocate(LAYOUT).fill((byte) 0));
    }

    /**
     * Zeroed memory for several, one after the other.
     *
     * @param allocator where they live, and for how long
     * @param length how many
     * @return their places
     * @throws IllegalArgumentException if the length is negative
     */
    public static Ptr allocateArray(SegmentAllocator allocator, long length) {
        return new Ptr(allocator.allocate(LAYOUT, length).fill((byte) 0));
    }

    /**
     * Reads one.
     *
     * @param segment the memory
     * @param offset where it lies, in bytes
     * @return the value
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    public static ComplexDouble read(MemorySegment segment, long offset) {
        return new ComplexDouble(segment.get(JAVA_DOUBLE_UNALIGNED, offset),
                segment.get(JAVA_DOUBLE_UNALIGNED, offset + 8));
    }

    /**
     * Writes this.
     *
     * @param segment the memory
     * @param offset where it lies, in bytes
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the memory is read-only
     */
    public void write(MemorySegment segment, long offset) {
        segment.set(JAVA_DOUBLE_UNALIGNED, offset, re);
        segment.set(JAVA_DOUBLE_UNALIGNED, offset + 8, im);
    }

    /**
     * A copy on the heap, to pass by value.
     *
     * @return its bytes
     */
    public MemorySegment toSegment() {
        MemorySegment segment = StructValue.newContent(SIZE);
        write(segment, 0);
        return segment;
    }

    /** {@code double _Complex *}: one in native memory, or several in a row; reads and writes in place. */
    public static final class Ptr extends StructPointer<ComplexDouble, Ptr> {

        /**
         * A view of existing memory.
         *
         * @param segment the memory, of one or of several
         */
        public Ptr(MemorySegment segment) {
            super(segment, SIZE);
        }

        @Override
        protected Object readValue() {
            return read(segment(), 0);
        }

        @Override
        protected void writeValue(Object value) {
            ((ComplexDouble) value).write(segment(), 0);
        }

        @Override
        protected Object placeAt(MemorySegment segment) {
            return new Ptr(segment);
        }

        /**
         * The same memory, not to be written through the result.
         *
         * @return a read-only pointer
         */
        public Ptr asReadOnly() {
            return new Ptr(segment().asReadOnly());
        }
    }
}
