package org.ffigen.manifest;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.Diagnostic.Place;
import org.ffigen.diagnostic.DiagnosticCode;

/** What to say about a text that is not JSON. */
final class SyntaxDiagnostic {

    /** The parser tells the place in its messages, and as its own text, only. */
    private static final Pattern PLACE = Pattern.compile("(?:, in \\w+)?\\s*at line (\\d+) column (\\d+) path (?s:.*)");

    private SyntaxDiagnostic() {
    }

    static Diagnostic of(IOException failure, String json, String file) {
        String message = String.valueOf(failure.getMessage());
        Optional<Place> place = Optional.empty();
        Matcher matcher = PLACE.matcher(message);
        if (matcher.find()) {
            place = Optional.of(place(file, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                    json));
            message = message.substring(0, matcher.start());
        }
        return new Diagnostic(DiagnosticCode.INVALID_MANIFEST, Diagnostic.Severity.ERROR,
                "manifest " + file + " is not JSON: " + message, place,
                Optional.of("it may be cut off or half merged: make the manifest again from the header"));
    }

    private static Place place(String file, int line, int column, String json) {
        return new Place(file, line, column, json.lines().skip(line - 1L).findFirst().orElse(""));
    }
}
