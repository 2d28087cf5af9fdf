package org.ffigen.parse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ffigen.clang.ClangDiagnostic;
import org.ffigen.clang.ClangDiagnostic.Severity;
import org.ffigen.clang.ClangFile;
import org.ffigen.clang.ClangLocation;
import org.ffigen.clang.TranslationUnit;
import org.ffigen.config.Given;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.Diagnostic.Place;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;

/** Passes on what clang complains about. */
final class DiagnosticReader {

    private static final Pattern NOT_FOUND = Pattern.compile("'(.+)' file not found(?: with <angled>.*)?");

    /** What clang says of a word in a list of types that is none: it takes it for the name of a parameter. */
    private static final Pattern NO_TYPE = Pattern
            .compile("type specifier missing, .*|a parameter list without types .*|unknown type name .*");
    /** What gcc only warns of: C's library has a function of that name, which clang knows without its header. */
    private static final Pattern BUILTIN = Pattern
            .compile("redefinition of '.*' as different kind of symbol|conflicting types for '.*'");

    private final Sources sources;
    private final MainFile main;
    private final ClangArguments arguments;
    private final WrittenFunctions written;
    private final Path workingDirectory;

    DiagnosticReader(Sources sources, MainFile main, ClangArguments arguments, WrittenFunctions written,
            Path workingDirectory) {
        this.sources = sources;
        this.main = main;
        this.arguments = arguments;
        this.written = written;
        this.workingDirectory = workingDirectory;
    }

    /** What is missing if something is, as all else may follow from that; or else all errors, and own warnings. */
    void read(TranslationUnit unit, Diagnostics diagnostics) {
        List<ClangDiagnostic> all = unit.diagnostics();
        List<ClangDiagnostic> missing = all.stream()
                .filter(d -> d.isError() && NOT_FOUND.matcher(d.message()).matches())
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(d -> diagnostics.add(notFound(d)));
            return;
        }
        for (ClangDiagnostic diagnostic : all) {
            if (diagnostic.isError() && !isOfCalls(diagnostic.location())) {
                diagnostics.add(error(diagnostic));
            } else if (diagnostic.severity() == Severity.WARNING && sources.isOwn(diagnostic.location().file())) {
                diagnostics.add(new Diagnostic(DiagnosticCode.C_WARNING, Diagnostic.Severity.WARNING,
                        diagnostic.message(), place(diagnostic.location()), Optional.empty()));
            }
        }
    }

    private Diagnostic notFound(ClangDiagnostic diagnostic) {
        ClangLocation location = diagnostic.location();
        Matcher matcher = NOT_FOUND.matcher(diagnostic.message());
        String name = matcher.matches() ? matcher.group(1) : "";
        String header = isMain(location) ? main.headerAt(location.line()) : null;
        if (header != null) {
            return Diagnostic.error(DiagnosticCode.HEADER_NOT_FOUND, "cannot find the header " + header,
                    "looked in " + lookedIn() + "; give a path, or the folder with -I");
        }
        // What the arguments include has no place: the main file is none of the user's.
        return new Diagnostic(DiagnosticCode.INCLUDE_NOT_FOUND, Diagnostic.Severity.ERROR,
                "cannot find the included file " + name, isMain(location) ? Optional.empty() : place(location),
                Optional.of("add the folder that has it with -I"));
    }

    private String lookedIn() {
        String folders = arguments.includeFolders().stream().map(Path::toString).collect(Collectors.joining(", "));
        return workingDirectory + (folders.isEmpty() ? "" : ", " + folders)
                + " and the compiler's own folders, such as " + String.join(" and ", arguments.systemFolders());
    }

    private Diagnostic error(ClangDiagnostic diagnostic) {
        boolean isArgument = diagnostic.location().file() == null;
        if (isMain(diagnostic.location()) && written(diagnostic.location()).isPresent()) {
            return new Diagnostic(DiagnosticCode.INVALID_CONFIG, Diagnostic.Severity.ERROR, message(diagnostic),
                    written(diagnostic.location()).get().place(),
                    Optional.of("it is C, and knows what the headers declare"));
        }
        return new Diagnostic(isArgument ? DiagnosticCode.INVALID_OPTION : DiagnosticCode.C_SYNTAX,
                Diagnostic.Severity.ERROR, diagnostic.message(), place(diagnostic.location()),
                isArgument ? Optional.of("it is about the arguments for clang") : hint(diagnostic));
    }

    private static Optional<String> hint(ClangDiagnostic diagnostic) {
        return BUILTIN.matcher(diagnostic.message()).matches()
                ? Optional.of(
                        "if the other is none of the headers' but the C library's function of that name, -- -fno-builtin helps")
                : Optional.empty();
    }

    private String message(ClangDiagnostic diagnostic) {
        return written.instanceAt(diagnostic.location().line() - 1 - main.lines())
                .filter(_ -> NO_TYPE.matcher(diagnostic.message()).matches())
                .map(instance -> "C and the headers do not know all of these types: "
                        + instance.types().stream().map(Given::text).collect(Collectors.joining(", ")))
                .orElse(diagnostic.message());
    }

    /** What the user wrote that an error is about. */
    private Optional<Given> written(ClangLocation location) {
        return written.givenAt(location.line() - 1 - main.lines());
    }

    /** What is wrong from the calls of macros on is not wrong with the headers. */
    private boolean isOfCalls(ClangLocation location) {
        return isMain(location) && written.isFromCallsOn(location.line() - 1 - main.lines());
    }

    private Optional<Place> place(ClangLocation location) {
        if (location.file() == null) {
            return Optional.empty();
        }
        if (isMain(location)) {
            return sources.lastHeader().map(this::end); // something is left open at the end of what was asked for
        }
        SourceText text = sources.text(location.file());
        String line = text.line(location.offset());
        int start = text.startOfLine(location.offset());
        int column = text.text(start, location.offset()).length() + 1;
        return Optional.of(new Place(sources.display(location.file()), location.line(), column, line));
    }

    /** The last character of a file that is no space. */
    private Place end(ClangFile file) {
        SourceText text = sources.text(file);
        String before = text.text(0, text.length()).stripTrailing();
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String last = before.substring(before.lastIndexOf('\n') + 1);
        return new Place(sources.display(file), line, Math.max(1, last.length()), last);
    }

    private boolean isMain(ClangLocation location) {
        return main.is(location);
    }
}
