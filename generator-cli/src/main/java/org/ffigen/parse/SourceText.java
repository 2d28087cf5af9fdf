package org.ffigen.parse;

import java.nio.charset.StandardCharsets;

/** A source file's bytes, for what clang does not tell. */
final class SourceText {

    private final byte[] bytes;

    SourceText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The text from {@code offset} to the end of the logical line, backslash-newlines removed. */
    String logicalLine(int offset) {
        int from = offset;
        StringBuilder line = new StringBuilder();
        while (true) {
            int end = endOfLine(from);
            int last = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
            if (end == bytes.length || last == from || bytes[last - 1] != '\\') {
                return line.append(text(from, last)).toString();
            }
            line.append(text(from, last - 1));
            from = end + 1;
        }
    }

    /** The line that holds {@code offset}. */
    String line(int offset) {
        int end = endOfLine(offset);
        return text(startOfLine(offset), end > 0 && end <= bytes.length && end > startOfLine(offset)
                && bytes[end - 1] == '\r' ? end - 1 : end);
    }

    /** Everything from the start to {@code offset}. */
    int startOfLine(int offset) {
        int start = Math.min(offset, bytes.length);
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
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
