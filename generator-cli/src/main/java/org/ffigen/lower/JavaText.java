package org.ffigen.lower;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue.StringValue;

/** How long the text of a string literal is in a class file, which holds it in modified UTF-8. */
final class JavaText {

    /** The longest text of a class file, in bytes. */
    static final int MOST = 65_535;

    private JavaText() {
    }

    /** The bytes that a literal's text takes. */
    static long bytes(StringValue literal) {
        return characters(literal).mapToLong(JavaText::bytes).sum();
    }

    /** Of a character of 16 bits 1 to 3; of others the 3 of each half. Only NUL is longer than in UTF-8. */
    private static long bytes(int character) {
        if (character > 0 && character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : Character.isBmpCodePoint(character) ? 3 : 6;
    }

    private static IntStream characters(StringValue literal) {
        ByteBuffer bytes = ByteBuffer.wrap(literal.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (literal.unit() == BuiltinKind.CHAR) {
            return narrow(bytes);
        }
        int size = isOf32Bits(literal.unit(), bytes) ? Integer.BYTES : Short.BYTES;
        return IntStream.range(0, bytes.limit() / size)
                .map(i -> size == Integer.BYTES ? bytes.getInt(i * size) : bytes.getChar(i * size));
    }

    /** As UTF-8; bytes that are none are characters each. */
    private static IntStream narrow(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).chars();
        } catch (CharacterCodingException e) {
            return IntStream.range(0, bytes.limit()).map(i -> bytes.get(i) & 0xff);
        }
    }

    /** What {@code wchar_t} is the text tells: two characters of 16 bits seldom make one of Unicode. */
    private static boolean isOf32Bits(BuiltinKind unit, ByteBuffer bytes) {
        return unit == BuiltinKind.CHAR32 || unit == BuiltinKind.WCHAR && bytes.limit() % Integer.BYTES == 0
                && IntStream.range(0, bytes.limit() / Integer.BYTES)
                        .allMatch(i -> Character.isValidCodePoint(bytes.getInt(i * Integer.BYTES)));
    }
}
