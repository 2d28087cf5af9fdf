package org.ffigen.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds comma operators and compound literals, which clang evaluates and gcc has in no constant: {@code (1, 2)} and
 * {@code (int){3}}; a list too, which in brackets would pass for its last element. What {@code sizeof} has is not evaluated.
 */
final class CommaOperators {

    private static final Set<String> UNEVALUATING = Set.of("sizeof", "_Alignof", "__alignof__", "__typeof__", "typeof");

    private enum Bracket {
        /** Around arguments and initializers, that commas separate. */
        LIST,
        /** Around an expression. */
        GROUP,
        /** Around an operand that is not evaluated. */
        UNEVALUATED
    }

    private final Map<String, MacroDefinition> macros;

    CommaOperators(Map<String, MacroDefinition> macros) {
        this.macros = macros;
    }

    /** Whether a macro, or one it uses, has such an operator. */
    boolean isIn(MacroDefinition macro) {
        return isIn(macro, new HashSet<>());
    }

    private boolean isIn(MacroDefinition macro, Set<String> seen) {
        Deque<Bracket> open = new ArrayDeque<>();
        String before = "";
        for (String token : macro.body()) {
            boolean evaluated = !open.contains(Bracket.UNEVALUATED);
            boolean inExpression = evaluated && open.peek() != Bracket.LIST;
            switch (token) {
                case "(" -> open.push(bracket(before));
                case "[" -> open.push(Bracket.LIST);
                case "{" -> {
                    if (evaluated && before.equals(")")) {
                        return true;
                    }
                    open.push(Bracket.LIST);
                }
                case ")", "]", "}" -> open.poll();
                case "," -> {
                    if (inExpression) {
                        return true;
                    }
                }
                default -> {
                    MacroDefinition used = inExpression && seen.add(token) ? macros.get(token) : null;
                    if (used != null && isIn(used, seen)) {
                        return true;
                    }
                }
            }
            before = token;
        }
        return false;
    }

    private static Bracket bracket(String before) {
        if (UNEVALUATING.contains(before)) {
            return Bracket.UNEVALUATED;
        }
        boolean isCall = !before.isEmpty() && Character.isJavaIdentifierPart(before.charAt(0));
        return isCall ? Bracket.LIST : Bracket.GROUP;
    }
}
