package org.ffigen.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ffigen.clang.ClangIndex;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.ParseOption;
import org.ffigen.clang.TranslationUnit;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;

/** Finds the macros that are constants, and their values. */
final class MacroEvaluator {

    /** Options that hide warnings, or make errors of them: both tell something of a macro here. */
    private static final Pattern TELLING = Pattern.compile("-w|-Werror|-pedantic-errors");

    private static final String BUILTIN = "__builtin_";
    private static final String IS_CONSTANT = "__builtin_constant_p";

    /** Why a macro is skipped that has the name of a function: a prototype would be the function's. */
    private static final String BESIDE_FUNCTION = "the function of its name is bound, and not this macro: "
            + WrittenFunctionReader.WAY_OUT;

    /** How deep brackets may be: macros that count up from each other nest deeper than what anybody writes. */
    private static final String NESTING = "-fbracket-depth=2048";

    private final Map<String, MacroDefinition> byName = new HashMap<>();
    private final MacroAliases aliases;
    private final MacroBrackets brackets = new MacroBrackets(byName);
    private final MacroSizes sizes = new MacroSizes(byName);
    private final MacroPragmas pragmas;
    private final List<MacroConstant> constants = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Map<MacroDefinition, BuiltinKind> wide = new LinkedHashMap<>();
    /** Macros with a literal that has to be said otherwise to clang; they are asked for twice. */
    private final Set<MacroDefinition> rewritten = new LinkedHashSet<>();
    /** What those of them stand for that may paste the literal. */
    private final Map<MacroDefinition, List<String>> pasted = new HashMap<>();

    /** Macros that are expressions, and no constants: what else is said of one counts more. */
    private final Set<MacroDefinition> expressions = new LinkedHashSet<>();

    private final Set<String> undeclared = new HashSet<>();

    private final Set<String> otherSigns;
    private final Map<MacroDefinition, String> systemFunctions = new LinkedHashMap<>();

    private final boolean asksAnything;

    /** @param otherSigns names of types whose values have no sign for gcc, and one for clang */
    MacroEvaluator(Collection<MacroDefinition> macros, MacroAliases aliases, Set<String> otherSigns) {
        this.aliases = aliases;
        this.otherSigns = otherSigns;
        macros.forEach(macro -> byName.put(macro.name(), macro));
        pragmas = new MacroPragmas(byName);
        asksAnything = macros.stream().anyMatch(macro -> macro.text().contains(IS_CONSTANT));
    }

    void evaluate(Collection<MacroDefinition> macros, ClangIndex index, MainFile headers, List<String> given) {
        MainFile main = headers.followedBy(CompilerMacros.undefined(byName.keySet()));
        List<String> arguments = withoutTelling(given);
        macros.stream().filter(sizes::isLong).forEach(macro -> skip(macro, SkipCode.LONG_MACRO));
        Map<Boolean, List<MacroDefinition>> asked = macros.stream()
                .filter(this::mayBeConstant)
                .collect(Collectors.partitioningBy(this::isAskedAlike));
        asked.get(false).forEach(macro -> skip(macro, SkipCode.NOT_EVALUATED));
        List<MacroDefinition> candidates = asked.get(true);
        MacroDoubts doubts = new MacroDoubts(candidates.stream().filter(this::isAskedForValue).toList(), byName,
                aliases::isDeclared);
        ask(candidates, doubts, index, main, arguments);
        settleWide(index, main, arguments);
        if (!rewritten.isEmpty()) {
            MainFile redefined = main.followedBy(GccLiterals.redefinitions(byName.values(), pasted));
            ask(List.copyOf(rewritten), doubts, index, redefined, arguments);
            settleWide(index, redefined, arguments);
        }
        askOfContext(macros, index, headers, arguments);
        skipExpressions();
    }

    /** The compiler's name of a function is no expression for clang, and for gcc the function of the library. */
    private void nameBuiltin(MacroDefinition macro) {
        aliases.named(macro)
                .filter(name -> name.startsWith(BUILTIN) && !name.endsWith("va_list"))
                .filter(_ -> !aliases.isDeclared(macro.name()))
                .ifPresent(name -> systemFunctions.put(macro, name.substring(BUILTIN.length())));
    }

    /**
     * What tells of the place, the time or the compiler is an expression with another value wherever it is used: clang
     * says whether it is one at all.
     */
    private void askOfContext(Collection<MacroDefinition> macros, ClangIndex index, MainFile headers,
            List<String> arguments) {
        List<MacroDefinition> asked = macros.stream()
                .filter(macro -> isAskedForValue(macro) && mayBeExpression(macro) && isOfContext(macro))
                .toList();
        if (!asked.isEmpty()) {
            MacroProbes probes = new MacroProbes(headers, asked, _ -> false, _ -> false);
            MacroProbes.Outcome outcome = probes.outcome(index.parse(headers.name(), probes.text(), arguments,
                    EnumSet.of(ParseOption.SKIP_FUNCTION_BODIES, ParseOption.KEEP_GOING)));
            expressions.addAll(outcome.answers().keySet());
            expressions.addAll(outcome.expressions());
        }
    }

    /** Whether a macro's value comes from a macro of the compiler's that the headers do not define themselves. */
    private boolean isOfContext(MacroDefinition macro) {
        Set<String> reached = new HashSet<>();
        reach(macro, reached);
        reached.removeAll(byName.keySet());
        return CompilerMacros.isAmong(reached);
    }

    private void skipExpressions() {
        Set<String> known = skipped.stream().map(Skipped::name).collect(Collectors.toSet());
        expressions.stream()
                .filter(macro -> !known.contains(macro.name()))
                .filter(macro -> undeclared.isEmpty() || !reaches(macro, undeclared))
                .forEach(macro -> {
                    if (!aliases.isDeclared(macro.name())) {
                        skip(macro, SkipCode.MACRO_EXPRESSION);
                    } else if (!reaches(macro, Set.of(macro.name()))) {
                        skip(macro, SkipCode.HIDES_DECLARATION);
                    }
                });
    }

    /** The arguments with which clang warns of what it warns of by itself, and goes deeper into brackets. */
    static List<String> withoutTelling(List<String> arguments) {
        return Stream.concat(Stream.of(NESTING),
                arguments.stream().filter(argument -> !TELLING.matcher(argument).matches())).toList();
    }

    private void ask(List<MacroDefinition> macros, MacroDoubts doubts, ClangIndex index, MainFile main,
            List<String> arguments) {
        List<MacroDefinition> asked = macros;
        while (!asked.isEmpty()) {
            MacroProbes probes = new MacroProbes(main, asked, macro -> !isAskedForValue(macro),
                    macro -> doubts.contains(macro) && isAskedForValue(macro));
            TranslationUnit unit = index.parse(main.name(), probes.text(), arguments,
                    EnumSet.of(ParseOption.SKIP_FUNCTION_BODIES, ParseOption.KEEP_GOING));
            MacroProbes.Outcome outcome = probes.outcome(unit);
            outcome.answers().forEach((macro, answer) -> {
                if (!outcome.literals().contains(macro)) {
                    answer(macro, answer);
                }
            });
            Stream.concat(outcome.uncertain().stream(),
                    outcome.expressions()
                            .stream()
                            .filter(macro -> uses(macro, token -> token.startsWith(BUILTIN))))
                    .distinct()
                    .forEach(macro -> skip(macro, SkipCode.NOT_EVALUATED));
            outcome.expressions()
                    .stream()
                    .filter(macro -> !renames(macro, Optional.ofNullable(outcome.names().get(macro))))
                    .forEach(expressions::add);
            undeclared.addAll(outcome.undeclared());
            outcome.wrong().forEach(this::nameBuiltin);
            for (MacroDefinition macro : outcome.literals()) {
                if (!outcome.uncertain().contains(macro) && !rewritten.add(macro)) {
                    skip(macro, SkipCode.NOT_EVALUATED);
                }
                List<String> expansion = outcome.expansions().getOrDefault(macro, List.of());
                // What pasting makes of a type of gcc's alone stays not evaluated: the corpus has it among expressions.
                if (!expansion.isEmpty() && expansion.stream().noneMatch(GccLiterals::hasOwnType)) {
                    pasted.put(macro, expansion);
                }
            }
            // A macro that opens a brace swallows those behind it, so they are asked again without it.
            asked = outcome.wrong().isEmpty()
                    ? List.of()
                    : asked.stream()
                            .filter(m -> !outcome.wrong().contains(m) && !outcome.answers().containsKey(m))
                            .toList();
        }
    }

    private void settleWide(ClangIndex index, MainFile main, List<String> arguments) {
        if (!wide.isEmpty()) {
            WideProbes probes = new WideProbes(main, wide);
            TranslationUnit unit = index.parse(main.name(), probes.text(), arguments,
                    EnumSet.of(ParseOption.SKIP_FUNCTION_BODIES, ParseOption.KEEP_GOING));
            Map<MacroDefinition, ConstantValue> values = probes.values(unit);
            values.forEach(this::add);
            wide.keySet().stream().filter(m -> !values.containsKey(m)).forEach(m -> skip(m, SkipCode.UNSUPPORTED_TYPE));
            wide.clear();
        }
    }

    List<MacroConstant> constants() {
        return constants;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    /** The macros that are names of system headers' functions, and those functions' own names. */
    Map<MacroDefinition, String> systemFunctions() {
        return systemFunctions;
    }

    private void answer(MacroDefinition macro, MacroProbes.Answer answer) {
        if (macro.functionLike()) {
            SkipCode code = SkipCode.FUNCTION_LIKE_MACRO;
            skip(macro, code, aliases.isFunction(macro.name()) ? BESIDE_FUNCTION : code.reason());
            return;
        }
        Optional<DeclId> renamed = aliases.target(macro);
        if (renamed.isPresent()) {
            aliases.add(renamed.get(), macro);
            return;
        }
        Optional<SkipCode> refusal = aliases.refusal(macro);
        if (refusal.isPresent()) {
            skip(macro, refusal.get());
            return;
        }
        Optional<ConstantValue> text = aliases.text(macro);
        MacroValues.Value found = text.isPresent() ? new MacroValues.Known(text.get()) : MacroValues.of(answer);
        if (!(found instanceof MacroValues.None) && !pragmas.onlyWarn(macro)) {
            skip(macro, SkipCode.NOT_EVALUATED);
            return;
        }
        switch (found) {
            case MacroValues.Known _,MacroValues.Wide _ when isRefused(macro, answer) ->
                skip(macro, SkipCode.NOT_EVALUATED);
            case MacroValues.Known(var value) -> add(macro, value);
            case MacroValues.Wide(var type) -> wide.put(macro, type);
            case MacroValues.Unsupported(var code) -> skip(macro, code);
            case MacroValues.None() -> {
                if (uses(macro, token -> token.endsWith("\""))) {
                    skip(macro, SkipCode.NOT_EVALUATED);
                } else {
                    Optional<Cursor> named = MacroValues.named(answer.variable());
                    Optional<String> name = named.map(Cursor::spelling);
                    if (named.isPresent() && isSystemFunction(macro, named.get())) {
                        systemFunctions.put(macro, name.get());
                    } else if (!renames(macro, name) && !name.equals(Optional.of(macro.name()))) {
                        expressions.add(macro);
                    }
                }
            }
        }
    }

    /** Whether what a macro names is a function that none of the library's headers declares. */
    private boolean isSystemFunction(MacroDefinition macro, Cursor named) {
        String name = named.spelling();
        return named.kind() == CursorKind.FUNCTION_DECL && !name.equals(macro.name())
                && !aliases.isDeclared(macro.name()) && !aliases.isDeclared(name)
                && aliases.refusal(macro, name).isEmpty();
    }

    /** Whether a macro is the name of a function or variable, which other macros have put together. */
    private boolean renames(MacroDefinition macro, Optional<String> name) {
        Optional<DeclId> target = name.flatMap(to -> aliases.target(macro, to));
        target.ifPresent(to -> aliases.add(to, macro));
        Optional<SkipCode> refusal = target.isPresent()
                ? Optional.empty()
                : name.flatMap(to -> aliases.refusal(macro, to));
        refusal.ifPresent(code -> skip(macro, code));
        return target.isPresent() || refusal.isPresent();
    }

    private boolean isOwn(String name) {
        return byName.containsKey(name) || aliases.isDeclared(name);
    }

    /** Whether every clang makes the same of it. */
    private boolean isAskedAlike(MacroDefinition macro) {
        if (!isAskedForValue(macro)) {
            return true;
        }
        Set<String> reached = new HashSet<>();
        reach(macro, reached);
        return !ClangDifferences.differ(reached, this::isOwn) && !ClangDifferences.areRaw(macro.body())
                && otherSigns.stream().noneMatch(reached::contains);
    }

    /** Whether gcc takes a macro for no constant though clang has a value of it, or not every clang has. */
    private boolean isRefused(MacroDefinition macro, MacroProbes.Answer answer) {
        Set<String> reached = new HashSet<>();
        reach(macro, reached);
        reached.addAll(answer.expansion());
        return ClangDifferences.differ(answer.expansion(), this::isOwn)
                || GccConstants.mayRefuse(reached) && GccConstants.refuses(reached, answer.variable());
    }

    private void add(MacroDefinition macro, ConstantValue value) {
        constants.add(new MacroConstant(new DeclId(DeclId.Kind.MACRO, macro.name()), macro.text(),
                rewritten.contains(macro) ? GccLiterals.narrowed(value) : value,
                macro.comment(), macro.source()));
    }

    private void skip(MacroDefinition macro, SkipCode code) {
        skip(macro, code, code.reason());
    }

    private void skip(MacroDefinition macro, SkipCode code, String reason) {
        skipped.add(new Skipped("macro", macro.name(), code, reason, macro.source()));
    }

    private boolean mayBeConstant(MacroDefinition macro) {
        return macro.functionLike()
                || mayBeExpression(macro) && !hasContext(macro, new HashSet<>()) && !asksOfVariable(macro);
    }

    private boolean mayBeExpression(MacroDefinition macro) {
        return !macro.body().isEmpty() && !macro.body().contains("#")
                && !sizes.isLong(macro) && brackets.areEven(macro) && !brackets.areAround(macro)
                && !CommaOperators.isList(macro.body());
    }

    private boolean isAskedForValue(MacroDefinition macro) {
        return !macro.functionLike() && !aliases.isName(macro);
    }

    /** Whether a macro, or one it uses, has another value at each place. */
    private boolean hasContext(MacroDefinition macro, Set<String> seen) {
        for (String token : macro.body()) {
            MacroDefinition used = byName.get(token);
            if (CompilerMacros.CONTEXT.contains(token)
                    || used != null && seen.add(token) && hasContext(used, seen)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a macro has such a token in its expansion, and nothing of the library: gcc may know what comes out. */
    private boolean uses(MacroDefinition macro, Predicate<String> what) {
        Set<String> reached = new HashSet<>();
        reach(macro, reached);
        return reached.stream().anyMatch(what) && reached.stream().noneMatch(aliases::isDeclared);
    }

    /** Whether a macro asks whether a variable is a constant: that depends on how much the compiler optimizes. */
    private boolean asksOfVariable(MacroDefinition macro) {
        Set<String> reached = new HashSet<>();
        if (asksAnything) {
            reach(macro, reached);
        }
        return reached.contains(IS_CONSTANT) && reached.stream().anyMatch(aliases::isVariable);
    }

    private boolean reaches(MacroDefinition macro, Set<String> tokens) {
        Set<String> reached = new HashSet<>();
        reach(macro, reached);
        return reached.stream().anyMatch(tokens::contains);
    }

    private void reach(MacroDefinition macro, Set<String> reached) {
        for (String token : macro.tokens()) {
            if (reached.add(token) && byName.containsKey(token)) {
                reach(byName.get(token), reached);
            }
        }
    }
}
