package org.ffigen.manifest;

import java.util.Set;

/** The first paragraph of a documentation comment, on one line, without markers. */
final class CommentBrief {

    /** Commands that begin something else than the description; others, such as {@code @p}, are part of a sentence. */
    private static final Set<String> BLOCKS = Set.of("param", "tparam", "return", "returns", "result", "retval", "see",
            "sa", "note", "warning", "attention", "since", "deprecated", "throw", "throws", "exception", "details",
            "pre", "post", "par", "code", "verbatim", "todo", "bug", "example", "ingroup", "defgroup", "addtogroup",
            "name", "file");
    private static final Set<String> BRIEF = Set.of("brief", "short");

    private CommentBrief() {
    }

    /** @return empty where the comment begins with something else, such as a list of parameters */
    static String of(String raw) {
        StringBuilder brief = new StringBuilder();
        int start = 0;
        while (start < raw.length()) {
            int newline = raw.indexOf('\n', start);
            int end = newline < 0 ? raw.length() : newline;
            String line = withoutBriefCommand(withoutMarkers(raw.substring(start, end)));
            int block = blockCommand(line);
            String kept = block < 0 ? line : line.substring(0, block).strip();
            if (!kept.isEmpty()) {
                brief.append(brief.isEmpty() ? "" : " ").append(kept);
            }
            if (block >= 0 || kept.isEmpty() && !brief.isEmpty()) {
                break;
            }
            start = end + 1;
        }
        return brief.toString();
    }

    private static String withoutMarkers(String line) {
        int start = 0;
        int end = line.stripTrailing().length();
        while (start < end && isMarker(line.charAt(start))) {
            start++;
        }
        if (end - start >= 2 && line.startsWith("*/", end - 2)) {
            end -= 2;
            while (end > start && line.charAt(end - 1) == '*') {
                end--;
            }
        }
        return line.substring(start, end).strip();
    }

    /** What comments begin their lines with: {@code /**}, {@code ///<}, {@code  *}, {@code //!}. */
    private static boolean isMarker(char c) {
        return Character.isWhitespace(c) || c == '/' || c == '*' || c == '!' || c == '<';
    }

    private static String withoutBriefCommand(String line) {
        return isCommand(line, 0, BRIEF) ? line.substring(wordEnd(line, 1)).strip() : line;
    }

    /** Where the first block command is, or -1. */
    private static int blockCommand(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (isCommand(line, i, BLOCKS)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isCommand(String line, int at, Set<String> words) {
        return at < line.length() && (line.charAt(at) == '@' || line.charAt(at) == '\\')
                && words.contains(line.substring(at + 1, wordEnd(line, at + 1)));
    }

    private static int wordEnd(String line, int start) {
        int end = start;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return end;
    }
}
