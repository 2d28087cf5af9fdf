package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Texts as C holds them: bytes in UTF-8 that end with a NUL. Stateless. */
public final class CString {

    private CString() {
    }

    /**
     * Reads the text at the start of a segment.
     *
     * @param segment bounded by what may be read; the null pointer is no text
     * @return null for the null pointer
     * @throws IndexOutOfBoundsException if no NUL lies within the bounds
     */
    public static @Nullable String read(MemorySegment segment) {
        return segment.isNative() && segment.address() == 0 ? null : segment.getString(0);
    }

    /**
     * Reads the text at the start of a segment.
     *
     * @param segment bounded by what may be read; the null pointer is no text
     * @param charset in which it is written; its NUL is as wide as its smallest character
     * @return null for the null pointer
     * @throws IndexOutOfBoundsException if no NUL lies within the bounds
     */
    public static @Nullable String read(MemorySegment segment, Charset charset) {
        return segment.isNative() && segment.address() == 0 ? null : CharsetText.decode(segment, charset);
    }

    /**
     * Reads a text and frees it, whatever reading comes to.
     *
     * @param address of the text, or NULL, of which nothing is to be freed
     * @param read gives the text at an address
     * @param free frees it
     * @return what {@code read} gives
     */
    public static @Nullable String take(MemorySegment address, Function<MemorySegment, @Nullable String> read,
            Consumer<MemorySegment> free) {
        String text;
        try {
            text = read.apply(address);
        } catch (Throwable unreadable) {
            LostResult.free(unreadable, address, free);
            throw unreadable;
        }
        if (address.address() != 0) {
            free.accept(address);
        }
        return text;
    }

    /**
     * A text that C sees all of.
     *
     * @param text the text
     * @return the same text
     * @throws IllegalArgumentException if there is a U+0000 in it, where C would see it end
     */
    public static String whole(String text) {
        int end = text.indexOf('\0');
        if (end >= 0) {
            throw new IllegalArgumentException("the text has U+0000 at index " + end + ": C would see only its first "
                    + end + " characters");
        }
        return text;
    }

    /**
     * Reads the text in a {@code char[N]}, in UTF-8: up to the first NUL, or all of it if there is none.
     *
     * @param array all of the array; it is read, and not kept
     * @return the text; what is malformed becomes U+FFFD
     */
    public static String readArray(MemorySegment array) {
        byte[] bytes = array.toArray(ValueLayout.JAVA_BYTE);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * Reads the text in an array of characters: up to the first NUL, or all of it if there is none.
     *
     * @param array all of the array; or memory without bounds, where there is one
     * @param charset in which it is written; its NUL is as wide as its smallest character
     * @return the text
     */
    public static String readArray(MemorySegment array, Charset charset) {
        return CharsetText.decodeWithin(array, charset);
    }

    /**
     * Reads the text in an array of unknown length, in UTF-8: see {@link #readOpen(MemorySegment, long, Charset)}.
     *
     * @param array from where it begins to where the memory ends
     * @param within how many bytes of that are no room for it, but the end of the struct itself
     * @return the text
     * @throws IndexOutOfBoundsException if the memory ends before any NUL: of memory of C's, Java does not know how
     *         long it is
     */
    public static String readOpen(MemorySegment array, long within) {
        return readOpen(array, within, StandardCharsets.UTF_8);
    }

    /**
     * Reads the text in an array of unknown length: up to the first NUL, or all of it if it is memory of Java's that was
     * allocated with room for it.
     *
     * @param array from where it begins to where the memory ends
     * @param within how many bytes of that are no room for it, but the end of the struct itself
     * @param charset in which it is written
     * @return the text
     * @throws IndexOutOfBoundsException if the memory ends before any NUL: of memory of C's, Java does not know how long
     *         it is
     */
    public static String readOpen(MemorySegment array, long within, Charset charset) {
        if (array.byteSize() > within || !Liveness.mayBeOfC(array)) {
            return CharsetText.decodeWithin(array, charset);
        }
        try {
            return CharsetText.decode(array, charset);
        } catch (IndexOutOfBoundsException noNul) {
            throw new IndexOutOfBoundsException(
                    "how long the array is that C gave, Java does not know: give its length");
        }
    }

    /**
     * Writes a text into a {@code char[N]}, in UTF-8, and fills the rest with NULs.
     *
     * @param array all of the array
     * @param text the text
     * @throws IllegalArgumentException if the text and one NUL do not fit, there is a U+0000 in the text, or the array
     *         is read-only
     */
    public static void writeArray(MemorySegment array, String text) {
        byte[] bytes = whole(text).getBytes(StandardCharsets.UTF_8);
        checkFits(bytes.length + 1, 1, array);
        array.fill((byte) 0);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, array, 0, bytes.length);
    }

    /**
     * Writes a text into an array of characters and fills the rest with NULs.
     *
     * @param array all of the array
     * @param text the text
     * @param charset how C reads it
     * @throws IllegalArgumentException if the text and one NUL do not fit, the charset has no bytes for a character,
     *         there is a U+0000 in the text, or the array is read-only
     */
    public static void writeArray(MemorySegment array, String text, Charset charset) {
        byte[] ended = CharsetText.encode(text, charset);
        checkFits(ended.length, CharsetText.unit(charset), array);
        array.fill((byte) 0);
        MemorySegment.copy(MemorySegment.ofArray(ended), 0, array, 0, ended.length);
    }

    private static void checkFits(int ended, int nul, MemorySegment array) {
        if (ended > array.byteSize()) {
            throw new IllegalArgumentException(
                    "the text takes %s bytes and a NUL, the array holds %s".formatted(ended - nul, array.byteSize()));
        }
    }
}
