package org.ffigen.parse;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ffigen.clang.ClangDiagnostic;
import org.ffigen.clang.ClangDiagnostic.Severity;
import org.ffigen.clang.ClangIndex;
import org.ffigen.clang.ParseOption;
import org.ffigen.config.Given;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.libclang.LibclangInstallation;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.NativeApi;

/**
 * Has clang read the C of shims behind the headers, in memory: a prototype that its macro does not fit is told where the
 * user wrote it, and not when the shims are compiled.
 *
 * @param request what the headers were read by
 */
public record ShimCheck(LibclangInstallation libclang, ParseRequest request) {

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final String DEFINITION = "FFIGEN_SHIM ";
    private static final String HEADER = "#include \"";

    /**
     * Tells what is wrong with the shims.
     *
     * @param api what was bound; its functions know their shims
     * @param shims the text of the C file
     */
    public void check(NativeApi api, String shims, Diagnostics diagnostics) {
        ClangArguments arguments = new ClangArguments(request, libclang.resourceDirectory());
        MainFile main = MainFile.including(request.headers(), arguments.forcedIncludes(), request.workingDirectory());
        // The headers stand in the main file, where they are found as they were before.
        List<String> lines = shims.lines().map(line -> line.startsWith(HEADER) ? "" : line).toList();
        Map<String, FunctionDecl> bySymbol = api.all(FunctionDecl.class)
                .stream()
                .filter(function -> function.shim().isPresent())
                .collect(Collectors.toMap(function -> function.shim().get().symbol(), Function.identity()));
        try (ClangIndex index = ClangIndex.open(libclang.library())) {
            index.parse(main.name(), main.text() + String.join("\n", lines) + "\n", arguments.all(),
                    EnumSet.of(ParseOption.KEEP_GOING))
                    .diagnostics()
                    .stream()
                    .filter(complaint -> main.is(complaint.location()))
                    .forEach(complaint -> defined(lines, complaint.location().line() - 1 - main.lines(), bySymbol)
                            .flatMap(function -> diagnostic(function, complaint))
                            .ifPresent(diagnostics::add));
        }
    }

    /** The function whose shim a line is part of. */
    private static Optional<FunctionDecl> defined(List<String> lines, int line, Map<String, FunctionDecl> bySymbol) {
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

    private Optional<Diagnostic> diagnostic(FunctionDecl function, ClangDiagnostic complaint) {
        Optional<Given> given = request.written().find(function.name());
        if (given.isPresent()) {
            return Optional.of(new Diagnostic(DiagnosticCode.INVALID_CONFIG, complaint.isError()
                    ? Diagnostic.Severity.ERROR
                    : Diagnostic.Severity.WARNING,
                    "this does not fit %s: %s".formatted(function.name(), complaint.message()),
                    given.get().place(), Optional.of("the shim calls it with these types")));
        }
        return complaint.severity() == Severity.WARNING || !complaint.isError()
                ? Optional.empty()
                : Optional.of(new Diagnostic(DiagnosticCode.C_WARNING, Diagnostic.Severity.WARNING,
                        "the shim of %s does not compile: %s".formatted(function.name(), complaint.message()),
                        Optional.empty(), Optional.of("--exclude %s leaves it out".formatted(function.name()))));
    }
}
