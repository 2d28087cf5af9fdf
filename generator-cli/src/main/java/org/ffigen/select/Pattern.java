package org.ffigen.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ffigen.config.Given;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.NearestName;
import org.ffigen.model.DeclId;

/**
 * {@code [kind:]glob} on C names, or {@code header:glob} on the headers' names; {@code *} stands for any characters,
 * {@code ?} for one.
 *
 * @param given how the user wrote it
 * @param kind the kind it is for, or {@code header}; empty for all kinds
 */
record Pattern(Given given, Optional<String> kind, java.util.regex.Pattern glob) {

    private static final String HEADER = "header";

    /** Reads a pattern; one with a kind that there is not is a diagnostic. */
    static Optional<Pattern> parse(Given given, Diagnostics diagnostics) {
        int colon = given.text().indexOf(':');
        Optional<String> kind = colon < 0 ? Optional.empty() : Optional.of(given.text().substring(0, colon));
        List<String> kinds = kinds();
        if (kind.isPresent() && !kinds.contains(kind.get())) {
            diagnostics.add(new Diagnostic(DiagnosticCode.INVALID_PATTERN, Diagnostic.Severity.ERROR,
                    "%s: there is no kind '%s'".formatted(given.shown(), kind.get()), given.place(),
                    Optional.of(NearestName.to(kind.get(), kinds)
                            .map("did you mean %s?"::formatted)
                            .orElse("the kinds are " + String.join(", ", kinds)))));
            return Optional.empty();
        }
        return Optional.of(new Pattern(given, kind, glob(given.text().substring(colon + 1))));
    }

    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>(Stream.of(DeclId.Kind.values()).map(DeclId.Kind::word).toList());
        kinds.add(HEADER);
        return kinds;
    }

    private static java.util.regex.Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        text.codePoints()
                .forEach(c -> regex.append(c == '*'
                        ? ".*"
                        : c == '?'
                                ? "."
                                : java.util.regex.Pattern.quote(
                                        Character.toString(c))));
        return java.util.regex.Pattern.compile(regex.toString());
    }

    boolean matches(Declared declared) {
        if (isOfHeader()) {
            return matchesHeader(declared.source().file());
        }
        return kind.map(declared.kind()::equals).orElse(true)
                && declared.names().stream().anyMatch(name -> glob.matcher(name).matches());
    }

    boolean isOfHeader() {
        return kind.filter(HEADER::equals).isPresent();
    }

    /** {@code zconf.h} matches {@code zlib/zconf.h}, too: the end of a path from a folder on. */
    private boolean matchesHeader(String file) {
        int from = 0;
        while (from >= 0) {
            if (glob.matcher(file.substring(from)).matches()) {
                return true;
            }
            int slash = file.indexOf('/', from);
            from = slash < 0 ? -1 : slash + 1;
        }
        return false;
    }
}
