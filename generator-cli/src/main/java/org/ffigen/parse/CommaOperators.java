package org.ffigen.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds comma operators and compound literals, which clang evaluates and gcc has in no constant: {@code (1, 2)} and
 * {@code (int){3}}; a list too, which in brackets would pass for its last element. What {@code sizeof} has is not evaluated.
 */
final class CommaOperators {

    private static final Set<String> UNEVALUATING = Set.of("sizeof", "_Alignof", "alignof", "__alignof", "__alignof__",
            "__typeof__", "__typeof", "typeof", "typeof_unqual");
    /** Operators that are words: a bracket behind them is no list of arguments. */
    private static final Set<String> OPERATORS = Set.of("__extension__", "__real__", "__real", "__imag__", "__imag");
    private static final Map<String, String> DIGRAPHS = Map.of("<%", "{", "%>", "}", "<:", "[", ":>", "]");

    private enum Bracket {
        /** Around arguments and initializers, that commas separate. */
        LIST,
        /** Around an expression. */
        GROUP,
        /** Around an operand that is not evaluated. */
        UNEVALUATED
    }

    private CommaOperators() {
    }

    /**
     * Whether an expression has such an operator.
     *
     * @param tokens of what a macro stands for once the preprocessor is done with it: what separates arguments of a
     *     macro in its body is not there any more, and what a macro gives is
     */
    static boolean isIn(List<String> tokens) {
        Deque<Bracket> open = new ArrayDeque<>();
        Bracket closed = Bracket.GROUP;
        String before = "";
        for (String written : tokens) {
            String token = DIGRAPHS.getOrDefault(written, written);
            boolean evaluated = !open.contains(Bracket.UNEVALUATED);
            switch (token) {
                case "(" -> open.push(bracket(before));
                case "[" -> open.push(Bracket.LIST);
                case "{" -> {
                    boolean isOperand = closed == Bracket.UNEVALUATED;
                    if (evaluated && before.equals(")") && !isOperand) {
                        return true;
                    }
                    open.push(isOperand ? Bracket.UNEVALUATED : Bracket.LIST);
                }
                case ")", "]", "}" -> closed = open.isEmpty() ? Bracket.GROUP : open.pop();
                case "," -> {
                    if (evaluated && open.peek() != Bracket.LIST) {
                        return true;
                    }
                }
                default -> {
                }
            }
            before = token;
        }
        return false;
    }

    /** Whether a body is a list, whatever the macros in it are: it has a comma outside of all brackets. */
    static boolean isList(List<String> body) {
        int depth = 0;
        boolean comma = false;
        for (String token : body) {
            switch (token) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                case "," -> comma |= depth == 0;
                default -> {
                }
            }
        }
        return comma && MacroTokens.isBalanced(body);
    }

    private static Bracket bracket(String before) {
        if (UNEVALUATING.contains(before)) {
            return Bracket.UNEVALUATED;
        }
        boolean isCall = !before.isEmpty() && Character.isJavaIdentifierPart(before.charAt(0))
                && !OPERATORS.contains(before);
        return isCall ? Bracket.LIST : Bracket.GROUP;
    }
}
