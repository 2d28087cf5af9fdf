package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a layout, as {@code Struct.layout} of the runtime reads it: its parts in words, and the expressions of the
 * layouts that they refer to by number. For one layout; not safe for several threads.
 */
final class LayoutWords {

    private static final int LINE = 90;
    /** A literal of a class file has at most 65,535 bytes. */
    private static final int LONGEST_LITERAL = 20_000;

    private final List<String> others = new ArrayList<>();

    /** The word of a type that has a layout of its own. */
    String reference(String layout) {
        if (!others.contains(layout)) {
            others.add(layout);
        }
        return "$" + others.indexOf(layout);
    }

    static String anonymous(boolean union, List<String> parts) {
        return parts.stream().collect(Collectors.joining(", ", union ? "union{" : "struct{", "}"));
    }

    /** The lines of the expression that makes the layout. */
    List<String> lines(boolean union, String name, List<String> parts) {
        List<String> lines = new ArrayList<>(literal(pieces(name + "{", parts, "}")));
        lines.set(0, (union ? "Struct.union(" : "Struct.layout(") + lines.getFirst());
        for (String other : others) {
            append(lines, other);
        }
        lines.set(lines.size() - 1, lines.getLast() + ")");
        return lines;
    }

    private static void append(List<String> lines, String argument) {
        lines.set(lines.size() - 1, lines.getLast() + ",");
        if (lines.getLast().length() + argument.length() < LINE) {
            lines.set(lines.size() - 1, lines.getLast() + " " + argument);
        } else {
            lines.add(argument);
        }
    }

    /** The text in pieces that have a line each. */
    private static List<String> pieces(String begin, List<String> parts, String end) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder(begin);
        for (int i = 0; i < parts.size(); i++) {
            String words = parts.get(i) + (i == parts.size() - 1 ? end : ", ");
            if (piece.length() + words.length() > LINE) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(words);
        }
        pieces.add(parts.isEmpty() ? begin + end : piece.toString());
        return pieces;
    }

    /** One literal, or several that are joined at run time because a class file has none that is so long. */
    private static List<String> literal(List<String> pieces) {
        List<String> lines = new ArrayList<>();
        int length = 0;
        boolean joined = pieces.stream().mapToInt(String::length).sum() > LONGEST_LITERAL;
        for (String piece : pieces) {
            String literal = Literals.ofString(piece);
            if (lines.isEmpty()) {
                lines.add((joined ? "(" : "") + literal);
            } else if (length + piece.length() > LONGEST_LITERAL) {
                lines.set(lines.size() - 1, lines.getLast() + ")");
                lines.add(".concat(" + literal);
                length = 0;
            } else {
                lines.add("+ " + literal);
            }
            length += piece.length();
        }
        lines.set(lines.size() - 1, lines.getLast() + (joined ? ")" : ""));
        return lines;
    }
}
