package org.ffigen.java;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * A part of a template that is laid out or not: the body of a condition, a list, a macro; what stands instead of it,
 * written or not; what stands between the elements of a list.
 *
 * @param template the file's name
 * @param line where the directive stands, from 1
 * @param directive which one
 * @param at where the branch's body starts in the template
 * @param implied whether the branch is the {@code <#else>} that nobody wrote
 */
record TemplateBranch(String template, int line, String directive, int at, boolean implied) {

    private static final Set<String> BODIES = Set.of("if", "elseif", "else", "list", "items", "sep", "macro",
            "function");

    /** Every one of a template. */
    static List<TemplateBranch> of(String template, String text) {
        List<TemplateBranch> branches = new ArrayList<>();
        Deque<Boolean> hasElse = new ArrayDeque<>();
        for (TemplateTag tag : TemplateTag.of(text)) {
            String directive = tag.directive();
            int line = (int) text.substring(0, tag.start()).chars().filter(c -> c == '\n').count() + 1;
            if (BODIES.contains(directive)) {
                branches.add(new TemplateBranch(template, line, directive, tag.end(), false));
            }
            switch (directive) {
                case "if", "list" -> hasElse.push(false);
                case "else" -> {
                    hasElse.pop();
                    hasElse.push(true);
                }
                case "/if", "/list" -> {
                    if (!hasElse.pop()) {
                        branches.add(new TemplateBranch(template, line, directive, tag.start(), true));
                    }
                }
                default -> {
                }
            }
        }
        return branches;
    }

    /** The template's text with a stop in this branch. */
    String stoppedIn(String text) {
        return text.substring(0, at) + (implied ? "<#else>" : "") + "<#stop \"" + this + "\">" + text.substring(at);
    }

    @Override
    public String toString() {
        return template + ":" + line + " " + (implied ? "without else up to " : "") + directive + " at " + at;
    }
}
