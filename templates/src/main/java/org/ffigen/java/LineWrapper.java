package org.ffigen.java;

import java.util.stream.Collectors;

/** Breaks long lines of code the way a person would: after a comma or before an operator, indented twice as deep. */
final class LineWrapper {

    static final int WIDTH = 120;
    private static final String DEEPER = "        ";

    private LineWrapper() {
    }

    /** Wraps every line of code that is too long. Comments keep their lines. */
    static String wrap(String text) {
        return text.lines().map(LineWrapper::wrapLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String wrapLine(String line) {
        if (line.length() <= WIDTH || line.stripLeading().startsWith("*") || line.stripLeading().startsWith("/*")) {
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

    /** The last good place within the width: after a comma, else after {@code =} or before a dot; never in a text. */
    private static int breakPoint(String line, int indent) {
        int comma = -1;
        int other = -1;
        boolean quoted = false;
        for (int i = indent; i < Math.min(line.length(), WIDTH); i++) {
            char c = line.charAt(i);
            if (c == '"' && line.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == ',' && line.startsWith(", ", i)) {
                comma = i + 1;
            } else if (!quoted && (line.startsWith("= ", i) || line.startsWith("-> ", i))) {
                other = line.indexOf(' ', i);
            }
        }
        return comma > 0 ? comma : other;
    }
}
