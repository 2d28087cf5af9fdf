package org.ffigen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.config.Config;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.libclang.LibclangInstallation;
import org.ffigen.libclang.LibclangLocator;
import org.ffigen.libclang.LibclangNotFoundException;
import org.ffigen.manifest.InputsWriter;
import org.ffigen.manifest.ManifestFile;
import org.ffigen.model.NativeApi;
import org.ffigen.parse.HeaderParser;
import org.ffigen.parse.Inclusion;
import org.ffigen.parse.ParseRequest;
import org.ffigen.parse.ParsedHeaders;
import org.ffigen.parse.ShimCheck;
import org.ffigen.parse.WrittenFunctions;
import org.ffigen.write.InputFiles;

/** Gets the model: from headers with libclang, or from a manifest. */
final class SourceReader {

    private final GenerationContext context;

    SourceReader(GenerationContext context) {
        this.context = context;
    }

    Source read(GenerationRequest request, Config config, Diagnostics diagnostics) {
        return request.manifestIn().isPresent()
                ? readManifest(request, config, request.manifestIn().get(), diagnostics)
                : readHeaders(request, config, diagnostics);
    }

    private Source readHeaders(GenerationRequest request, Config config, Diagnostics diagnostics) {
        LibclangInstallation libclang = libclang(request);
        ParseRequest headers = new ParseRequest(request.library(), request.headers(), request.own(),
                request.clangArguments(), new WrittenFunctions(config.macros(), config.binding().functions()),
                request.shims().isPresent(), context.workingDirectory());
        ParsedHeaders parsed = new HeaderParser(libclang).parse(headers, diagnostics);
        diagnostics.throwIfErrors();
        SortedMap<Path, String> digests = new TreeMap<>();
        List<InputsWriter.Input> inputs = new ArrayList<>();
        for (Inclusion inclusion : parsed.inclusions()) {
            digests.put(inclusion.path(), inclusion.digest());
            inputs.add(new InputsWriter.Input(inclusion.name(),
                    InputsWriter.Role.valueOf(inclusion.role().name()), inclusion.digest()));
        }
        return new Source(parsed.api(), digests,
                Optional.of(InputsWriter.write(inputs, parsed.clangVersion())),
                Optional.of(new ShimCheck(libclang, headers)),
                "%s (%s, %s)".formatted(parsed.clangVersion(), libclang.library(), libclang.origin()));
    }

    private LibclangInstallation libclang(GenerationRequest request) {
        try {
            LibclangLocator.Options options = searchOptions().withOffline(request.offline());
            Optional<Path> explicit = request.libclang().map(context::resolve);
            return new LibclangLocator(explicit.map(options::withExplicit).orElse(options)).locate();
        } catch (LibclangNotFoundException e) {
            throw libclangNotFound(e);
        }
    }

    private LibclangLocator.Options searchOptions() {
        try {
            return LibclangLocator.Options.of(context.environment(), context.progress());
        } catch (IllegalArgumentException e) {
            throw libclangNotFound(e);
        }
    }

    private static GenerationException libclangNotFound(Exception e) {
        return new GenerationException(new Diagnostic(DiagnosticCode.LIBCLANG_NOT_FOUND,
                Diagnostic.Severity.ERROR, e.getMessage(), Optional.empty(), Optional.empty()));
    }

    private Source readManifest(GenerationRequest request, Config config, Path manifest, Diagnostics diagnostics) {
        Path file = context.resolve(manifest);
        SortedMap<Path, String> digests = InputFiles.digests(List.of(file));
        NativeApi api = ManifestFile.read(file, manifest.toString(), diagnostics);
        diagnostics.throwIfErrors();
        new WrittenFunctions(config.macros(), config.binding().functions()).missingFrom(api)
                .forEach(given -> diagnostics.add(new Diagnostic(DiagnosticCode.INVALID_CONFIG,
                        Diagnostic.Severity.ERROR, "%s was made without this".formatted(manifest), given.place(),
                        Optional.of("it is C, which only the headers explain: make the manifest from them with this"
                                + " config"))));
        diagnostics.throwIfErrors();
        return new Source(request.library().isEmpty() ? api : renamed(api, request.library()),
                digests, Optional.empty(), Optional.empty(), manifest.toString());
    }

    private static NativeApi renamed(NativeApi api, String library) {
        return new NativeApi(library, api.headers(), api.arguments(), api.targets(), api.declarations(),
                api.skipped());
    }
}
