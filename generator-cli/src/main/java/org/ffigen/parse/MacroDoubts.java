package org.ffigen.parse;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The macros of which only the preprocessor knows what they stand for: those that lead to a comma, which may separate
 * arguments or be an operator; to a brace or half a pair of brackets; to a name that is pasted, or that a header
 * defines which is not of the library. Of the others the tokens of their bodies tell enough.
 */
final class MacroDoubts {

    private static final Set<String> TOKENS = Set.of(",", "{", "<%", "##", "%:%:");
    /** Words that no macro has the name of. */
    private static final Set<String> WORDS = Set.of("sizeof", "_Alignof", "void", "char", "short", "int", "long",
            "float", "double", "signed", "unsigned", "_Bool", "const", "volatile", "struct", "union", "enum");

    private final Map<String, MacroDefinition> byName;
    private final Predicate<String> isDeclared;
    private final Set<String> found = new HashSet<>();

    /**
     * @param macros those to tell of
     * @param byName all macros of the library
     * @param isDeclared tells the names of what the library declares: no macros
     */
    MacroDoubts(Collection<MacroDefinition> macros, Map<String, MacroDefinition> byName,
            Predicate<String> isDeclared) {
        this.byName = byName;
        this.isDeclared = isDeclared;
        Map<String, Set<String>> users = new HashMap<>();
        Deque<MacroDefinition> left = new ArrayDeque<>(macros);
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty()) {
            MacroDefinition macro = left.remove();
            if (seen.add(macro.name())) {
                List<String> tokens = macro.tokens();
                if (isDoubtful(macro, tokens)) {
                    found.add(macro.name());
                }
                for (String token : tokens) {
                    MacroDefinition used = byName.get(token);
                    if (used != null) {
                        users.computeIfAbsent(token, _ -> new HashSet<>()).add(macro.name());
                        left.add(used);
                    }
                }
            }
        }
        Deque<String> leading = new ArrayDeque<>(found);
        while (!leading.isEmpty()) {
            for (String user : users.getOrDefault(leading.remove(), Set.of())) {
                if (found.add(user)) {
                    leading.add(user);
                }
            }
        }
    }

    /** Whether a macro is one of them. */
    boolean contains(MacroDefinition macro) {
        return found.contains(macro.name());
    }

    private boolean isDoubtful(MacroDefinition macro, List<String> tokens) {
        Set<String> parameters = macro.functionLike()
                ? Set.copyOf(tokens.subList(0, tokens.indexOf(")") + 1))
                : Set.of();
        return !MacroTokens.isBalanced(tokens) || parameters.contains(",")
                || tokens.stream().anyMatch(token -> !parameters.contains(token) && isDoubtful(token));
    }

    private boolean isDoubtful(String token) {
        return TOKENS.contains(token) || Character.isJavaIdentifierStart(token.charAt(0)) && !WORDS.contains(token)
                && !token.endsWith("\"") && !token.endsWith("'") && !byName.containsKey(token)
                && !isDeclared.test(token);
    }
}
