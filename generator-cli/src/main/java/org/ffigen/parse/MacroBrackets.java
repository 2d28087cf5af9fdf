package org.ffigen.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the brackets that macros open and leave open, those of the macros that they use among them: {@code LP 5 )} is
 * whole where {@code LP} is a bracket. What leaves one open would swallow what stands behind it.
 */
final class MacroBrackets {

    private static final Open NONE = new Open(0, 0, 0);

    private final Map<String, MacroDefinition> byName;
    private final Map<String, Open> known = new HashMap<>();

    MacroBrackets(Map<String, MacroDefinition> byName) {
        this.byName = byName;
    }

    /** How many more of each kind are opened than closed. */
    private record Open(int round, int square, int curly) {

        private Open plus(Open other) {
            return new Open(round + other.round, square + other.square, curly + other.curly);
        }
    }

    /** Whether as many are closed as are opened; not whether in the right order. */
    boolean areEven(MacroDefinition macro) {
        return of(macro).equals(NONE);
    }

    /** Whether a macro stands for a list of values or a block, which clang takes for an expression within brackets. */
    boolean areAround(MacroDefinition macro) {
        Set<String> seen = new HashSet<>();
        MacroDefinition first = macro;
        while (first != null && seen.add(first.name())) {
            List<String> body = body(first);
            if (!body.isEmpty() && Set.of("{", "<%").contains(body.getFirst())) {
                return true;
            }
            first = body.isEmpty() ? null : used(body, 0);
        }
        return false;
    }

    private Open of(MacroDefinition macro) {
        Open open = known.get(macro.name());
        if (open == null) {
            // Within itself it is not expanded again.
            known.put(macro.name(), NONE);
            open = of(body(macro));
            known.put(macro.name(), open);
        }
        return open;
    }

    private Open of(List<String> tokens) {
        Open open = NONE;
        for (int i = 0; i < tokens.size(); i++) {
            Open more = switch (tokens.get(i)) {
                case "(" -> new Open(1, 0, 0);
                case ")" -> new Open(-1, 0, 0);
                case "[" -> new Open(0, 1, 0);
                case "]" -> new Open(0, -1, 0);
                case "{" -> new Open(0, 0, 1);
                case "}" -> new Open(0, 0, -1);
                default -> {
                    MacroDefinition used = used(tokens, i);
                    yield used == null ? NONE : of(used);
                }
            };
            open = more == NONE ? open : open.plus(more);
        }
        return open;
    }

    /** The macro at a place, or null: with parameters it is one only where a bracket follows. */
    private MacroDefinition used(List<String> tokens, int at) {
        MacroDefinition macro = byName.get(tokens.get(at));
        boolean isUsed = macro != null
                && (!macro.functionLike() || at + 1 < tokens.size() && tokens.get(at + 1).equals("("));
        return isUsed ? macro : null;
    }

    /** What it stands for: of one with parameters, what is behind those. */
    private static List<String> body(MacroDefinition macro) {
        List<String> tokens = macro.tokens();
        return macro.functionLike() ? tokens.subList(tokens.indexOf(")") + 1, tokens.size()) : tokens;
    }
}
