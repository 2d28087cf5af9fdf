package org.ffigen.select;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ffigen.config.Given;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.NearestName;

/** The patterns of one list. */
final class Patterns {

    private static final int MOST_NAMES = 3;

    private final List<Pattern> patterns;

    private Patterns(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    static Patterns of(List<Given> given, Diagnostics diagnostics) {
        return new Patterns(given.stream().flatMap(g -> Pattern.parse(g, diagnostics).stream()).toList());
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    boolean match(Declared declared) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(declared));
    }

    /** Whether one is for it itself, and not for all of a header. */
    boolean name(Declared declared) {
        return patterns.stream().anyMatch(pattern -> !pattern.isOfHeader() && pattern.matches(declared));
    }

    /** A pattern that matches none of these is a mistake: it says something other than the user thinks. */
    void refuseUnmatched(Collection<Declared> all, Diagnostics diagnostics) {
        for (Pattern pattern : patterns) {
            if (all.stream().noneMatch(pattern::matches)) {
                diagnostics.add(new Diagnostic(DiagnosticCode.NOTHING_MATCHES, Diagnostic.Severity.ERROR,
                        pattern.given().shown() + " matches nothing", pattern.given().place(),
                        Optional.of(hint(pattern, all))));
            }
        }
    }

    private static String hint(Pattern pattern, Collection<Declared> all) {
        String text = pattern.given().text();
        String wanted = text.substring(text.indexOf(':') + 1);
        List<String> near = NearestName.to(wanted, all.stream().flatMap(d -> candidates(pattern, d)).toList(),
                MOST_NAMES);
        if (!near.isEmpty()) {
            return "did you mean " + String.join(" or ", near) + "?";
        }
        return pattern.isOfHeader()
                ? "the headers are "
                        + String.join(", ", all.stream().map(d -> d.source().file()).distinct().sorted().toList())
                : "--list shows everything that there is";
    }

    /** Names of the kind, or, if the pattern names a kind, of other kinds with the kind that they are. */
    private static Stream<String> candidates(Pattern pattern, Declared declared) {
        if (pattern.isOfHeader()) {
            return Stream.of(declared.source().file());
        }
        return pattern.kind().filter(kind -> !kind.equals(declared.kind())).isPresent()
                ? Stream.empty()
                : declared.names().stream();
    }
}
