package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * The base of the generated {@code Ptr} of a struct or union: its members are read and written in place. Offsets are
 * those of the C compiler, in bytes from the start; a packed record may have its members anywhere, so nothing is asked
 * of their alignment.
 *
 * @param <T> the value form of the struct or union
 */
public abstract class StructPointer<T> extends TypedPointer<T> {

    /**
     * A pointer to this memory.
     *
     * @param segment as large as the struct or union; NULL has no size, so that every access to it throws
     */
    protected StructPointer(MemorySegment segment) {
        super(segment);
    }

    /**
     * A copy of what is there.
     *
     * @return the value
     * @throws IndexOutOfBoundsException if this is NULL
     */
    public abstract T get();

    /**
     * Copies a value there.
     *
     * @param value the value
     * @return this
     * @throws IndexOutOfBoundsException if this is NULL
     * @throws IllegalArgumentException if the memory is read-only
     */
    public abstract StructPointer<T> set(T value);

    /** The {@code bool} at an offset. */
    protected final boolean boolAt(int offset) {
        return segment().get(JAVA_BOOLEAN, offset);
    }

    /** The 8 bits at an offset. */
    protected final byte byteAt(int offset) {
        return segment().get(JAVA_BYTE, offset);
    }

    /** The 16 bits at an offset. */
    protected final short shortAt(int offset) {
        return segment().get(JAVA_SHORT_UNALIGNED, offset);
    }

    /** The 32 bits at an offset. */
    protected final int intAt(int offset) {
        return segment().get(JAVA_INT_UNALIGNED, offset);
    }

    /** The 64 bits at an offset. */
    protected final long longAt(int offset) {
        return segment().get(JAVA_LONG_UNALIGNED, offset);
    }

    /** The {@code float} at an offset. */
    protected final float floatAt(int offset) {
        return segment().get(JAVA_FLOAT_UNALIGNED, offset);
    }

    /** The {@code double} at an offset. */
    protected final double doubleAt(int offset) {
        return segment().get(JAVA_DOUBLE_UNALIGNED, offset);
    }

    /** The pointer at an offset, as a segment without bounds known. */
    protected final MemorySegment addressAt(int offset) {
        return segment().get(ADDRESS_UNALIGNED, offset);
    }

    /** The memory of a member. */
    protected final MemorySegment sliceAt(int offset, long size) {
        return segment().asSlice(offset, size);
    }

    /** Writes a {@code bool}. */
    protected final void put(int offset, boolean value) {
        segment().set(JAVA_BOOLEAN, offset, value);
    }

    /** Writes 8 bits. */
    protected final void put(int offset, byte value) {
        segment().set(JAVA_BYTE, offset, value);
    }

    /** Writes 16 bits. */
    protected final void put(int offset, short value) {
        segment().set(JAVA_SHORT_UNALIGNED, offset, value);
    }

    /** Writes 32 bits. */
    protected final void put(int offset, int value) {
        segment().set(JAVA_INT_UNALIGNED, offset, value);
    }

    /** Writes 64 bits. */
    protected final void put(int offset, long value) {
        segment().set(JAVA_LONG_UNALIGNED, offset, value);
    }

    /** Writes a {@code float}. */
    protected final void put(int offset, float value) {
        segment().set(JAVA_FLOAT_UNALIGNED, offset, value);
    }

    /** Writes a {@code double}. */
    protected final void put(int offset, double value) {
        segment().set(JAVA_DOUBLE_UNALIGNED, offset, value);
    }

    /** Writes a pointer; the memory behind it is not kept alive. */
    protected final void put(int offset, MemorySegment value) {
        segment().set(ADDRESS_UNALIGNED, offset, value);
    }
}
