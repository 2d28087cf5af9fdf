package org.ffigen.parse;

import java.util.Optional;

/**
 * Finds doc comments in the source, where clang does not: it keeps those of declarations only, and its versions do not
 * agree on declarations that come out of a macro.
 */
final class DocComments {

    private static final String[] TRAILING = {"/**<", "/*!<", "///<", "//!<"};

    private DocComments() {
    }

    /** The comment of a declaration whose name, or whose macro, stands at {@code offset}. */
    static Optional<String> ofDeclaration(SourceText text, int offset) {
        return after(text, endOfDeclaration(text, offset)).or(() -> before(text, offset));
    }

    /** The comment of a macro whose definition names it at {@code offset}. */
    static Optional<String> ofMacro(SourceText text, int offset) {
        String line = text.logicalLine(offset);
        for (String start : TRAILING) {
            int from = line.indexOf(start);
            if (from >= 0) {
                return comment(line.substring(from));
            }
        }
        return before(text, text.startOfLine(offset));
    }

    private static int endOfDeclaration(SourceText text, int offset) {
        int depth = 0;
        for (int at = offset; at < text.length(); at++) {
            switch (text.at(at)) {
                case '(', '{', '[' -> depth++;
                case ')', ']' -> depth--;
                case '}' -> {
                    if (--depth < 0) {
                        return at;
                    }
                }
                case ';', ',' -> {
                    if (depth == 0) {
                        return at + 1;
                    }
                }
                default -> {
                }
            }
        }
        return text.length();
    }

    /** The trailing comment that begins behind {@code end} in the same line. */
    private static Optional<String> after(SourceText text, int end) {
        int at = end;
        while (at < text.length() && (text.at(at) == ' ' || text.at(at) == '\t')) {
            at++;
        }
        for (String start : TRAILING) {
            if (text.startsWith(start, at)) {
                return comment(start.startsWith("/*")
                        ? text.text(at, text.length())
                        : text.line(at)
                                .substring(at - text.startOfLine(at)));
            }
        }
        return Optional.empty();
    }

    /** The comment that a text begins with. */
    private static Optional<String> comment(String text) {
        if (!text.startsWith("/*")) {
            return Optional.of(text.strip());
        }
        int end = text.indexOf("*/");
        return end < 0 ? Optional.empty() : Optional.of(text.substring(0, end + 2));
    }

    /** The last comment before {@code offset}, if no other declaration and no directive stands between. */
    private static Optional<String> before(SourceText text, int offset) {
        int at = text.stripTrailing(offset);
        // Where the line begins that is known to be no comment: it is looked at once, however long it is.
        int checked = Integer.MAX_VALUE;
        while (at > 0 && ";{},#".indexOf(text.at(at - 1)) < 0) {
            if (text.startsWith("*/", at - 2)) {
                int start = text.lastIndexOf("/*", at - 2);
                if (isDoc(text, start, at)) {
                    return Optional.of(text.text(start, at));
                }
                at = start;
            } else if (at <= checked && isLineComment(text, at)) {
                return lines(text, at);
            } else {
                checked = at <= checked ? text.startOfLine(at - 1) : checked;
                at--;
            }
            at = text.stripTrailing(Math.max(0, at));
        }
        return Optional.empty();
    }

    private static boolean isDoc(SourceText text, int start, int end) {
        boolean isAlone = start >= 0 && text.stripTrailing(start) <= text.startOfLine(start);
        return isAlone && (text.startsWith("/**", start) || text.startsWith("/*!", start))
                && !text.startsWith("<", start + 3) && end - start > "/***/".length();
    }

    private static boolean isLineComment(SourceText text, int end) {
        String line = text.line(end - 1).strip();
        return (line.startsWith("///") || line.startsWith("//!")) && !line.startsWith("<", 3);
    }

    private static Optional<String> lines(SourceText text, int end) {
        int first = end;
        while (first > 0 && isLineComment(text, first)) {
            first = text.startOfLine(first - 1);
        }
        return Optional.of(text.text(first, end).strip());
    }
}
