package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Texts in any charset, with a NUL at their end that is as wide as the charset's own. Stateless. */
final class CharsetText {
    private CharsetText() {
    }

    /**
     * The bytes of the text and of the NUL after it. IllegalArgumentException if the charset lacks a character, or C
     * would not see all of the text.
     */
    static byte[] encode(String text, Charset charset) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(CString.whole(text)));
            byte[] ended = new byte[bytes.remaining() + unit(charset)];
            bytes.get(ended, 0, bytes.remaining());
            // Their NUL is wider than a byte; asking that in unit() costs every text that is read 40 bytes.
            if (charset.name().endsWith("-BOM")) {
                throw new IllegalArgumentException("C cannot see where a text in " + charset + " ends");
            }
            return ended;
        } catch (CharacterCodingException lacking) {
            throw new IllegalArgumentException(charset + " cannot say '" + text + "'", lacking);
        }
    }

    /** The text up to the NUL; what is no text becomes what the charset has for that. */
    static String decode(MemorySegment memory, Charset charset) {
        int unit = unit(charset);
        long length = 0;
        while (!isNul(memory, length, unit)) {
            length += unit;
        }
        return text(memory, length, charset);
    }

    /** The text up to the NUL, or to the end of the memory if there is none. */
    static String decodeWithin(MemorySegment memory, Charset charset) {
        return text(memory, lengthWithin(memory, unit(charset)), charset);
    }

    /** Whether a text that begins with the memory ends in it, with a NUL of so many bytes. */
    static boolean hasNul(MemorySegment memory, int unit) {
        return lengthWithin(memory, unit) <= memory.byteSize() - unit;
    }

    private static long lengthWithin(MemorySegment memory, int unit) {
        long last = memory.byteSize() - unit;
        long length = 0;
        while (length <= last && !isNul(memory, length, unit)) {
            length += unit;
        }
        return length;
    }

    private static String text(MemorySegment memory, long length, Charset charset) {
        return new String(memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), charset);
    }

    private static boolean isNul(MemorySegment memory, long at, int unit) {
        for (int i = 0; i < unit; i++) {
            if (memory.get(ValueLayout.JAVA_BYTE, at + i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes its smallest character has, and its NUL. */
    static int unit(Charset charset) {
        return charset.name().startsWith("UTF-16")
                ? Short.BYTES
                : charset.name().startsWith("UTF-32") ? Integer.BYTES : Byte.BYTES;
    }
}
