package org.ffigen.cli;

import java.util.Locale;
import org.ffigen.diagnostic.Diagnostic;

/** Shows a diagnostic the way compilers do: place, severity and code, message, the source line with a caret, a hint. */
final class DiagnosticText {

    private static final int LONGEST_LINE = 160;

    private static final String WITHOUT_PLACE = "ffigen";

    private DiagnosticText() {
    }

    /** One or more lines, each ended. */
    static String of(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        text.append(diagnostic.place().map(DiagnosticText::position).orElse(WITHOUT_PLACE))
                .append(": ")
                .append(diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .append('[')
                .append(diagnostic.code().id())
                .append("]: ")
                .append(diagnostic.message().stripTrailing())
                .append('\n');
        diagnostic.place()
                .filter(place -> !place.text().isBlank())
                .ifPresent(place -> text.append(sourceLine(place)));
        diagnostic.hint().ifPresent(hint -> text.append("hint: ").append(hint.stripTrailing()).append('\n'));
        return printable(text.toString());
    }

    /** A header must not send a terminal commands. Each control character stays one column. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\t\\n]]", "\uFFFD");
    }

    private static String position(Diagnostic.Place place) {
        if (place.line() == 0) {
            return place.file();
        }
        return place.file() + ":" + place.line() + ":" + place.column();
    }

    /**
     * Tabs stay tabs in the caret's line, so that the caret stands right at any tab width; of a very long line, such as
     * that of a manifest without line breaks, only what is around the place is shown.
     */
    private static String sourceLine(Diagnostic.Place place) {
        String line = place.text().stripTrailing();
        int column = Math.min(place.column() - 1, line.length());
        int start = line.length() <= LONGEST_LINE ? 0 : Math.max(0, column - LONGEST_LINE / 2);
        String shown = line.substring(start, Math.min(line.length(), start + LONGEST_LINE));
        StringBuilder caret = new StringBuilder();
        for (int i = start; i < column; i++) {
            caret.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return shown + "\n" + caret + "^\n";
    }
}
