package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.util.Objects;

/**
 * A {@code float _Complex} as a value: two numbers, as C lays them out and passes them.
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record ComplexFloat(float re, float im) {
    /** The two parts, one after the other. */
    public static final StructLayout LAYOUT = MemoryLayout.structLayout(JAVA_FLOAT.withName("re"),
            JAVA_FLOAT.withName("im"));

    private static final long SIZE = 8;

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
    public static ComplexFloat read(MemorySegment segment, long offset) {
        return new ComplexFloat(segment.get(JAVA_FLOAT_UNALIGNED, offset),
                segment.get(JAVA_FLOAT_UNALIGNED, offset + 4));
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
        segment.set(JAVA_FLOAT_UNALIGNED, offset, re);
        segment.set(JAVA_FLOAT_UNALIGNED, offset + 4, im);
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

    /** {@code float _Complex *}: one in native memory, or several in a row; reads and writes in place. */
    public static final class Ptr extends StructPointer<ComplexFloat, Ptr> {

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
            ((ComplexFloat) value).write(segment(), 0);
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
