package org.ffigen.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ffigen.digest.InputDigest;

/** A source file's bytes, for what clang does not tell. */
final class SourceText {

    private final byte[] bytes;

    SourceText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The identifier that begins at {@code offset}. */
    String identifier(int offset) {
        int end = offset;
        while (end < bytes.length && (bytes[end] < 0 || Character.isJavaIdentifierPart(bytes[end]))) {
            end++;
        }
        return text(offset, end);
    }

    /** A character for each byte, so that places in it are offsets. */
    String asBytes() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The SHA-256 of the bytes. */
    String digest() {
        return InputDigest.of(bytes);
    }

    int length() {
        return bytes.length;
    }

    /** The byte at {@code offset}; a character if it is ASCII. */
    char at(int offset) {
        return (char) (bytes[offset] & 0xff);
    }

    /** The text from {@code offset} to the end of the logical line: spliced lines are joined, comments are whole. */
    String logicalLine(int offset) {
        StringBuilder line = new StringBuilder();
        int from = offset;
        int at = offset;
        while (at < bytes.length && bytes[at] != '\n') {
            switch (bytes[at]) {
                case '\\' -> {
                    int spliced = spliceAt(at);
                    if (spliced > 0) {
                        line.append(text(from, at));
                        from = at + spliced;
                    }
                    at += Math.max(1, spliced);
                }
                case '/' -> at = startsWith("/*", at)
                        ? endOf("*/", at + 2)
                        : startsWith("//", at) ? endOfLine(at) : at + 1;
                case '"', '\'' -> at = endOfLiteral(at);
                default -> at++;
            }
        }
        return line.append(text(from, at)).toString().stripTrailing();
    }

    /** The length of the backslash and line end at {@code at}, or 0. */
    private int spliceAt(int at) {
        return startsWith("\\\n", at) ? 2 : startsWith("\\\r\n", at) ? 3 : 0;
    }

    private int endOfLiteral(int start) {
        int at = start + 1;
        while (at < bytes.length && bytes[at] != bytes[start] && bytes[at] != '\n' && spliceAt(at) == 0) {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(bytes.length, spliceAt(at) > 0 || at < bytes.length && bytes[at] == '\n' ? at : at + 1);
    }

    private int endOf(String ascii, int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] != ascii.charAt(0) || !startsWith(ascii, at))) {
            at++;
        }
        return Math.min(bytes.length, at + ascii.length());
    }

    /** The line that holds {@code offset}. */
    String line(int offset) {
        int end = endOfLine(offset);
        int start = startOfLine(offset);
        return text(start, end > start && bytes[end - 1] == '\r' ? end - 1 : end);
    }

    /** Where the line begins that holds {@code offset}. */
    int startOfLine(int offset) {
        int start = Math.min(offset, bytes.length);
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /** Where the white space begins that ends at {@code offset}. */
    int stripTrailing(int offset) {
        int end = offset;
        while (end > 0 && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        return end;
    }

    /** Where {@code ascii} begins for the last time before {@code offset}, or -1. */
    int lastIndexOf(String ascii, int offset) {
        for (int at = offset - ascii.length(); at >= 0; at--) {
            if (bytes[at] == ascii.charAt(0) && startsWith(ascii, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether {@code ascii} is anywhere in it; that looks at few of the bytes (Horspool's search). */
    boolean contains(String ascii) {
        int last = ascii.length() - 1;
        int[] step = new int[256];
        Arrays.fill(step, ascii.length());
        for (int i = 0; i < last; i++) {
            step[ascii.charAt(i)] = last - i;
        }
        for (int at = 0; at + last < bytes.length; at += step[at(at + last)]) {
            if (startsWith(ascii, at)) {
                return true;
            }
        }
        return false;
    }

    boolean startsWith(String ascii, int offset) {
        if (offset < 0 || offset + ascii.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[offset + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private int endOfLine(int offset) {
        int end = Math.min(offset, bytes.length);
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
