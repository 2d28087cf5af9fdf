package org.ffigen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ffigen.config.Given;
import org.ffigen.config.NamingRules;
import org.ffigen.config.NamingStyle;
import org.ffigen.config.Rename;
import org.ffigen.config.SelectionRules;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.GenerationException;
import picocli.CommandLine.ParseResult;

/** The options that say what is bound and what it is called: what a config can say, too. */
final class RuleOptions {

    private RuleOptions() {
    }

    static SelectionRules selection(ParseResult result) {
        return new SelectionRules(given(result, Options.INCLUDE), given(result, Options.EXCLUDE));
    }

    /** @throws GenerationException with INVALID_OPTION */
    static NamingRules naming(ParseResult result) {
        Optional<NamingStyle> style = Optional.ofNullable(result.matchedOptionValue(Options.NAMING, (String) null))
                .map(RuleOptions::style);
        List<Rename> renames = new ArrayList<>();
        for (String rename : values(result, Options.RENAME)) {
            renames.add(rename(rename));
        }
        return new NamingRules(style, given(result, Options.STRIP_PREFIX), renames);
    }

    private static NamingStyle style(String word) {
        return NamingStyle.of(word)
                .orElseThrow(() -> usage("there is no naming '%s'".formatted(word), "--naming java or --naming c"));
    }

    private static Rename rename(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw usage("'%s' is no rename".formatted(text),
                    "give both names: --rename sqlite3_open=open, --rename struct:sqlite3=Database");
        }
        return new Rename(Given.option(Options.RENAME, text.substring(0, equals)),
                Given.option(Options.RENAME, text.substring(equals + 1)));
    }

    private static List<Given> given(ParseResult result, String option) {
        return values(result, option).stream().map(text -> Given.option(option, text)).toList();
    }

    private static List<String> values(ParseResult result, String option) {
        return result.matchedOptionValue(option, List.of());
    }

    private static GenerationException usage(String message, String hint) {
        return new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_OPTION, message, hint));
    }
}
