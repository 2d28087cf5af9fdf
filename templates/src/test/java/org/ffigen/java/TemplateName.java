package org.ffigen.java;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A name in a template: a variable, a member, a macro, a built-in.
 *
 * @param template the file's name
 * @param declares whether it brings the name into being, as in {@code <#list fields as field>}: a misspelling is then
 *     felt where the name is used
 * @param start where it starts in the template
 * @param line from 1
 * @param tagColumn where its tag starts, from 1
 */
record TemplateName(String template, String text, boolean declares, int start, int line, int tagColumn) {

    private static final Pattern NAME = Pattern.compile("(?<!\\w)[A-Za-z_]\\w*");
    private static final Set<String> KEYWORDS = Set.of("as", "in", "true", "false", "gt", "lt", "gte", "lte");
    private static final Set<String> HEADERS = Set.of("macro", "function");
    private static final Set<String> ASSIGNMENTS = Set.of("assign", "local", "global");

    /** Every one of a template. */
    static List<TemplateName> of(String template, String text) {
        return TemplateTag.of(text)
                .stream()
                .flatMap(tag -> tag.find(NAME)
                        .stream()
                        .filter(name -> name.start() != keywordAt(tag) && !KEYWORDS.contains(name.group()))
                        .map(name -> name(template, text, tag, name)))
                .toList();
    }

    private static int keywordAt(TemplateTag tag) {
        return tag.directive().isEmpty() ? -1 : tag.text().indexOf('#') + 1;
    }

    private static TemplateName name(String template, String text, TemplateTag tag, MatchResult name) {
        int start = tag.start() + name.start();
        int lineStart = text.lastIndexOf('\n', start) + 1;
        int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        String before = tag.text().substring(0, name.start());
        String after = tag.text().substring(name.end());
        boolean declares = before.endsWith(" as ") || after.startsWith(" ->") || HEADERS.contains(tag.directive())
                || ASSIGNMENTS.contains(tag.directive()) && after.startsWith(" = ")
                || tag.text().startsWith("<#items");
        return new TemplateName(template, name.group(), declares, start, line, tag.start() - lineStart + 1);
    }

    /** The template's text with this name misspelt. */
    String misspeltIn(String text) {
        return new StringBuilder(text).insert(start + this.text.length(), "x").toString();
    }

    boolean isUseOf(TemplateName declaration) {
        return !declares && text.equals(declaration.text);
    }

    @Override
    public String toString() {
        return template + ":" + line + " " + text + " at " + start;
    }
}
