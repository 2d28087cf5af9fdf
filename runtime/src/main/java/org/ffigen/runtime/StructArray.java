package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Objects;

/**
 * The base of the generated {@code Array} of a struct or union: one after the other in native memory.
 *
 * @param <T> the value form
 * @param <P> the place of one of them
 * @param <A> the array itself
 */
public abstract class StructArray<T, P extends StructPointer<T>, A extends StructArray<T, P, A>>
        extends TypedPointer<T> {
    private final long size;

    /**
     * A view of as many as the segment holds.
     *
     * @param segment their memory
     * @param size of one of them, in bytes
     */
    protected StructArray(MemorySegment segment, long size) {
        super(segment);
        this.size = size;
    }

    /**
     * Zeroed memory for one or several.
     *
     * @param allocator where it lives, and for how long
     * @param size of one of them, in bytes
     * @param align in bytes
     * @param length how many
     * @return memory for so many
     * @throws IllegalArgumentException if the length is negative
     * @throws ArithmeticException if it is more than an address space holds
     */
    public static MemorySegment zeroed(SegmentAllocator allocator, long size, long align, long length) {
        return allocator.allocate(Math.multiplyExact(size, length), align).fill((byte) 0);
    }

    /** The place in that memory, which is as large as one of them: a {@code P}. */
    protected abstract StructPointer<T> place(MemorySegment segment);

    /**
     * How many there are.
     *
     * @return the number that the segment's bounds hold; 0 of a type without a size
     */
    public final long length() {
        return size == 0 ? 0 : segment().byteSize() / size;
    }

    /**
     * The place of one of them.
     *
     * @param index from 0
     * @return a view in place
     * @throws IndexOutOfBoundsException if there is none
     */
    @SuppressWarnings("unchecked") // A method that returns P would need a second, bridging one in every subclass.
    public final P at(long index) {
        return (P) place(segment().asSlice(Objects.checkIndex(index, length()) * size, size));
    }

    /**
     * A copy of one of them.
     *
     * @param index from 0
     * @return the value
     * @throws IndexOutOfBoundsException if there is none
     */
    public final T get(long index) {
        return at(index).get();
    }

    /**
     * Copies a value there.
     *
     * @param index from 0
     * @param value the value
     * @return this
     * @throws IndexOutOfBoundsException if there is none
     */
    @SuppressWarnings("unchecked") // A is the class of this.
    public final A set(long index, T value) {
        at(index).set(value);
        return (A) this;
    }
}
