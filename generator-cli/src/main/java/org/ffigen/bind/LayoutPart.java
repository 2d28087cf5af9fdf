package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;

/**
 * A member of a layout, or padding, in the two forms that {@code LayoutBuilder} takes.
 *
 * @param call the method that adds it, with its dot
 * @param words the same in a text of members; empty if a text cannot say it
 */
record LayoutPart(String call, String words) {

    private static final int LINE = 90;
    /** A literal of a class file has at most 65,535 bytes. */
    private static final int LONGEST_TEXT = 20_000;

    /** What only a call can say: it names another layout. */
    static LayoutPart call(String call) {
        return new LayoutPart(call, "");
    }

    static LayoutPart scalar(String word, String member) {
        return new LayoutPart("." + word + "(" + Literals.ofString(member) + ")", word + " " + member);
    }

    /** @param layout the expression of the layout of one */
    static LayoutPart scalars(String word, long count, String member, String layout) {
        return new LayoutPart(
                ".array(" + Literals.ofString(member) + ", " + Literals.ofSize(count) + ", " + layout + ")",
                word + "[" + count + "] " + member);
    }

    static LayoutPart bytes(String member, long size) {
        return new LayoutPart(".bytes(" + Literals.ofString(member) + ", " + Literals.ofSize(size) + ")",
                "i8[" + size + "] " + member);
    }

    static LayoutPart padding(long size) {
        return new LayoutPart(".pad(" + Literals.ofSize(size) + ")", "pad " + size);
    }

    static boolean areWords(List<LayoutPart> parts) {
        return parts.stream().noneMatch(part -> part.words.isEmpty())
                && parts.stream().mapToInt(part -> part.words.length()).sum() < LONGEST_TEXT;
    }

    /** The lines of the expression that makes a layout of a text: the smallest in a class file. */
    static List<String> text(String kind, String name, List<LayoutPart> parts) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (int i = 0; i < parts.size(); i++) {
            String words = parts.get(i).words + (i == parts.size() - 1 ? "" : ", ");
            if (!line.isEmpty() && line.length() + words.length() > LINE) {
                lines.add(line);
                line = "";
            }
            line += words;
        }
        lines.add(line);
        List<String> expression = new ArrayList<>(List.of("Struct." + kind + "(" + Literals.ofString(name) + ","));
        for (int i = 0; i < lines.size(); i++) {
            expression.add((i == 0 ? "" : "+ ") + Literals.ofString(lines.get(i)) + (i == lines.size() - 1 ? ")" : ""));
        }
        return expression;
    }
}
