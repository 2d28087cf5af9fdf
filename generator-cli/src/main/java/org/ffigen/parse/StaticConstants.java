package org.ffigen.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ffigen.clang.ClangLocation;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.TypeKind;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.SourceLocation;

/**
 * Reads {@code static const} variables, and those of C23's {@code constexpr}: no library exports them, and their
 * initializers are in the header.
 */
final class StaticConstants {

    private final Sources sources;
    private final DeclarationReader declarations;
    private final Set<String> varying;

    /** @param varying macros whose value differs from one machine or run to the next */
    StaticConstants(Sources sources, DeclarationReader declarations, Set<String> varying) {
        this.sources = sources;
        this.declarations = declarations;
        this.varying = varying;
    }

    /** The constant that a static variable is; empty if it can change, or its initializer is no constant. */
    Optional<MacroConstant> read(Cursor variable) {
        if (isVarying(variable) || !isConst(variable.type().canonical())
                || variable.type().canonical().spelling().contains("volatile")
                || !(MacroValues.of(variable) instanceof MacroValues.Known(var value))) {
            return Optional.empty();
        }
        SourceLocation source = declarations.location(variable);
        return Optional.of(new MacroConstant(new DeclId(DeclId.Kind.VAR, variable.spelling()), initializer(variable),
                value, declarations.comment(variable, source), source));
    }

    private boolean isVarying(Cursor variable) {
        ClangLocation start = variable.location();
        ClangLocation end = variable.end();
        return start.file().equals(end.file()) && start.offset() < end.offset()
                && MacroTokens.of(sources.text(start.file()).text(start.offset(), end.offset()))
                        .stream()
                        .anyMatch(varying::contains);
    }

    private static boolean isConst(ClangType type) {
        return type.isConst() || type.kind() == TypeKind.CONSTANT_ARRAY && type.element().isConst();
    }

    /** The initializer as written; empty if a macro wrote it. */
    private String initializer(Cursor variable) {
        SourceText text = sources.text(variable.location().file());
        int offset = variable.location().offset();
        if (!text.identifier(offset).equals(variable.spelling())) {
            return "";
        }
        List<String> tokens = MacroTokens.of(text.logicalLine(offset));
        int start = tokens.indexOf("=") + 1;
        int depth = 0;
        for (int i = start; start > 0 && i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case "(", "{", "[" -> depth++;
                case ")", "}", "]" -> depth--;
                case ";", "," -> {
                    if (depth == 0) {
                        return String.join(" ", tokens.subList(start, i));
                    }
                }
                default -> {
                }
            }
        }
        return "";
    }
}
