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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The base of the generated {@code Ptr} of a struct or union: a place in native memory, or several in a row, as in C.
 * Members are read and written in place. Offsets are those of the C compiler, in bytes from the start; a packed record
 * may have its members anywhere, so nothing is asked of their alignment.
 *
 * @param <T> the value form of the struct or union
 * @param <P> the generated class itself
 */
public abstract class StructPointer<T, P extends StructPointer<T, P>> extends TypedPointer<T> {
    private final long size;
    /** Here and not where it is asked for: the size is a constant where this is made, so that this is no division. */
    private final long length;

    /**
     * A pointer to this memory.
     *
     * @param segment as large as the struct or union, or as several of them; NULL has no size, so that every access to
     *        it throws
     * @param size of one of them, in bytes
     */
    protected StructPointer(MemorySegment segment, long size) {
        super(segment);
        this.size = size;
        this.length = size == 0 ? 0 : segment.byteSize() / size;
    }

    // What subclasses define takes and gives Object: with their own types javac would add a second, bridging method to
    // every one of them.

    /**
     * A copy of what is there.
     *
     * @return a {@code T}
     * @throws IndexOutOfBoundsException if this is NULL
     */
    protected abstract Object readValue();

    /**
     * Copies a value there.
     *
     * @param value a {@code T}, not null
     * @throws IndexOutOfBoundsException if this is NULL
     * @throws IllegalArgumentException if the memory is read-only
     */
    protected abstract void writeValue(Object value);

    /**
     * A place of this kind.
     *
     * @param segment its memory, which is a part of this one's or begins where it does
     * @return a {@code P}
     */
    protected abstract Object placeAt(MemorySegment segment);

    /**
     * A copy of what is there.
     *
     * @return the value
     * @throws IndexOutOfBoundsException if this is NULL
     */
    @SuppressWarnings("unchecked")
    public final T get() {
        return (T) readValue();
    }

    /**
     * Copies a value there.
     *
     * @param value the value
     * @return this
     * @throws IndexOutOfBoundsException if this is NULL
     * @throws IllegalArgumentException if the memory is read-only
     * @throws NullPointerException if the value is null; the message names the struct
     */
    public final P set(T value) {
        if (value == null) {
            throw absent();
        }
        writeValue(value);
        return self();
    }

    /**
     * How many there are in a row.
     *
     * @return the number that the segment's bounds hold; 0 for NULL, and of a type without a size
     */
    public final long arrayLength() {
        return length;
    }

    /**
     * The place of one of them.
     *
     * @param index from 0
     * @return a view in place
     * @throws IndexOutOfBoundsException if there is none
     */
    @SuppressWarnings("unchecked")
    public final P at(long index) {
        return (P) placeAt(segment().asSlice(Objects.checkIndex(index, length) * size, size));
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
     * @throws IllegalArgumentException if the memory is read-only
     * @throws NullPointerException if the value is null; the message names the struct
     */
    public final P set(long index, T value) {
        at(index).set(value);
        return self();
    }

    /**
     * Of one of them.
     *
     * @return in bytes
     */
    protected final long placeSize() {
        return size;
    }

    /** C has no null for a struct: one that a method gives, a field holds or a callback returns. */
    private NullPointerException absent() {
        Class<?> type = getClass().getEnclosingClass();
        return new NullPointerException("null is no " + (type == null ? getClass() : type).getSimpleName()
                + ": C takes it by value");
    }

    @SuppressWarnings("unchecked") // P is the class of this.
    private P self() {
        return (P) this;
    }

    /**
     * Reads a {@code bool}.
     *
     * @param offset where it lies, in bytes
     * @return the value
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    protected final boolean boolAt(int offset) {
        return segment().get(JAVA_BOOLEAN, offset);
    }

    /**
     * Reads 8 bits.
     *
     * @param offset where it lies, in bytes
     * @return the bits
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    protected final byte byteAt(int offset) {
        return segment().get(JAVA_BYTE, offset);
    }

    /**
     * Reads 16 bits.
     *
     * @param offset where it lies, in bytes
     * @return the bits
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    protected final short shortAt(int offset) {
        return segment().get(JAVA_SHORT_UNALIGNED, offset);
    }

    /**
     * Reads 32 bits.
     *
     * @param offset where it lies, in bytes
     * @return the bits
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    protected final int intAt(int offset) {
        return segment().get(JAVA_INT_UNALIGNED, offset);
    }

    /**
     * Reads 64 bits.
     *
     * @param offset where it lies, in bytes
     * @return the bits
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    protected final long longAt(int offset) {
        return segment().get(JAVA_LONG_UNALIGNED, offset);
    }

    /**
     * Reads a {@code float}.
     *
     * @param offset where it lies, in bytes
     * @return the value
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    protected final float floatAt(int offset) {
        return segment().get(JAVA_FLOAT_UNALIGNED, offset);
    }

    /**
     * Reads a {@code double}.
     *
     * @param offset where it lies, in bytes
     * @return the value
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    protected final double doubleAt(int offset) {
        return segment().get(JAVA_DOUBLE_UNALIGNED, offset);
    }

    /**
     * Reads a pointer.
     *
     * @param offset where it lies, in bytes
     * @return the address, as a segment of length 0
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    protected final MemorySegment addressAt(int offset) {
        return segment().get(ADDRESS_UNALIGNED, offset);
    }

    /**
     * The memory of a member.
     *
     * @param offset where it lies, in bytes
     * @param size how many bytes it has
     * @return that part of this memory, and no copy
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    protected final MemorySegment sliceAt(int offset, long size) {
        return segment().asSlice(offset, size);
    }

    /**
     * Writes a {@code bool}.
     *
     * @param offset where it lies, in bytes
     * @param value its new value
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the memory is read-only
     */
    protected final void put(int offset, boolean value) {
        segment().set(JAVA_BOOLEAN, offset, value);
    }

    /**
     * Writes 8 bits.
     *
     * @param offset where it lies, in bytes
     * @param value the bits
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the memory is read-only
     */
    protected final void put(int offset, byte value) {
        segment().set(JAVA_BYTE, offset, value);
    }

    /**
     * Writes 16 bits.
     *
     * @param offset where it lies, in bytes
     * @param value the bits
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the memory is read-only
     */
    protected final void put(int offset, short value) {
        segment().set(JAVA_SHORT_UNALIGNED, offset, value);
    }

    /**
     * Writes 32 bits.
     *
     * @param offset where it lies, in bytes
     * @param value the bits
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the memory is read-only
     */
    protected final void put(int offset, int value) {
        segment().set(JAVA_INT_UNALIGNED, offset, value);
    }

    /**
     * Writes 64 bits.
     *
     * @param offset where it lies, in bytes
     * @param value the bits
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the memory is read-only
     */
    protected final void put(int offset, long value) {
        segment().set(JAVA_LONG_UNALIGNED, offset, value);
    }

    /**
     * Writes a {@code float}.
     *
     * @param offset where it lies, in bytes
     * @param value its new value
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the memory is read-only
     */
    protected final void put(int offset, float value) {
        segment().set(JAVA_FLOAT_UNALIGNED, offset, value);
    }

    /**
     * Writes a {@code double}.
     *
     * @param offset where it lies, in bytes
     * @param value its new value
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the memory is read-only
     */
    protected final void put(int offset, double value) {
        segment().set(JAVA_DOUBLE_UNALIGNED, offset, value);
    }

    /**
     * Writes a pointer; the memory behind it is not kept alive.
     *
     * @param offset where it lies, in bytes
     * @param value native memory
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the memory is read-only, or the value is on the heap
     * @throws IllegalStateException if the memory behind it is closed
     */
    protected final void put(int offset, MemorySegment value) {
        segment().set(ADDRESS_UNALIGNED, offset, Liveness.check(value));
    }

    /**
     * Writes a pointer; the memory behind it is not kept alive.
     *
     * @param offset where it lies, in bytes
     * @param value the pointer; null writes NULL
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the memory is read-only, or the value is on the heap
     * @throws IllegalStateException if the memory behind it is closed, or it is a handle that is
     */
    protected final void put(int offset, @Nullable Pointer<?> value) {
        segment().set(ADDRESS_UNALIGNED, offset, Pointer.segmentOf(value));
    }

    /**
     * Writes a value that owns its bytes.
     *
     * @param value whose bytes are copied to the start of this
     * @throws IndexOutOfBoundsException if this is shorter
     * @throws IllegalArgumentException if the memory is read-only
     */
    protected final void putBytes(StructValue value) {
        MemorySegment bytes = value.segment();
        MemorySegment.copy(bytes, 0, segment(), 0, bytes.byteSize());
    }
}
