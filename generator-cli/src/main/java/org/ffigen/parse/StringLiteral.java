package org.ffigen.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads a string literal as clang prints it. Its own evaluation ends at the first NUL. */
final class StringLiteral {

    private StringLiteral() {
    }

    /** The bytes, without the NUL at the end. */
    static byte[] bytes(String literal) {
        byte[] text = literal.getBytes(StandardCharsets.UTF_8);
        int at = literal.indexOf('"') + 1;
        int end = text.length - 1;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end);
        while (at < end) {
            if (text[at] != '\\') {
                bytes.write(text[at++]);
            } else if (isOctal(text[at + 1])) {
                int digits = 1;
                while (digits < 3 && at + 1 + digits < end && isOctal(text[at + 1 + digits])) {
                    digits++;
                }
                bytes.write(Integer.parseInt(new String(text, at + 1, digits, StandardCharsets.US_ASCII), 8));
                at += 1 + digits;
            } else if (text[at + 1] == 'x') {
                bytes.write(Integer.parseInt(new String(text, at + 2, 2, StandardCharsets.US_ASCII), 16));
                at += 4;
            } else {
                bytes.write(escape(text[at + 1]));
                at += 2;
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isOctal(byte digit) {
        return digit >= '0' && digit <= '7';
    }

    private static int escape(byte letter) {
        return switch (letter) {
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
}
