package org.ffigen.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pragmas among the tokens of macros. gcc takes one in an expression if it only warns, which is how a macro is
 * deprecated: {@code #define OLD 5 _Pragma("GCC warning \"use NEW\"")}; of most others it says that no expression may
 * have them.
 */
final class MacroPragmas {

    private static final String PRAGMA = "_Pragma";
    private static final String WARNING = "\"GCC warning ";

    private final Map<String, MacroDefinition> macros;
    private final boolean any;

    MacroPragmas(Map<String, MacroDefinition> macros) {
        this.macros = macros;
        any = macros.values().stream().anyMatch(macro -> macro.text().contains(PRAGMA));
    }

    /** The tokens without the pragmas that only warn. */
    static List<String> withoutWarnings(List<String> tokens) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (isWarning(tokens, i)) {
                i += 3;
            } else {
                left.add(tokens.get(i));
            }
        }
        return left;
    }

    private static boolean isWarning(List<String> tokens, int at) {
        return tokens.get(at).equals(PRAGMA) && at + 3 < tokens.size() && tokens.get(at + 1).equals("(")
                && tokens.get(at + 2).startsWith(WARNING) && tokens.get(at + 3).equals(")");
    }

    /** Whether all pragmas that a macro stands for only warn. */
    boolean onlyWarn(MacroDefinition macro) {
        Map<String, List<String>> reached = new HashMap<>();
        if (any) {
            reach(macro, reached);
        }
        Set<String> makers = new HashSet<>();
        for (Map.Entry<String, List<String>> used : reached.entrySet()) {
            int at = used.getValue().indexOf(PRAGMA);
            if (at >= 0 && !isBehind(used.getValue(), at, "(", "#")) {
                return false;
            }
            if (at >= 0) {
                makers.add(used.getKey());
            }
        }
        return makers.isEmpty() || reached.values().stream().allMatch(tokens -> areWarnings(tokens, makers));
    }

    /** @param makers macros that make a pragma of their argument */
    private static boolean areWarnings(List<String> tokens, Set<String> makers) {
        for (int i = 0; i < tokens.size(); i++) {
            if (makers.contains(tokens.get(i)) && !isBehind(tokens, i, "(", "GCC", "warning")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBehind(List<String> tokens, int at, String... expected) {
        return at + expected.length < tokens.size()
                && tokens.subList(at + 1, at + 1 + expected.length).equals(List.of(expected));
    }

    private void reach(MacroDefinition macro, Map<String, List<String>> reached) {
        List<String> tokens = withoutWarnings(MacroTokens.of(macro.text()));
        if (reached.putIfAbsent(macro.name(), tokens) == null) {
            tokens.stream().filter(macros::containsKey).forEach(token -> reach(macros.get(token), reached));
        }
    }
}
