package org.ffigen.parse;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ffigen.clang.ClangLocation;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;

/** Finds the macros that own headers define. What is in force at the end, the second parse finds out. */
final class MacroReader {

    private final Sources sources;

    MacroReader(Sources sources) {
        this.sources = sources;
    }

    /** The last definition of each macro, in the order of the first. */
    Collection<MacroDefinition> read(CursorList topLevel) {
        Map<String, MacroDefinition> macros = new LinkedHashMap<>();
        int first = 0;
        // Before it stand the macros that clang itself and the command line define: some hundreds.
        while (first < topLevel.size() && topLevel.kind(first) != CursorKind.INCLUSION_DIRECTIVE) {
            first++;
        }
        for (int i = first; i < topLevel.size(); i++) {
            if (topLevel.kind(i) == CursorKind.MACRO_DEFINITION) {
                ClangLocation location = topLevel.get(i).location();
                if (sources.isOwn(location.file())) {
                    MacroDefinition macro = read(location);
                    macros.put(macro.name(), macro);
                }
            }
        }
        return macros.values();
    }

    private MacroDefinition read(ClangLocation location) {
        SourceText text = sources.text(location.file());
        String line = text.logicalLine(location.offset());
        String name = text.identifier(location.offset());
        String rest = line.substring(name.length());
        boolean functionLike = rest.startsWith("(");
        List<String> body = functionLike ? List.of() : MacroPragmas.withoutWarnings(MacroTokens.of(rest));
        return new MacroDefinition(name, functionLike, body, MacroTokens.text(rest),
                !functionLike && body.isEmpty()
                        ? Optional.empty()
                        : Comments.tidy(DocComments.ofMacro(text, location.offset())),
                sources.location(location));
    }
}
