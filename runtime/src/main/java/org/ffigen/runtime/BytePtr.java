package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A pointer to one or more bytes ({@code char}, {@code int8_t}, {@code uint8_t}).
 *
 * <p>
 * Immutable: safe for any thread. The memory behind it is plain memory, neither atomic nor ordered between threads.
 */
public final class BytePtr extends TypedPointer<Byte> {
    private BytePtr(MemorySegment segment) {
        super(segment);
    }

    /**
     * A pointer into existing memory.
     *
     * @param segment the memory
     * @return the typed pointer
     */
    public static BytePtr of(MemorySegment segment) {
        return new BytePtr(segment);
    }

    /**
     * New memory for one {@code byte}; its content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @return a pointer to it
     */
    public static BytePtr allocate(SegmentAllocator allocator) {
        return new BytePtr(allocator.allocate(JAVA_BYTE));
    }

    /**
     * New memory for several {@code byte}s; their content is what the allocator gives (arenas give zero).
     *
     * @param allocator where the memory lives, and for how long
     * @param count how many
     * @return a pointer to the first
     * @throws IllegalArgumentException if the count is negative
     */
    public static BytePtr allocate(SegmentAllocator allocator, long count) {
        return new BytePtr(allocator.allocate(JAVA_BYTE, count));
    }

    /**
     * New memory with a copy of these values.
     *
     * @param allocator where the memory lives, and for how long
     * @param values the values
     * @return a pointer to the first
     */
    public static BytePtr allocateFrom(SegmentAllocator allocator, byte... values) {
        return new BytePtr(allocator.allocateFrom(JAVA_BYTE, values));
    }

    /**
     * New memory with a copy of this text, in UTF-8 and NUL-terminated.
     *
     * @param allocator where the memory lives, and for how long
     * @param text the text, or null
     * @return a pointer to the first byte; C's NULL for null
     * @throws IllegalArgumentException if there is a U+0000 in the text, where C would see it end
     */
    public static BytePtr allocateString(SegmentAllocator allocator, @Nullable String text) {
        return new BytePtr(text == null ? MemorySegment.NULL : allocator.allocateFrom(CString.whole(text)));
    }

    /**
     * New memory with a copy of this text and a NUL, in any charset.
     *
     * @param allocator where the memory lives, and for how long
     * @param text the text, or null
     * @param charset how C reads it
     * @return a pointer to the first byte; C's NULL for null
     * @throws IllegalArgumentException if the charset has no bytes for a character, or there is a U+0000 in the text
     */
    public static BytePtr allocateString(SegmentAllocator allocator, @Nullable String text, Charset charset) {
        return new BytePtr(text == null
                ? MemorySegment.NULL
                : allocator.allocateFrom(JAVA_BYTE, CharsetText.encode(text, charset)));
    }

    /**
     * Reads the text that starts here and ends before the first NUL, in UTF-8.
     *
     * @return the text; malformed bytes become U+FFFD
     * @throws IndexOutOfBoundsException if there is no NUL within the segment
     */
    public String getString() {
        return segment().getString(0);
    }

    /**
     * Reads the text that starts here and ends before the first NUL, in any charset.
     *
     * @param charset in which it is written; its NUL is as wide as its smallest character
     * @return the text; malformed bytes become what the charset has for that
     * @throws IndexOutOfBoundsException if there is no NUL within the segment
     */
    public String getString(Charset charset) {
        return CharsetText.decode(segment(), charset);
    }

    /**
     * Writes a text and a NUL here, in UTF-8.
     *
     * @param text the text
     * @return this
     * @throws IndexOutOfBoundsException if it does not fit the segment
     * @throws IllegalArgumentException if the memory is read-only, or there is a U+0000 in the text
     */
    public BytePtr setString(String text) {
        segment().setString(0, CString.whole(text));
        return this;
    }

    /**
     * Writes a text and a NUL here, in any charset.
     *
     * @param text the text
     * @param charset how C reads it
     * @return this
     * @throws IndexOutOfBoundsException if it does not fit the segment
     * @throws IllegalArgumentException if the memory is read-only, the charset has no bytes for a character, or there is
     *         a U+0000 in the text
     */
    public BytePtr setString(String text, Charset charset) {
        byte[] ended = CharsetText.encode(text, charset);
        MemorySegment.copy(ended, 0, segment(), JAVA_BYTE, 0, ended.length);
        return this;
    }

    /**
     * Reads the first element.
     *
     * @return its value
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    public byte get() {
        return segment().get(JAVA_BYTE, 0);
    }

    /**
     * Reads an element.
     *
     * @param index the element, from 0
     * @return its value
     * @throws IndexOutOfBoundsException if it is outside the segment
     */
    public byte get(long index) {
        return segment().getAtIndex(JAVA_BYTE, index);
    }

    /**
     * Writes the first element.
     *
     * @param value its new value
     * @return this
     * @throws IndexOutOfBoundsException if the segment is shorter
     * @throws IllegalArgumentException if the memory is read-only
     */
    public BytePtr set(byte value) {
        segment().set(JAVA_BYTE, 0, value);
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
    public BytePtr set(long index, byte value) {
        segment().setAtIndex(JAVA_BYTE, index, value);
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
    public byte[] toArray(long count) {
        return segment().asSlice(0, Math.multiplyExact(count, JAVA_BYTE.byteSize())).toArray(JAVA_BYTE);
    }

    /**
     * The same memory, not to be written through the result.
     *
     * @return a read-only pointer
     */
    public BytePtr asReadOnly() {
        return new BytePtr(segment().asReadOnly());
    }
}
