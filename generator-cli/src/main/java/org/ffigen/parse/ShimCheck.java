package org.ffigen.parse;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ffigen.clang.ClangDiagnostic;
import org.ffigen.clang.ClangIndex;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.ParseOption;
import org.ffigen.clang.TranslationUnit;
import org.ffigen.config.Given;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.libclang.LibclangInstallation;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;

/**
 * Has clang read the C of shims behind the headers, in memory: a prototype that its macro does not fit is told where the
 * user wrote it, and not when the shims are compiled; and nothing is bound through a shim that does not compile.
 *
 * @param request what the headers were read by
 */
public record ShimCheck(LibclangInstallation libclang, ParseRequest request) {

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final String DEFINITION = "FFIGEN_SHIM ";
    private static final String HEADER = "#include \"";

    /**
     * What must do without its shim, and why.
     *
     * @param api what is bound; its functions and variables know their shims
     * @param shims the text of the C file
     * @param diagnostics takes what is wrong with them
     */
    public Map<DeclId, SkipCode> refused(NativeApi api, String shims, Diagnostics diagnostics) {
        // The headers stand in the main file, where they are found as they were before.
        List<String> lines = shims.lines().map(line -> line.startsWith(HEADER) ? "" : line).toList();
        Map<String, DeclId> bySymbol = bySymbol(api);
        Map<DeclId, SkipCode> refused = new HashMap<>();
        try (ClangIndex index = ClangIndex.open(libclang.library())) {
            ClangArguments arguments = new ClangArguments(request, libclang.resourceDirectory(), index);
            MainFile main = MainFile.including(request.headers(), arguments.forcedIncludes(),
                    request.workingDirectory());
            TranslationUnit unit = index.parse(main.name(), main.text() + String.join("\n", lines) + "\n",
                    MacroEvaluator.withoutTelling(arguments.all()), EnumSet.of(ParseOption.KEEP_GOING));
            refused.putAll(unsafe(unit, main, bySymbol, new UndefinedCalls(api)));
            unit.diagnostics()
                    .stream()
                    .filter(complaint -> main.is(complaint.location()))
                    .forEach(complaint -> defined(lines, complaint.location().line() - 1 - main.lines(), bySymbol)
                            .ifPresent(id -> judge(id, complaint, refused, diagnostics)));
        }
        return refused;
    }

    /** What compiles, and yet must not be called. */
    private static Map<DeclId, SkipCode> unsafe(TranslationUnit unit, MainFile main, Map<String, DeclId> bySymbol,
            UndefinedCalls undefined) {
        Map<DeclId, SkipCode> unsafe = new HashMap<>();
        CursorList topLevel = unit.cursor().children();
        for (int i = 0; i < topLevel.size(); i++) {
            if (topLevel.kind(i) == CursorKind.FUNCTION_DECL && main.is(topLevel.get(i).location())) {
                Cursor shim = topLevel.get(i);
                if (DanglingResults.isIn(shim)) {
                    unsafe.put(bySymbol.get(shim.spelling()), SkipCode.DANGLING_RESULT);
                } else if (undefined.areIn(shim)) {
                    unsafe.put(bySymbol.get(shim.spelling()), SkipCode.UNDEFINED_FUNCTION);
                }
            }
        }
        return unsafe;
    }

    private static Map<String, DeclId> bySymbol(NativeApi api) {
        Map<String, DeclId> bySymbol = new HashMap<>();
        api.all(FunctionDecl.class).forEach(f -> f.shim().ifPresent(shim -> bySymbol.put(shim.symbol(), f.id())));
        api.all(VariableDecl.class).forEach(v -> v.shim().ifPresent(shim -> bySymbol.put(shim.symbol(), v.id())));
        return bySymbol;
    }

    /** What the shim is for that a line is part of. */
    private static Optional<DeclId> defined(List<String> lines, int line, Map<String, DeclId> bySymbol) {
        int at = Math.min(line, lines.size() - 1);
        while (at >= 0 && !lines.get(at).startsWith(DEFINITION)) {
            at--;
        }
        return at < 0
                ? Optional.empty()
                : WORD.matcher(lines.get(at))
                        .results()
                        .map(MatchResult::group)
                        .filter(bySymbol::containsKey)
                        .findFirst()
                        .map(bySymbol::get);
    }

    private void judge(DeclId id, ClangDiagnostic complaint, Map<DeclId, SkipCode> refused, Diagnostics diagnostics) {
        Optional<Given> given = request.written().find(id.name());
        if (given.isPresent()) {
            diagnostics.add(new Diagnostic(DiagnosticCode.INVALID_CONFIG, complaint.isError()
                    ? Diagnostic.Severity.ERROR
                    : Diagnostic.Severity.WARNING,
                    "this does not fit %s: %s".formatted(id.name(), complaint.message()),
                    given.get().place(), Optional.of("the shim calls it with these types")));
        } else if (complaint.isError()) {
            if (refused.put(id, SkipCode.SHIM_NOT_COMPILED) != SkipCode.SHIM_NOT_COMPILED) {
                diagnostics.add(new Diagnostic(DiagnosticCode.C_WARNING, Diagnostic.Severity.WARNING,
                        "%s is not bound, as its shim does not compile: %s".formatted(id.name(), complaint.message()),
                        Optional.empty(), Optional.of("--exclude %s says that it need not be".formatted(id.name()))));
            }
        }
    }
}
