package org.ffigen.parse;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ffigen.clang.TranslationUnit;

/**
 * The macros that take nothing, {@code NOW()}: what they give can be asked of clang, so that they are functions without
 * a prototype of the user's.
 */
final class ParameterlessMacros {

    private ParameterlessMacros() {
    }

    /** Those that may be an expression, and of which the user gives no prototype. */
    static List<String> of(Collection<MacroDefinition> macros, WrittenFunctions written) {
        Set<String> prototypes = written.macros()
                .stream()
                .map(WrittenFunctions::macroName)
                .collect(Collectors.toSet());
        return macros.stream()
                .filter(MacroDefinition::takesNothing)
                .filter(macro -> MacroTokens.isBalanced(MacroTokens.of(macro.text())))
                .map(MacroDefinition::name)
                .filter(name -> !prototypes.contains(name))
                .toList();
    }

    /** Those that clang has something against: a statement, or what nothing declares. */
    static Set<String> wrong(TranslationUnit unit, MainFile main, WrittenFunctions written) {
        return unit.diagnostics()
                .stream()
                .filter(diagnostic -> diagnostic.isError() && main.is(diagnostic.location()))
                .flatMap(diagnostic -> written.callAt(diagnostic.location().line() - 1 - main.lines()).stream())
                .collect(Collectors.toSet());
    }
}
