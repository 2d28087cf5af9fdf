package org.ffigen.bind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.TreeSet;

import org.ffigen.config.BindingRules;
import org.ffigen.config.FunctionRules;
import org.ffigen.config.Given;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.NearestName;
import org.ffigen.lower.Lowering;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.NativeApi;

/** What the user says of single functions; each rule is for one that is bound, or it is a diagnostic. */
final class Rulebook {

    private final TreeSet<String> known;
    private final Set<String> leftOut;
    private final FunctionRules others;
    private final boolean closable;
    /** The names of variadic functions by their symbols, which their typed methods share. */
    private final Map<String, String> variadic = new HashMap<>();
    /** The names of functions by those that macros give them. */
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, FunctionRules> byFunction = new LinkedHashMap<>();
    private final Diagnostics diagnostics;

    Rulebook(BindingRules rules, NativeApi api, Lowering lowering, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.others = FunctionRules.NONE.withCharset(rules.charset());
        this.leftOut = rules.leftOut();
        this.closable = rules.closable().isPresent();
        this.known = new TreeSet<>();
        api.all(FunctionDecl.class)
                .stream()
                .filter(function -> lowering.refusal(function).isEmpty())
                .forEach(function -> known.add(function.name()));
        api.all(FunctionDecl.class)
                .stream()
                .filter(function -> function.type().variadic())
                .forEach(function -> variadic.put(function.symbol(), function.name()));
        // Of an inline one only those are bound.
        Set<String> ofTypedMethods = new HashSet<>();
        api.all(FunctionDecl.class)
                .stream()
                .filter(function -> function.firstVariadic().isPresent() && knows(function.name()))
                .forEach(function -> ofTypedMethods.add(variadic.getOrDefault(function.symbol(), "")));
        api.all(FunctionDecl.class)
                .forEach(function -> function.aliases().forEach(alias -> targets.put(alias, function.name())));
        for (FunctionRules rule : rules.functions()) {
            String function = target(rule.function().text());
            if (known.contains(function) || ofTypedMethods.contains(function)) {
                if (byFunction.putIfAbsent(function, rule) != null) {
                    refuse(rule.function(), "%s is another name of %s, which has rules already".formatted(
                            rule.function().text(), function), "say all under one of the names");
                }
            } else if (rule.areForCalls()) {
                unknownFunction(rule.function());
            }
        }
    }

    /**
     * Whether instances of the library can free with that function what they give: not through a shim, which belongs to
     * the static library. If not, that is a diagnostic.
     */
    boolean isFreedByInstances(Given rule, FunctionDecl function) {
        if (closable && function.shim().isPresent()) {
            refuse(rule, "%s is reached through a shim, which instances of the library have not".formatted(
                    rule.text()), "name a function that the library exports, or take closable out");
            return false;
        }
        return true;
    }

    /** Notes that what a rule is for is not bound. */
    void unknown(Given rule, String message, TreeSet<String> known) {
        List<String> near = NearestName.to(rule.text(), known, 3);
        diagnostics.add(new Diagnostic(DiagnosticCode.NOTHING_MATCHES, Diagnostic.Severity.ERROR,
                rule.by() + ": " + message, rule.place(), Optional.of(near.isEmpty()
                        ? "--list shows everything that is bound"
                        : "did you mean " + String.join(" or ", near) + "?")));
    }

    /** Notes that a rule names a function which is not bound, if there is one that the user left out. */
    void unknownFunction(Given rule) {
        if (leftOut.contains(rule.text())) {
            diagnostics.add(new Diagnostic(DiagnosticCode.NOTHING_MATCHES, Diagnostic.Severity.ERROR,
                    "%s: %s is not bound: the rules leave it out".formatted(rule.by(), rule.text()), rule.place(),
                    Optional.of("include it, too: include: [%s]".formatted(rule.text()))));
            return;
        }
        unknown(rule, "no function %s is bound".formatted(rule.text()), known);
    }

    /** The function that macros give that name to, or the name itself. */
    String target(String name) {
        return known.contains(name) ? name : targets.getOrDefault(name, name);
    }

    /** Whether a function of that name is bound. */
    boolean knows(String function) {
        return known.contains(function);
    }

    /** What is said of all. */
    FunctionRules all() {
        return others;
    }

    /** What is said of just this function; nothing of most. */
    FunctionRules own(FunctionDecl function) {
        return byFunction.getOrDefault(function.name(), FunctionRules.NONE);
    }

    /** What is said of a function; nothing of most. What is said of a variadic one holds for its typed methods too. */
    FunctionRules of(FunctionDecl function) {
        FunctionRules own = own(function);
        FunctionRules ofVariadic = function.firstVariadic().isPresent()
                ? byFunction.getOrDefault(variadic.getOrDefault(function.symbol(), ""), FunctionRules.NONE)
                : FunctionRules.NONE;
        return own.orElse(ofVariadic).orElse(others);
    }

    /** Notes that a rule does not fit what it is for. */
    void refuse(Given rule, String why, String hint) {
        Diagnostic refusal = new Diagnostic(DiagnosticCode.INVALID_RULE, Diagnostic.Severity.ERROR,
                "%s: %s".formatted(rule.by(), why), rule.place(), Optional.of(hint));
        // A rule for all functions is wrong once.
        if (!diagnostics.all().contains(refusal)) {
            diagnostics.add(refusal);
        }
    }
}
