package org.ffigen.parse;

import java.util.Optional;
import org.ffigen.clang.ClangLocation;

/** Finds the doc comment of a macro: clang keeps those of declarations only. */
final class MacroComments {

    private MacroComments() {
    }

    /**
     * The comment that ends on the line above, or one that begins with a {@code <} after the body.
     *
     * @param rest what follows the name on its line
     */
    static Optional<String> of(SourceText text, ClangLocation location, String rest) {
        return trailing(rest).or(() -> above(text, location)).map(comment -> comment.replace("\r\n", "\n"));
    }

    private static Optional<String> trailing(String rest) {
        for (String start : new String[] {"/**<", "/*!<", "///<", "//!<"}) {
            int from = rest.indexOf(start);
            if (from >= 0) {
                int end = start.startsWith("/*") ? rest.indexOf("*/", from) : rest.length() - 2;
                return end < 0 ? Optional.empty() : Optional.of(rest.substring(from, end + 2).strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> above(SourceText text, ClangLocation location) {
        int end = text.stripTrailing(text.startOfLine(location.offset()));
        return text.startsWith("*/", end - 2) ? block(text, end) : lines(text, end);
    }

    private static Optional<String> block(SourceText text, int end) {
        int start = text.lastIndexOf("/*", end - 2);
        boolean isDoc = (text.startsWith("/**", start) || text.startsWith("/*!", start))
                && end - start > "/***/".length() && !text.startsWith("<", start + 3);
        boolean isAlone = start >= 0 && text.stripTrailing(start) <= text.startOfLine(start);
        return isDoc && isAlone ? Optional.of(text.text(start, end)) : Optional.empty();
    }

    private static Optional<String> lines(SourceText text, int end) {
        int first = end;
        while (first > 0) {
            int start = text.startOfLine(first - 1);
            String line = text.line(start).strip();
            if (!line.startsWith("///") && !line.startsWith("//!") || line.startsWith("<", 3)) {
                break;
            }
            first = start;
        }
        String comment = text.text(first, end).strip();
        return comment.isEmpty() ? Optional.empty() : Optional.of(comment);
    }
}
