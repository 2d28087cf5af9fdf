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
        String before = text.text(0, text.startOfLine(location.offset())).stripTrailing();
        return before.endsWith("*/") ? block(before) : lines(before);
    }

    private static Optional<String> block(String before) {
        int from = before.lastIndexOf("/*");
        if (from < 0 || from + 4 >= before.length()) {
            return Optional.empty();
        }
        char mark = before.charAt(from + 2);
        boolean isDoc = (mark == '*' || mark == '!') && before.charAt(from + 3) != '<';
        boolean isAlone = before.substring(before.lastIndexOf('\n', from) + 1, from).isBlank();
        return isDoc && isAlone ? Optional.of(before.substring(from)) : Optional.empty();
    }

    private static Optional<String> lines(String before) {
        int from = before.length();
        while (from > 0) {
            int start = before.lastIndexOf('\n', from - 1) + 1;
            String line = before.substring(start, from).strip();
            if (!line.startsWith("///") && !line.startsWith("//!") || line.startsWith("<", 3)) {
                break;
            }
            from = start == 0 ? 0 : start - 1;
        }
        String comment = before.substring(from).strip();
        return comment.isEmpty() ? Optional.empty() : Optional.of(comment);
    }
}
