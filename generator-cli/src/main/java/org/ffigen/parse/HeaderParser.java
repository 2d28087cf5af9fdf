package org.ffigen.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ffigen.clang.ClangException;
import org.ffigen.clang.ClangIndex;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.ParseOption;
import org.ffigen.clang.TranslationUnit;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.libclang.LibclangInstallation;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;
import org.ffigen.model.Skipped;
import org.ffigen.model.Target;

/** Parses headers with clang. */
public final class HeaderParser {

    private static final Set<ParseOption> OPTIONS = EnumSet.of(ParseOption.DETAILED_PREPROCESSING_RECORD,
            ParseOption.SKIP_FUNCTION_BODIES, ParseOption.KEEP_GOING, ParseOption.INCLUDE_ATTRIBUTED_TYPES);

    private final LibclangInstallation libclang;

    /** A parser that loads this libclang. */
    public HeaderParser(LibclangInstallation libclang) {
        this.libclang = libclang;
    }

    /**
     * Parses the headers as one translation unit, in their order.
     *
     * @throws GenerationException if there are errors; they are in {@code diagnostics} too
     */
    public ParsedHeaders parse(ParseRequest request, Diagnostics diagnostics) {
        RefusedOptions.check(request.clangArguments());
        try (ClangIndex index = open()) {
            return parse(request, index, diagnostics);
        } catch (ClangException e) {
            if (!e.isCrash() && !request.clangArguments().isEmpty()) {
                throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_OPTION,
                        "clang refuses its arguments: " + String.join(" ", request.clangArguments()),
                        "the C language's own options are meant, such as -std=gnu11 or -DNAME=VALUE"));
            }
            throw new GenerationException(Diagnostic.error(DiagnosticCode.LIBCLANG_CRASHED, e.getMessage(),
                    "try another libclang with --libclang"));
        }
    }

    private ClangIndex open() {
        try {
            return ClangIndex.open(libclang.library());
        } catch (IllegalArgumentException e) {
            throw new GenerationException(Diagnostic.error(DiagnosticCode.LIBCLANG_NOT_FOUND,
                    "cannot load %s: %s".formatted(libclang.library(), e.getMessage()),
                    "give another one with --libclang"));
        }
    }

    private ParsedHeaders parse(ParseRequest request, ClangIndex index, Diagnostics diagnostics) {
        request.headers().forEach(header -> refuseQuote(header, MainFile.path(header, request.workingDirectory())));
        WrittenFunctionReader.refuseBodies(request.written(), diagnostics);
        diagnostics.throwIfErrors();
        ClangArguments arguments = new ClangArguments(request, libclang.resourceDirectory(), index);
        MainFile main = MainFile.including(request.headers(), arguments.forcedIncludes(), request.workingDirectory());
        ParsedUnit parsed = parse(request, index, main, arguments, request.written());
        Collection<MacroDefinition> macros = new MacroReader(parsed.sources()).read(parsed.topLevel());
        List<String> calls = request.calls() ? ParameterlessMacros.of(macros, request.written()) : List.of();
        WrittenFunctions all = request.written().withCalls(calls);
        if (!calls.isEmpty()) {
            parsed = parse(request, index, main, arguments, all);
        }
        CursorList topLevel = parsed.topLevel();
        Sources sources = parsed.sources();
        WrittenFunctionReader.refuseFunctions(all, topLevel, sources, diagnostics);
        diagnostics.throwIfErrors();
        new DiagnosticReader(sources, main, arguments, all, request.workingDirectory()).read(parsed.unit(),
                diagnostics);
        diagnostics.throwIfErrors();

        DeclarationReader declared = readDeclarations(parsed, macros, arguments);
        Map<String, FunctionType> prototypes = declared.readWritten(topLevel, main.name());
        MacroAliases aliases = new MacroAliases(macros, declared.declarations(), declared.skipped());
        MacroEvaluator evaluator = new MacroEvaluator(macros, aliases, declared.otherSigns());
        evaluator.evaluate(macros, index, main, arguments.all());
        declared.readNamed(topLevel, evaluator.systemFunctions());
        List<FunctionDecl> written = new WrittenFunctionReader(all, declared.declarations(), aliases, diagnostics)
                .read(prototypes, macros, ParameterlessMacros.wrong(parsed.unit(), main, all));
        diagnostics.throwIfErrors();
        List<Declaration> declarations = new ArrayList<>();
        declared.declarations().values().forEach(declaration -> declarations.add(aliases.applied(declaration)));
        declarations.addAll(evaluator.constants());
        List<Skipped> skipped = new ArrayList<>(declared.skipped());
        declarations.addAll(written);
        evaluator.skipped()
                .stream()
                .filter(macro -> written.stream().noneMatch(function -> function.name().equals(macro.name())))
                .forEach(skipped::add);
        Target target = TargetReader.read(topLevel, arguments.triple());
        refuseOtherMachine(target, request);
        NativeApi api = new NativeApi(request.library(), sources.headers(), arguments.meaningful(),
                Map.of(target.id(), target), declarations, skipped);
        return new ParsedHeaders(api, sources.inclusions(), index.version());
    }

    private static void refuseQuote(String header, Path path) {
        if (path.toString().matches("(?s).*[\"\n].*")) {
            throw new GenerationException(Diagnostic.error(DiagnosticCode.HEADER_NOT_FOUND,
                    "C cannot include the header " + header + ": its path has a quote or a line break in it",
                    "rename the file or folder"));
        }
    }

    /** Some options make another machine of the one that the target names. */
    private static void refuseOtherMachine(Target target, ParseRequest request) {
        if (target.id().endsWith("64") && target.pointerBits() != 64) {
            throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_OPTION,
                    "clang reads the headers for %s-bit pointers, and bindings are for %s: %s".formatted(
                            target.pointerBits(), target.id(), String.join(" ", request.clangArguments())),
                    "leave out what chooses the machine, such as -m32"));
        }
    }

    /** What clang made of the headers and what is written behind them. */
    private record ParsedUnit(TranslationUnit unit, CursorList topLevel, Sources sources, StorageOrder order) {}

    private ParsedUnit parse(ParseRequest request, ClangIndex index, MainFile main, ClangArguments arguments,
            WrittenFunctions written) {
        ParsedUnit parsed = parse(request, index, main, arguments, written, Map.of());
        Map<String, byte[]> marked = StorageOrderPragmas.marked(parsed.sources().texts());
        return marked.isEmpty() ? parsed : parse(request, index, main, arguments, written, marked);
    }

    private ParsedUnit parse(ParseRequest request, ClangIndex index, MainFile main, ClangArguments arguments,
            WrittenFunctions written, Map<String, byte[]> marked) {
        TranslationUnit unit = index.parse(main.name(), main.text() + written.text(), marked, arguments.all(), OPTIONS);
        CursorList topLevel = unit.cursor().children();
        IncludeGraph graph = new IncludeGraph(unit, topLevel, main, arguments, request.workingDirectory());
        Sources sources = new Sources(graph, request.own(), request.workingDirectory(), libclang.resourceDirectory());
        return new ParsedUnit(unit, topLevel, sources,
                new StorageOrder(marked.isEmpty() ? Set.of() : StorageOrderPragmas.records(topLevel)));
    }

    /** Reads again if a tag and a typedef turned out to claim one id: hardly ever. */
    private static DeclarationReader readDeclarations(ParsedUnit parsed, Collection<MacroDefinition> macros,
            ClangArguments arguments) {
        Set<String> ambiguous = new HashSet<>();
        while (true) {
            DeclarationNames names = new DeclarationNames(ambiguous);
            DeclarationReader reader = new DeclarationReader(parsed.sources(), names, parsed.order(), macros,
                    arguments);
            reader.readOwn(parsed.topLevel());
            if (!names.foundAmbiguity()) {
                return reader;
            }
        }
    }
}
