package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    /** An anonymous struct or union: in words if all its parts are. */
    static LayoutPart anonymous(boolean union, List<LayoutPart> parts) {
        String call = ".anonymous(LayoutBuilder.of(\"\")" + calls(parts).stream().collect(Collectors.joining())
                + (union ? ".union())" : ".struct())");
        return new LayoutPart(call, areWords(parts)
                ? (union ? "union{" : "struct{")
                        + parts.stream().map(LayoutPart::words).collect(Collectors.joining(", ")) + "}"
                : "");
    }

    static boolean areWords(List<LayoutPart> parts) {
        return parts.stream().noneMatch(part -> part.words.isEmpty())
                && parts.stream().mapToInt(part -> part.words.length()).sum() < LONGEST_TEXT;
    }

    /**
     * The calls that add the parts, one after the other. What words can say of several is one call, which may be several
     * strings where its text is long.
     */
    static List<String> calls(List<LayoutPart> parts) {
        List<String> calls = new ArrayList<>();
        List<LayoutPart> run = new ArrayList<>();
        for (LayoutPart part : parts) {
            run.add(part);
            if (!areWords(run)) {
                run.removeLast();
                addRun(calls, run);
                run = new ArrayList<>();
                if (part.words.isEmpty() || part.words.length() >= LONGEST_TEXT) {
                    calls.add(part.call);
                } else {
                    run.add(part);
                }
            }
        }
        addRun(calls, run);
        return calls;
    }

    private static void addRun(List<String> calls, List<LayoutPart> run) {
        if (run.size() == 1) {
            calls.add(run.getFirst().call);
        } else if (!run.isEmpty()) {
            List<String> literals = literals(run);
            literals.set(0, ".add(" + literals.getFirst());
            literals.set(literals.size() - 1, literals.getLast() + ")");
            calls.addAll(literals);
        }
    }

    /** The lines of the expression that makes a layout of a text: the smallest in a class file. */
    static List<String> text(String kind, String name, List<LayoutPart> parts) {
        List<String> expression = new ArrayList<>(List.of("Struct." + kind + "(" + Literals.ofString(name) + ","));
        expression.addAll(literals(parts));
        expression.set(expression.size() - 1, expression.getLast() + ")");
        return expression;
    }

    /** The lines of the literal of a text. */
    private static List<String> literals(List<LayoutPart> parts) {
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
        List<String> literals = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            literals.add((i == 0 ? "" : "+ ") + Literals.ofString(lines.get(i)));
        }
        return literals;
    }
}
