package org.ffigen.java;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An interpolation, a directive or a macro call of a template.
 *
 * @param text with its brackets
 * @param start where it starts in the template
 */
record TemplateTag(String text, int start) {

    private static final Pattern TAG = Pattern.compile("<#--.*?-->|\\$\\{(?:\"[^\"]*\"|[^\"}])*}"
            + "|</?[#@](?:\"[^\"]*\"|->|[^\">])*>", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern KEYWORD = Pattern.compile("</?#(\\w+)");

    /** All of a template but its comments, in order. */
    static List<TemplateTag> of(String template) {
        return TAG.matcher(template)
                .results()
                .filter(tag -> !tag.group().startsWith("<#--"))
                .map(tag -> new TemplateTag(tag.group(), tag.start()))
                .toList();
    }

    /** The directive's keyword, with a slash if it ends it; empty for interpolations and macro calls. */
    String directive() {
        var matcher = KEYWORD.matcher(text);
        return !matcher.lookingAt() ? "" : (text.startsWith("</") ? "/" : "") + matcher.group(1);
    }

    int end() {
        return start + text.length();
    }

    /** Where a pattern occurs in it outside texts. */
    List<MatchResult> find(Pattern pattern) {
        String code = TEXT.matcher(text).replaceAll(quoted -> " ".repeat(quoted.group().length()));
        return pattern.matcher(code).results().toList();
    }
}
