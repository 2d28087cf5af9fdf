package org.ffigen.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ffigen.clang.ClangDiagnostic;
import org.ffigen.clang.ClangLocation;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.TranslationUnit;

/**
 * Asks clang for the values of macros: the headers again, and behind them a variable for each macro, that the macro
 * initializes. Each stands on a line of its own, so that what is wrong with one says nothing of the others.
 */
final class MacroProbes {

    private static final String PREFIX = "ffigen_macro_";
    private static final String ADDRESS_PREFIX = "ffigen_address_";
    /** What compilers give different values to: the shift count is negative, or too great; or what clang refuses. */
    private static final Pattern UNCERTAIN = Pattern.compile("shift count .*|(?:hex|octal) escape sequence out of range"
            + "|integer literal is too large to be represented in any integer type"
            + "|bracket nesting level exceeded maximum of .*"
            + "|character too large for enclosing character literal type"
            + "|(?:wide|Unicode) character literals may not contain multiple characters"
            + "|invalid suffix '(?i:d[fdl]|w|u?wb|wbu)' on (?:floating|integer) constant"
            + "|passing a type argument as the first operand to '_Generic' is .*");
    /** What {@link GccLiterals} are to clang. */
    private static final Pattern LITERAL = Pattern.compile("integer literal is too large to be represented in a signed"
            + " integer type.*|invalid suffix '[fF](?:32|64|128|32x|64x)' on floating constant");
    private static final Pattern UNDECLARED = Pattern.compile("call to undeclared (?:library )?function '(\\w+)'.*");
    private static final Set<String> NOT_CONSTANT = Set.of("initializer element is not a compile-time constant",
            "statement expression not allowed at file scope");
    /** These warnings, whatever the headers and the user say. */
    private static final String WARNINGS = Stream.of("shift-count-overflow", "shift-count-negative",
            "implicitly-unsigned-literal", "generic-type-extension", "c2y-extensions")
            .map("#pragma GCC diagnostic warning \"-W%s\"\n"::formatted)
            .collect(Collectors.joining());
    private static final int LINES = 3;

    /**
     * What clang makes of a macro.
     *
     * @param variable initialized by it
     * @param address initialized by it as a number, if it may be an address
     * @param expansion the tokens it stands for, if they were asked for
     */
    record Answer(Cursor variable, Optional<Cursor> address, List<String> expansion) {}

    private final MainFile main;
    private final List<MacroDefinition> macros;
    private final Predicate<MacroDefinition> hasNoValue;
    /** Those that may be a number cast to a pointer; they are asked for that number too. */
    private final List<MacroDefinition> addresses;
    /** Those that are asked for their expansion too. */
    private final List<MacroDefinition> doubtful;

    /**
     * @param hasNoValue tells the macros that are asked for no value, but whether they are defined at the end
     * @param isDoubtful tells those whose expansion says whether they can be constants
     */
    MacroProbes(MainFile main, List<MacroDefinition> macros, Predicate<MacroDefinition> hasNoValue,
            Predicate<MacroDefinition> isDoubtful) {
        this.main = main.followedBy(CompilerMacros.OF_GCC + WARNINGS + MacroExpansions.DEFINITIONS);
        this.macros = macros;
        this.hasNoValue = hasNoValue.or(MacroDefinition::functionLike);
        this.addresses = macros.stream().filter(MacroDefinition::mayBeAddress).toList();
        this.doubtful = macros.stream().filter(isDoubtful).toList();
    }

    /** The whole source file. */
    String text() {
        StringBuilder text = new StringBuilder(main.text());
        for (int i = 0; i < macros.size(); i++) {
            MacroDefinition macro = macros.get(i);
            text.append("#ifdef ").append(macro.name()).append('\n');
            if (hasNoValue.test(macro)) {
                text.append("extern char ").append(PREFIX).append(i).append(';');
            } else {
                text.append("static const __auto_type ")
                        .append(PREFIX)
                        .append(i)
                        .append(" = (")
                        .append(macro.name())
                        .append(");");
            }
            text.append("\n#endif\n");
        }
        for (int i = 0; i < addresses.size(); i++) {
            String name = addresses.get(i).name();
            text.append("#ifdef ")
                    .append(name)
                    .append("\nstatic const unsigned long long ")
                    .append(ADDRESS_PREFIX)
                    .append(i)
                    .append(" = (unsigned long long) (")
                    .append(name)
                    .append(");\n#endif\n");
        }
        return text.append(MacroExpansions.text(doubtful)).toString();
    }

    /**
     * What came of it.
     *
     * @param answers of the macros that are defined at the end, and that clang came to see
     * @param wrong the macros with an error in their line, those whose expansion is no constant, and those that compilers
     *     give different values to
     * @param uncertain those of the wrong ones that may be expressions all the same
     * @param expressions those of the wrong ones that are expressions, and no constants to clang or gcc
     * @param literals the macros with {@link GccLiterals}; an answer of theirs is not gcc's
     * @param expansions the tokens that macros stand for, of those that were asked for them
     * @param names the variables that expressions are the names of
     * @param undeclared functions that nothing declares; clang complains of the first call only
     */
    record Outcome(Map<MacroDefinition, Answer> answers, Set<MacroDefinition> wrong, Set<MacroDefinition> uncertain,
            Set<MacroDefinition> expressions, Set<MacroDefinition> literals,
            Map<MacroDefinition, List<String>> expansions, Map<MacroDefinition, String> names,
            Set<String> undeclared) {}

    /** Errors count even where clang goes on: it takes {@code (1} for 1. */
    Outcome outcome(TranslationUnit unit) {
        List<ClangDiagnostic> diagnostics = unit.diagnostics();
        Map<Integer, Cursor> variables = variables(unit);
        Set<Integer> uncertain = reported(diagnostics, d -> UNCERTAIN.matcher(d.message()).matches());
        Set<Integer> literals = reported(diagnostics, d -> LITERAL.matcher(d.message()).matches());
        Set<Integer> wrong = reported(diagnostics, ClangDiagnostic::isError);
        Set<Integer> expressions = reported(diagnostics, d -> NOT_CONSTANT.contains(d.message()));
        expressions.removeAll(reported(diagnostics, d -> d.isError() && !NOT_CONSTANT.contains(d.message())));
        Map<MacroDefinition, String> names = new HashMap<>();
        expressions.stream()
                .filter(i -> i >= 0 && i < macros.size() && variables.containsKey(i))
                .forEach(i -> MacroValues.named(variables.get(i))
                        .ifPresent(named -> names.put(macros.get(i), named.spelling())));
        wrong.addAll(uncertain);
        variables.keySet().removeAll(wrong);
        Map<MacroDefinition, List<String>> expansions = MacroExpansions.read(doubtful, variables, wrong,
                macros.size() + addresses.size());
        Set<MacroDefinition> doubts = new HashSet<>(doubtful);
        Map<MacroDefinition, Cursor> numbers = new HashMap<>();
        for (int i = 0; i < addresses.size(); i++) {
            numbers.put(addresses.get(i), variables.get(macros.size() + i));
        }
        Map<MacroDefinition, Answer> answers = new HashMap<>();
        for (int i = 0; i < macros.size(); i++) {
            MacroDefinition macro = macros.get(i);
            Optional<List<String>> expansion = Optional.ofNullable(expansions.get(macro));
            boolean isSeen = !doubts.contains(macro) || expansion.isPresent();
            if (!variables.containsKey(i) || !isSeen) {
                continue; // another one swallowed it, or its expansion
            }
            if (expansion.filter(tokens -> !MacroExpansions.mayBeConstant(tokens)).isPresent()) {
                wrong.add(i);
                if (MacroExpansions.isExpression(expansion.get())) {
                    expressions.add(i);
                }
            } else {
                answers.put(macro, new Answer(variables.get(i), Optional.ofNullable(numbers.get(macro)),
                        expansion.orElse(List.of())));
            }
        }
        return new Outcome(answers, macrosAt(wrong), macrosAt(uncertain), macrosAt(expressions), macrosAt(literals),
                expansions, names,
                diagnostics.stream()
                        .map(d -> UNDECLARED.matcher(d.message()))
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1))
                        .collect(Collectors.toSet()));
    }

    private Set<MacroDefinition> macrosAt(Set<Integer> places) {
        return places.stream()
                .filter(place -> place >= 0 && place < macros.size())
                .map(macros::get)
                .collect(Collectors.toSet());
    }

    /** The probes in whose lines clang finds something. */
    private Set<Integer> reported(List<ClangDiagnostic> diagnostics, Predicate<ClangDiagnostic> what) {
        return diagnostics.stream()
                .filter(what)
                .map(diagnostic -> index(diagnostic.location()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Map<Integer, Cursor> variables(TranslationUnit unit) {
        Map<Integer, Cursor> variables = new HashMap<>();
        CursorList topLevel = unit.cursor().children();
        for (int i = 0; i < topLevel.size(); i++) {
            if (topLevel.kind(i) == CursorKind.VAR_DECL) {
                Cursor variable = topLevel.get(i);
                variables.put(index(variable.location()), variable);
            }
        }
        return variables;
    }

    /** Which probe a place belongs to, those of addresses behind those of macros; negative for what is none. */
    private int index(ClangLocation location) {
        boolean inMain = location.file() != null && location.file().path().equals(main.name());
        return inMain ? Math.floorDiv(location.line() - 1 - main.lines(), LINES) : -1;
    }
}
