package org.ffigen.lower;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.ffigen.model.CType;
import org.ffigen.model.ConstantValue.StringValue;

/** What string literals are in Java, and how long in a class file, which holds them in modified UTF-8. */
public final class JavaText {

    /** The longest text of a class file, in bytes. */
    private static final int MOST = 65_535;

    private JavaText() {
    }

    /**
     * The text of a string literal: wide ones are UTF-16 or UTF-32, those of char UTF-8; bytes that are none keep their
     * values as characters.
     *
     * @param lowering knows how wide a {@code wchar_t} is
     */
    public static String of(StringValue literal, Lowering lowering) {
        return decode(literal.bytes(), lowering.storage(new CType.Builtin(literal.unit())).size());
    }

    /** @param unitSize of an element */
    static String decode(byte[] bytes, long unitSize) {
        if (unitSize == Integer.BYTES) {
            return new String(bytes, StandardCharsets.UTF_32LE);
        }
        if (unitSize == Short.BYTES) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < bytes.length; i += Short.BYTES) {
                text.append((char) (bytes[i] & 0xff | (bytes[i + 1] & 0xff) << 8));
            }
            return text.toString();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether javac refuses a constant: for its bytes, of which a class file counts no more, or its characters. */
    static boolean isTooLong(String text) {
        return text.length() >= MOST || bytes(text) > MOST;
    }

    /** The bytes that a text takes: only NUL, and halves of surrogates, are longer than in UTF-8. */
    static long bytes(String text) {
        return text.chars().map(unit -> unit > 0 && unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3).asLongStream().sum();
    }
}
