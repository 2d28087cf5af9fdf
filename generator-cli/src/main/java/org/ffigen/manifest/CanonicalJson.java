package org.ffigen.manifest;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes JSON in the one form it may have: keys in the order of their UTF-16 code units, two spaces a level, LF, a line
 * for every value. A key out of order is refused, so that the order cannot be lost by a later change.
 */
final class CanonicalJson {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder(1 << 16);
    /** The last key of each open object; empty for an array and for an object without keys yet. */
    private final Deque<String> keys = new ArrayDeque<>();
    private boolean empty = true;
    private boolean afterKey;

    /** The document, with a newline at its end. Everything must be closed. */
    String finish() {
        if (!keys.isEmpty()) {
            throw new IllegalStateException(keys.size() + " objects or arrays are open");
        }
        return out.append('\n').toString();
    }

    CanonicalJson beginObject() {
        return begin('{');
    }

    CanonicalJson endObject() {
        return end('}');
    }

    CanonicalJson beginArray() {
        return begin('[');
    }

    CanonicalJson endArray() {
        return end(']');
    }

    /** @throws IllegalStateException if the key does not come after the one before it */
    CanonicalJson key(String key) {
        if (!empty && keys.element().compareTo(key) >= 0) {
            throw new IllegalStateException("key " + key + " after " + keys.element());
        }
        keys.pop();
        keys.push(key);
        place();
        quote(key);
        out.append(": ");
        afterKey = true;
        return this;
    }

    CanonicalJson value(String value) {
        place();
        quote(value);
        return this;
    }

    CanonicalJson value(long value) {
        place();
        out.append(value);
        return this;
    }

    CanonicalJson value(boolean value) {
        place();
        out.append(value);
        return this;
    }

    private CanonicalJson begin(char bracket) {
        place();
        out.append(bracket);
        keys.push("");
        empty = true;
        return this;
    }

    private CanonicalJson end(char bracket) {
        keys.pop();
        if (!empty) {
            newLine();
        }
        empty = false;
        out.append(bracket);
        return this;
    }

    /** Moves to where the next key or value goes. */
    private void place() {
        if (afterKey) {
            afterKey = false;
        } else if (!keys.isEmpty()) {
            if (!empty) {
                out.append(',');
            }
            newLine();
        }
        empty = false;
    }

    private void newLine() {
        out.append('\n').repeat("  ", keys.size());
    }

    private void quote(String text) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) && isAlone(text, i)) {
                out.append(text, from, i);
                escape(c);
                from = i + 1;
            }
        }
        out.append(text, from, text.length()).append('"');
    }

    /** Half a character has no UTF-8 form, so it is escaped. */
    private static boolean isAlone(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    private void escape(char c) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            case '\t' -> out.append('t');
            default -> {
                out.append('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX[c >> shift & 0xf]);
                }
            }
        }
    }
}
