package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Javadoc lines: the C declaration first, then the header's comment. Nothing in either can break the output. */
final class Javadoc {

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern START = Pattern.compile("^(?:/\\*[*!]?<?)?(?://[/!]?<?)?");
    private static final Pattern END = Pattern.compile("\\*+/$");
    private static final Pattern MARGIN = Pattern.compile("^\\*+(?!/)");
    private static final Pattern BRIEF = Pattern.compile("^[@\\\\]brief\\s+");

    private Javadoc() {
    }

    /** One declaration on a line of its own. */
    static List<String> of(String declaration, Optional<String> comment) {
        return join(List.of("<code>" + escape(declaration) + "</code>"), comment);
    }

    /** A declaration, with the macros before it that give it more names. */
    static List<String> ofAliased(String name, List<String> aliases, String declaration, Optional<String> comment) {
        if (aliases.isEmpty()) {
            return of(declaration, comment);
        }
        List<String> lines = new ArrayList<>();
        aliases.forEach(alias -> lines.add("#define " + alias + " " + name));
        lines.add(declaration);
        return ofBlock(lines, comment);
    }

    /** A declaration of several lines. */
    static List<String> ofBlock(List<String> declaration, Optional<String> comment) {
        List<String> lines = new ArrayList<>();
        lines.add("<pre>");
        declaration.forEach(line -> lines.add(escape(line)));
        lines.add("</pre>");
        return join(lines, comment);
    }

    /** The lines with one more paragraph, which is Javadoc already, before the tag if there is one. */
    static List<String> withNote(List<String> doc, String note) {
        List<String> lines = new ArrayList<>(doc);
        int end = lines.getLast().startsWith("@") ? lines.size() - 2 : lines.size();
        lines.addAll(end, List.of("", "<p>" + note));
        return List.copyOf(lines);
    }

    /** The lines with a block tag, whose text is not Javadoc yet. Tags come last. */
    static List<String> withTag(List<String> doc, String tag, String text) {
        List<String> lines = new ArrayList<>(doc);
        lines.add("");
        lines.add("@" + tag + " " + escape(text.strip().replaceAll("\\s+", " ")));
        return List.copyOf(lines);
    }

    /** The lines with the tag, if C says so by a message, perhaps empty. */
    static List<String> deprecated(List<String> doc, Optional<String> message) {
        return message.map(text -> withTag(doc, "deprecated", text.isBlank() ? "by the header" : text)).orElse(doc);
    }

    private static List<String> join(List<String> declaration, Optional<String> comment) {
        List<String> text = comment.map(Javadoc::text).orElse(List.of());
        if (text.isEmpty()) {
            return declaration;
        }
        List<String> lines = new ArrayList<>(declaration);
        boolean paragraph = true;
        for (String line : text) {
            if (line.isEmpty()) {
                paragraph = true;
            } else {
                if (paragraph) {
                    lines.add("");
                }
                lines.add((paragraph ? "<p>" : "") + escape(line));
                paragraph = false;
            }
        }
        return List.copyOf(lines);
    }

    /** A comment's text: without its markers, its margin, and the commands that only say "this is the brief". */
    private static List<String> text(String comment) {
        List<String> lines = new ArrayList<>();
        for (String line : LINE_END.split(comment)) {
            String text = line.strip();
            text = text.startsWith("/") ? without(START, text) : text;
            text = text.endsWith("/") ? without(END, text) : text;
            text = text.startsWith("*") ? without(MARGIN, text) : text;
            lines.add(without(BRIEF, text.strip()));
        }
        while (!lines.isEmpty() && lines.getFirst().isEmpty()) {
            lines.removeFirst();
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    private static String without(Pattern mark, String text) {
        return mark.matcher(text).replaceFirst("");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 127 || "&<>@\\/".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Text that Javadoc shows as it is: no tag, no entity, no end of the comment, no Unicode escape. */
    static String escape(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append("&#64;");
                case '\\' -> out.append("&#92;");
                case '/' -> out.append(out.length() > 0 && out.charAt(out.length() - 1) == '*' ? "&#47;" : "/");
                default -> {
                    if (c >= ' ' && c < 127) {
                        out.append((char) c);
                    } else if (c == '\t') {
                        out.append("    ");
                    } else if (c >= 160) {
                        out.append("&#").append(c).append(';');
                    }
                }
            }
        });
        return out.toString();
    }
}
