package org.ffigen.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private Open of(MacroDefinition macro) {
        Open open = known.get(macro.name());
        if (open == null) {
            // Within itself it is not expanded again.
            known.put(macro.name(), NONE);
            List<String> tokens = macro.tokens();
            open = of(macro.functionLike() ? tokens.subList(tokens.indexOf(")") + 1, tokens.size()) : tokens);
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
                default -> used(tokens, i);
            };
            open = more == NONE ? open : open.plus(more);
        }
        return open;
    }

    /** What the macro at a place opens: with parameters it is one only where a bracket follows. */
    private Open used(List<String> tokens, int at) {
        MacroDefinition macro = byName.get(tokens.get(at));
        boolean isUsed = macro != null
                && (!macro.functionLike() || at + 1 < tokens.size() && tokens.get(at + 1).equals("("));
        return isUsed ? of(macro) : NONE;
    }
}
