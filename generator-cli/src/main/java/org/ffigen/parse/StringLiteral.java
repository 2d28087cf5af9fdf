package org.ffigen.parse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ffigen.model.BuiltinKind;

/**
 * Reads a string literal as clang prints it: {@code L"caf\xE9"}. Its own evaluation ends at the first NUL, and knows
 * nothing of wide strings.
 */
final class StringLiteral {

    private final String literal;
    private final List<Integer> units = new ArrayList<>();
    private int at;

    private StringLiteral(String literal) {
        this.literal = literal;
    }

    /** The type of the elements, as the prefix says. */
    static BuiltinKind unit(String literal) {
        return switch (literal.charAt(0)) {
            case 'L' -> BuiltinKind.WCHAR;
            case 'U' -> BuiltinKind.CHAR32;
            case 'u' -> literal.startsWith("u8") ? BuiltinKind.CHAR : BuiltinKind.CHAR16;
            default -> BuiltinKind.CHAR;
        };
    }

    /**
     * The bytes of a little-endian machine, without the NUL at the end.
     *
     * @param size of an element
     */
    static byte[] bytes(String literal, int size) {
        List<Integer> units = units(literal, size);
        ByteBuffer bytes = ByteBuffer.allocate(units.size() * size).order(ByteOrder.LITTLE_ENDIAN);
        for (int unit : units) {
            switch (size) {
                case 1 -> bytes.put((byte) unit);
                case 2 -> bytes.putShort((short) unit);
                default -> bytes.putInt(unit);
            }
        }
        return bytes.array();
    }

    /** The elements, without the NUL at the end. */
    static List<Integer> units(String literal, int size) {
        StringLiteral reader = new StringLiteral(literal);
        reader.read(size);
        return reader.units;
    }

    private void read(int size) {
        at = literal.indexOf('"') + 1;
        int end = literal.length() - 1;
        while (at < end) {
            char c = literal.charAt(at++);
            if (c == '\\') {
                add(escape(), size);
            } else if (c == '"') {
                // clang closes and opens a literal where a digit would continue an escape.
                at++;
            } else if (size == 1) {
                for (byte unit : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    units.add(unit & 0xff);
                }
            } else {
                add(c, size);
            }
        }
    }

    private void add(int character, int size) {
        if (size == 2 && Character.isSupplementaryCodePoint(character)) {
            units.add((int) Character.highSurrogate(character));
            units.add((int) Character.lowSurrogate(character));
        } else {
            units.add(character);
        }
    }

    private int escape() {
        char letter = literal.charAt(at++);
        return switch (letter) {
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                yield digits(8, 3);
            }
            case 'x' -> digits(16, 8);
            case 'u' -> digits(16, 4);
            case 'U' -> digits(16, 8);
            case 'a' -> 7;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 0x0b;
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'e' -> 0x1b;
            default -> letter;
        };
    }

    private int digits(int radix, int most) {
        int start = at;
        while (at < start + most && Character.digit(literal.charAt(at), radix) >= 0) {
            at++;
        }
        return Integer.parseUnsignedInt(literal, start, at, radix);
    }
}
