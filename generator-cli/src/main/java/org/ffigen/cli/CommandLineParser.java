package org.ffigen.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ffigen.GenerationRequest;
import org.ffigen.ShimFile;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.manifest.ManifestFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Turns arguments into a request, and says what is wrong with them. */
final class CommandLineParser {

    private static final String SEE_HELP = "ffigen --help shows all options, with examples";

    private final List<String> clang = new ArrayList<>();
    private final CommandLine command = Options.commandLine(Options.spec(clang));
    private final ParseResult result;

    /** @throws GenerationException with INVALID_OPTION */
    CommandLineParser(List<String> arguments) {
        try {
            result = command.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw UsageErrors.of(e);
        }
    }

    boolean isHelpRequested() {
        return result.isUsageHelpRequested();
    }

    boolean isVersionRequested() {
        return result.isVersionHelpRequested();
    }

    /** @throws GenerationException with INVALID_OPTION, INVALID_PACKAGE or INVALID_CLASS */
    Invocation invocation() {
        refuseEmptyValues();
        List<String> arguments = result.expandedArgs();
        clang.addAll(clangArguments(arguments));
        List<String> headers = values(Options.HEADER);
        Optional<Path> manifestIn = path(Options.MANIFEST_IN);
        if (headers.isEmpty() == manifestIn.isEmpty()) {
            throw usage(headers.isEmpty() ? "what to bind is missing" : "--header and --manifest-in exclude each other",
                    "give a header, such as --header zlib.h, or a manifest: --manifest-in zlib.ffigen.json");
        }
        if (!isSet(Options.LIST) && path(Options.OUT).isEmpty() && path(Options.MANIFEST).isEmpty()) {
            throw usage("where the output goes is missing",
                    "give the root folder of your Java sources, such as --out src/main/java, or --manifest FILE for the"
                            + " manifest alone");
        }
        if (isSet(Options.NAMES) && !isSet(Options.LIST) && path(Options.OUT).isEmpty()) {
            throw usage("--names means nothing without --out", "a manifest has no names of Java");
        }
        manifestIn.ifPresent(_ -> refuseWithoutHeaders());
        String stem = GenerationRequest.stem(headers.isEmpty()
                ? ManifestFile.firstHeader(manifestIn.orElseThrow()).orElse(manifestIn.orElseThrow().toString())
                : headers.getFirst());
        GenerationRequest request = new GenerationRequest(headers, manifestIn, path(Options.OUT),
                path(Options.MANIFEST), value(Options.LIBRARY).orElse(headers.isEmpty() ? "" : stem),
                value(Options.PACKAGE).orElse(DefaultNames.packageName(stem)),
                value(Options.CLASS).orElse(DefaultNames.className(stem)), values(Options.OWN), clang,
                path(Options.CONFIG), RuleOptions.selection(result), RuleOptions.naming(result),
                isSet(Options.CHECK), path(Options.LIBCLANG), isSet(Options.OFFLINE), path(Options.TEMPLATES),
                shims(), path(Options.NAMES));
        NameRules.checkPackage(request.packageName());
        NameRules.checkClass(request.className());
        if (request.check() && isSet(Options.IF_CHANGED)) {
            throw usage("--check and --if-changed exclude each other", "--check always compares everything");
        }
        if (isSet(Options.LIST) && (request.check() || isSet(Options.IF_CHANGED))) {
            throw usage("--list writes nothing, so that there is nothing to compare",
                    "leave --check and --if-changed out");
        }
        return new Invocation(request, format(), isSet(Options.VERBOSE), isSet(Options.IF_CHANGED), isSet(Options.LIST),
                arguments);
    }

    private Optional<ShimFile> shims() {
        Optional<String> library = value(Options.SHIM_LIBRARY);
        if (library.isPresent() && !isSet(Options.SHIMS)) {
            throw usage("--shim-library means nothing without --shims", "give the C file too: --shims shims.c");
        }
        return path(Options.SHIMS).map(file -> new ShimFile(file, library.orElse("")));
    }

    private void refuseWithoutHeaders() {
        List<String> given = new ArrayList<>(List.of(Options.OWN, Options.LIBCLANG, "-I", "-D"));
        given.removeIf(option -> !isSet(option));
        given.addAll(clang);
        if (!given.isEmpty()) {
            throw usage("%s means nothing with --manifest-in".formatted(given.getFirst()),
                    "a manifest holds what the headers said; leave it out");
        }
    }

    private void refuseEmptyValues() {
        for (OptionSpec option : result.matchedOptions()) {
            if (option.originalStringValues().stream().anyMatch(String::isBlank)) {
                throw usage(option.longestName() + " is given an empty value", SEE_HELP);
            }
        }
    }

    private List<String> clangArguments(List<String> arguments) {
        List<String> positionals = result.matchedPositionalValue(0, List.of());
        int end = arguments.indexOf(Options.END);
        int own = end < 0 ? 0 : arguments.size() - end - 1;
        if (positionals.size() > own) {
            throw usage("'%s' belongs to no option".formatted(positionals.getFirst()),
                    "headers are given as --header %s".formatted(positionals.getFirst()));
        }
        return positionals;
    }

    private OutputFormat format() {
        String word = value(Options.FORMAT).orElse(OutputFormat.TEXT.word());
        for (OutputFormat format : OutputFormat.values()) {
            if (format.word().equals(word.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw usage("'%s' is not a format".formatted(word), "--format text or --format json");
    }

    private boolean isSet(String option) {
        return result.hasMatchedOption(option);
    }

    private Optional<String> value(String option) {
        return Optional.ofNullable(result.matchedOptionValue(option, (String) null));
    }

    private List<String> values(String option) {
        return result.matchedOptionValue(option, List.of());
    }

    private Optional<Path> path(String option) {
        try {
            return value(option).map(Path::of);
        } catch (InvalidPathException e) {
            throw usage("%s: '%s' is not a path".formatted(option, e.getInput()), SEE_HELP);
        }
    }

    private static GenerationException usage(String message, String hint) {
        return new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_OPTION, message, hint));
    }
}
