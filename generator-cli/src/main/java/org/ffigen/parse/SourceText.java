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
            if (startsWith(ascii, at)) {
                return at;
            }
        }
        return -1;
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
