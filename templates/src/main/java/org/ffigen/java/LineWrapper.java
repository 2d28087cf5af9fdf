package org.ffigen.java;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks long lines of code the way a person would: after a comma, {@code =}, {@code ->} or {@code (}, and indents. */
final class LineWrapper {

    static final int WIDTH = 120;
    private static final String DEEPER = "        ";
    private static final Pattern COMMENT = Pattern.compile("\\s*(\\*|/\\*|//)");

    private LineWrapper() {
    }

    /** Wraps every line of code that is too long. Comments keep their lines. */
    static String wrap(String text) {
        return text.lines().map(LineWrapper::wrapLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String wrapLine(String line) {
        if (line.length() <= WIDTH || COMMENT.matcher(line).lookingAt()) {
            return line;
        }
        String indent = line.substring(0, line.length() - line.stripLeading().length()) + DEEPER;
        StringBuilder out = new StringBuilder();
        String rest = line;
        while (rest.length() > WIDTH) {
            int at = breakPoint(rest, indent.length());
            if (at < 0) {
                break;
            }
            out.append(rest, 0, at).append('\n');
            rest = indent + rest.substring(at).stripLeading();
        }
        return out.append(rest).toString();
    }

    /** The last good place within the width: after a comma, else an operator, else a parenthesis; never in a text. */
    private static int breakPoint(String line, int indent) {
        int comma = -1;
        int operator = -1;
        int parenthesis = -1;
        char quote = 0;
        for (int i = 0; i < WIDTH; i++) {
            char c = line.charAt(i);
            char next = line.charAt(i + 1);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '/' && next == '/') {
                break;
            } else if (i < indent) {
                continue;
            } else if (c == ',' && next == ' ') {
                comma = i + 1;
            } else if (next == ' ' && (c == '=' || c == '>' && line.charAt(i - 1) == '-')) {
                operator = i + 1;
            } else if (c == '(' && next != ')' && Character.isJavaIdentifierPart(line.charAt(i - 1))) {
                parenthesis = i + 1;
            }
        }
        return comma > 0 ? comma : operator > 0 ? operator : parenthesis;
    }
}
