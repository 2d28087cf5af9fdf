package org.ffigen.parse;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;

/**
 * Asks clang what macros stand for once the preprocessor is done with them: each as the text of a variable, on lines of
 * its own behind the headers.
 */
final class MacroExpansions {

    /** Lines that stand before those of the macros. */
    static final String DEFINITIONS = """
            #define ffigen_text_of(...) #__VA_ARGS__
            #define ffigen_text(...) ffigen_text_of(__VA_ARGS__)
            """;

    private MacroExpansions() {
    }

    /** Three lines for each. */
    static String text(List<MacroDefinition> macros) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < macros.size(); i++) {
            text.append("#ifdef %1$s\nstatic const char ffigen_text_%2$d[] = ffigen_text(%1$s);\n#endif\n"
                    .formatted(macros.get(i).name(), i));
        }
        return text.toString();
    }

    /**
     * The tokens of those that clang came to see; none of what it has something against.
     *
     * @param variables by the numbers of what is asked for
     * @param wrong the numbers of what clang has something against
     * @param first the number of the first of the macros
     */
    static Map<MacroDefinition, List<String>> read(List<MacroDefinition> macros, Map<Integer, Cursor> variables,
            Set<Integer> wrong, int first) {
        Map<MacroDefinition, List<String>> expansions = new HashMap<>();
        for (int i = 0; i < macros.size(); i++) {
            Cursor variable = variables.get(first + i);
            CursorList children = variable == null ? null : variable.children();
            int last = children == null ? -1 : children.size() - 1;
            if (last >= 0 && children.kind(last) == CursorKind.STRING_LITERAL) {
                byte[] text = StringLiteral.bytes(children.get(last).spelling(), 1);
                expansions.put(macros.get(i), MacroTokens.of(new String(text, StandardCharsets.UTF_8)));
            } else if (wrong.contains(first + i)) {
                expansions.put(macros.get(i), List.of());
            }
        }
        return expansions;
    }

    /** Whether what clang has a value of is one expression, and no list. */
    static boolean isExpression(List<String> expansion) {
        return !expansion.isEmpty() && MacroTokens.isBalanced(expansion) && !CommaOperators.isList(expansion);
    }

    /** Whether that may be a constant to gcc. */
    static boolean mayBeConstant(List<String> expansion) {
        return !expansion.isEmpty() && MacroTokens.isBalanced(expansion) && !CommaOperators.isIn(expansion);
    }
}
