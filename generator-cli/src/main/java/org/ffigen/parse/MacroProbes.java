package org.ffigen.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    /** A warning for what compilers give different values to: the shift count is negative, or too great. */
    private static final String UNDEFINED = "shift count ";
    private static final int LINES = 3;

    private final MainFile main;
    private final List<MacroDefinition> macros;

    MacroProbes(MainFile main, List<MacroDefinition> macros) {
        this.main = main;
        this.macros = macros;
    }

    /** The whole source file. */
    String text() {
        StringBuilder text = new StringBuilder(main.text());
        for (int i = 0; i < macros.size(); i++) {
            MacroDefinition macro = macros.get(i);
            text.append("#ifdef ").append(macro.name()).append('\n');
            if (macro.functionLike()) {
                text.append("extern char ").append(PREFIX).append(i).append(';');
            } else {
                text.append("static const __auto_type ").append(PREFIX).append(i).append(" = (")
                        .append(macro.name()).append(");");
            }
            text.append("\n#endif\n");
        }
        return text.toString();
    }

    /**
     * The answers, in order: the variable of each macro that is defined at the end and has no error in its line. Errors
     * count even where clang goes on: it takes {@code (1} for 1.
     */
    Map<MacroDefinition, Cursor> answers(TranslationUnit unit) {
        Set<Integer> wrong = new HashSet<>();
        for (ClangDiagnostic diagnostic : unit.diagnostics()) {
            if (diagnostic.isError() || diagnostic.message().startsWith(UNDEFINED)) {
                wrong.add(index(diagnostic.location()));
            }
        }
        Map<Integer, Cursor> variables = new HashMap<>();
        CursorList topLevel = unit.cursor().children();
        for (int i = topLevel.size() - 1; i >= 0; i--) {
            if (topLevel.kind(i) == CursorKind.VAR_DECL) {
                Cursor variable = topLevel.get(i);
                String name = variable.spelling();
                if (name.startsWith(PREFIX)) {
                    variables.put(Integer.parseInt(name, PREFIX.length(), name.length(), 10), variable);
                }
            }
        }
        Map<MacroDefinition, Cursor> answers = new LinkedHashMap<>();
        for (int index : new TreeSet<>(variables.keySet())) {
            if (!wrong.contains(index)) {
                answers.put(macros.get(index), variables.get(index));
            }
        }
        return answers;
    }

    private int index(ClangLocation location) {
        boolean inMain = location.file() != null && location.file().name().equals(main.name());
        return inMain ? Math.floorDiv(location.line() - 1 - main.lines(), LINES) : -1;
    }
}
