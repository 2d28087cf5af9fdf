package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Texts in arrays of {@code wchar_t}, {@code char16_t} and {@code char32_t}: UTF-16 or UTF-32 by the size of a unit, up to
 * the first NUL. Units that are no text become U+FFFD. Stateless.
 */
public final class WideString {
    private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final Charset UTF_16 = LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    private static final Charset UTF_32 = Charset.forName(LITTLE_ENDIAN ? "UTF-32LE" : "UTF-32BE");

    private WideString() {
    }

    /**
     * Reads the text in an array: up to the first NUL, or all of it if there is none.
     *
     * @param array all of the array
     * @param unit the size of an element in bytes, 2 or 4
     * @return the text
     */
    public static String readArray(MemorySegment array, int unit) {
        byte[] bytes = array.toArray(ValueLayout.JAVA_BYTE);
        int length = 0;
        while (length <= bytes.length - unit && !isNul(bytes, length, unit)) {
            length += unit;
        }
        return new String(bytes, 0, length, charset(unit));
    }

    /**
     * Writes a text into an array and fills the rest with NULs. Half of a surrogate pair alone becomes a question mark
     * in UTF-16 and U+FFFD in UTF-32.
     *
     * @param array all of the array
     * @param unit the size of an element in bytes, 2 or 4
     * @param text the text
     * @throws IllegalArgumentException if the text and one NUL do not fit, or there is a U+0000 in the text
     */
    public static void writeArray(MemorySegment array, int unit, String text) {
        byte[] bytes = CString.whole(text).getBytes(charset(unit));
        if (bytes.length + unit > array.byteSize()) {
            throw new IllegalArgumentException("the text takes %s units and a NUL, the array holds %s"
                    .formatted(bytes.length / unit, array.byteSize() / unit));
        }
        array.fill((byte) 0);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, array, 0, bytes.length);
    }

    private static boolean isNul(byte[] bytes, int at, int unit) {
        int bits = 0;
        for (int i = 0; i < unit; i++) {
            bits |= bytes[at + i];
        }
        return bits == 0;
    }

    private static Charset charset(int unit) {
        return unit == Short.BYTES ? UTF_16 : UTF_32;
    }
}
