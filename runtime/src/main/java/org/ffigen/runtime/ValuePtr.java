package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Objects;

/**
 * A pointer to one or more values of a C type that a {@link Codec} reads and writes: {@code long double *},
 * {@code __int128 *}, {@code _Atomic int *}.
 *
 * <p>
 * Immutable: safe for any thread. Whether the memory behind it is depends on the codec.
 *
 * @param <T> what Java has for a value
 */
public final class ValuePtr<T> extends TypedPointer<T> {
    private final Codec<T> codec;

    private ValuePtr(MemorySegment segment, Codec<T> codec) {
        super(segment);
        this.codec = Objects.requireNonNull(codec, "codec");
    }

    /**
     * A pointer into existing memory.
     *
     * @param <T> what Java has for a value
     * @param segment the memory
     * @param codec how values lie in it
     * @return the typed pointer
     */
    public static <T> ValuePtr<T> of(MemorySegment segment, Codec<T> codec) {
        return new ValuePtr<>(segment, codec);
    }

    /**
     * New memory for several values, zeroed and aligned to 16 bytes.
     *
     * @param <T> what Java has for a value
     * @param allocator where the memory lives, and for how long
     * @param count how many
     * @param codec how values lie in it
     * @return a pointer to the first
     * @throws IllegalArgumentException if the count is negative
     */
    public static <T> ValuePtr<T> allocate(SegmentAllocator allocator, long count, Codec<T> codec) {
        long bytes = Math.multiplyExact(codec.byteSize(), count);
        return new ValuePtr<>(allocator.allocate(bytes, 16).fill((byte) 0), codec);
    }

    /**
     * Reads the first value.
     *
     * @return the value
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    public T get() {
        return get(0);
    }

    /**
     * Reads a value.
     *
     * @param index which, from 0
     * @return the value
     * @throws IndexOutOfBoundsException if it is outside the segment
     */
    public T get(long index) {
        return codec.get(segment(), Math.multiplyExact(index, codec.byteSize()));
    }

    /**
     * Writes the first value.
     *
     * @param value its new value
     * @return this
     * @throws IndexOutOfBoundsException if the segment is shorter
     * @throws IllegalArgumentException if the C type cannot hold it, or the memory is read-only
     */
    public ValuePtr<T> set(T value) {
        return set(0, value);
    }

    /**
     * Writes a value.
     *
     * @param index which, from 0
     * @param value its new value
     * @return this
     * @throws IndexOutOfBoundsException if it is outside the segment
     * @throws IllegalArgumentException if the C type cannot hold it, or the memory is read-only
     */
    public ValuePtr<T> set(long index, T value) {
        codec.set(segment(), Math.multiplyExact(index, codec.byteSize()), value);
        return this;
    }

    /**
     * How many values the segment's bounds hold.
     *
     * @return the number; 0 if the bounds are unknown
     */
    public long length() {
        return segment().byteSize() / codec.byteSize();
    }

    /**
     * The same memory, not to be written through the result.
     *
     * @return a read-only pointer
     */
    public ValuePtr<T> asReadOnly() {
        return new ValuePtr<>(segment().asReadOnly(), codec);
    }
}
