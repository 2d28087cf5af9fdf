package org.ffigen.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first paragraph of a documentation comment, on one line, without markers. */
final class CommentBrief {

    private static final Pattern BLOCK_COMMAND = Pattern.compile("[@\\\\](?:param|t?param\\[|returns?|result|retval|see"
            + "|sa|note|warning|attention|since|deprecated|throws?|exception|details|pre|post|par|code|verbatim|todo"
            + "|bug|example|ingroup|defgroup|addtogroup|name|file)\\b");
    private static final Pattern BRIEF_COMMAND = Pattern.compile("^[@\\\\](?:brief|short)\\s+");

    private CommentBrief() {
    }

    /** @return empty where the comment begins with something else, such as a list of parameters */
    static String of(String raw) {
        StringBuilder brief = new StringBuilder();
        for (String line : raw.lines().toList()) {
            String text = BRIEF_COMMAND.matcher(withoutMarkers(line)).replaceFirst("");
            Matcher command = BLOCK_COMMAND.matcher(text);
            boolean last = command.find();
            String kept = last ? text.substring(0, command.start()).strip() : text;
            if (!kept.isEmpty()) {
                brief.append(brief.isEmpty() ? "" : " ").append(kept);
            }
            if (last || kept.isEmpty() && !brief.isEmpty()) {
                break;
            }
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
        } else if (start > 0 && line.substring(0, start).endsWith("*/")) {
            return "";
        }
        return line.substring(start, end).strip();
    }

    /** What comments begin their lines with: {@code /**}, {@code ///<}, {@code  *}, {@code //!}. */
    private static boolean isMarker(char c) {
        return Character.isWhitespace(c) || c == '/' || c == '*' || c == '!' || c == '<';
    }
}
