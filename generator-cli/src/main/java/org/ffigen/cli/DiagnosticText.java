package org.ffigen.cli;

import java.util.Locale;
import org.ffigen.diagnostic.Diagnostic;

/** Shows a diagnostic the way compilers do: place, severity and code, message, the source line with a caret, a hint. */
final class DiagnosticText {

    private static final String WITHOUT_PLACE = "ffigen";

    private DiagnosticText() {
    }

    /** One or more lines, each ended. */
    static String of(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        text.append(diagnostic.place().map(DiagnosticText::position).orElse(WITHOUT_PLACE))
                .append(": ")
                .append(diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .append('[').append(diagnostic.code().id()).append("]: ")
                .append(diagnostic.message().stripTrailing()).append('\n');
        diagnostic.place().filter(place -> !place.text().isBlank())
                .ifPresent(place -> text.append(sourceLine(place)));
        diagnostic.hint().ifPresent(hint -> text.append("hint: ").append(hint.stripTrailing()).append('\n'));
        return text.toString();
    }

    private static String position(Diagnostic.Place place) {
        if (place.line() == 0) {
            return place.file();
        }
        return place.file() + ":" + place.line() + ":" + place.column();
    }

    /** Tabs stay tabs in the caret's line, so that the caret stands right at any tab width. */
    private static String sourceLine(Diagnostic.Place place) {
        String line = place.text().stripTrailing();
        StringBuilder caret = new StringBuilder();
        for (int i = 0; i < place.column() - 1 && i < line.length(); i++) {
            caret.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return line + "\n" + caret + "^\n";
    }
}
