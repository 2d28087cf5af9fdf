package org.ffigen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.libclang.LibclangInstallation;
import org.ffigen.libclang.LibclangLocator;
import org.ffigen.libclang.LibclangNotFoundException;
import org.ffigen.manifest.ManifestReader;
import org.ffigen.model.NativeApi;
import org.ffigen.parse.HeaderParser;
import org.ffigen.parse.ParseRequest;
import org.ffigen.parse.ParsedHeaders;

/** Gets the model: from headers with libclang, or from a manifest. */
final class SourceReader {

    private final GenerationContext context;

    SourceReader(GenerationContext context) {
        this.context = context;
    }

    Source read(GenerationRequest request, Diagnostics diagnostics) {
        return request.manifestIn().isPresent()
                ? readManifest(request, context.resolve(request.manifestIn().get()), diagnostics)
                : readHeaders(request, diagnostics);
    }

    private Source readHeaders(GenerationRequest request, Diagnostics diagnostics) {
        LibclangInstallation libclang = libclang(request);
        ParsedHeaders parsed = new HeaderParser(libclang).parse(new ParseRequest(request.library(),
                request.headers(), request.own(), request.clangArguments(), context.workingDirectory()), diagnostics);
        diagnostics.throwIfErrors();
        return new Source(parsed.api(), parsed.inclusions().stream().map(i -> i.path()).toList(), Optional.of(""),
                libclang.origin() + " " + libclang.library());
    }

    private LibclangInstallation libclang(GenerationRequest request) {
        try {
            LibclangLocator.Options options = LibclangLocator.Options
                    .of(context.environment(), context.progress())
                    .withOffline(request.offline());
            Optional<Path> explicit = request.libclang().map(context::resolve);
            return new LibclangLocator(explicit.map(options::withExplicit).orElse(options)).locate();
        } catch (LibclangNotFoundException e) {
            throw new GenerationException(new Diagnostic(DiagnosticCode.LIBCLANG_NOT_FOUND,
                    Diagnostic.Severity.ERROR, e.getMessage(), Optional.empty(), Optional.empty()));
        }
    }

    private Source readManifest(GenerationRequest request, Path manifest, Diagnostics diagnostics) {
        try {
            NativeApi api = ManifestReader.read(Files.readString(manifest), diagnostics);
            diagnostics.throwIfErrors();
            NativeApi named = request.library().isEmpty() ? api
                    : new NativeApi(request.library(), api.headers(), api.arguments(), api.targets(),
                            api.declarations(), api.skipped());
            return new Source(named, List.of(manifest), Optional.empty(), "manifest " + manifest);
        } catch (NoSuchFileException e) {
            throw notReadable(manifest, "there is no such file");
        } catch (IOException e) {
            throw notReadable(manifest, e.getMessage());
        }
    }

    private static GenerationException notReadable(Path manifest, String reason) {
        return new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_MANIFEST,
                "cannot read %s: %s".formatted(manifest, reason), "--manifest-in takes a file ffigen wrote"));
    }
}
