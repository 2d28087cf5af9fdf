package org.ffigen;

import java.util.List;
import java.util.Optional;
import org.ffigen.bind.Binder;
import org.ffigen.bind.JavaNaming;
import org.ffigen.config.Config;
import org.ffigen.config.ConfigFile;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.java.JavaBindings;
import org.ffigen.java.Renderer;
import org.ffigen.java.SourceFile;
import org.ffigen.manifest.ManifestWriter;
import org.ffigen.lower.Refusals;
import org.ffigen.model.NativeApi;
import org.ffigen.select.Selection;
import org.ffigen.shim.ShimSource;
import org.ffigen.shim.Shims;
import org.ffigen.write.ChangeSet;

/** The whole path from headers or a manifest to files. Each stage turns one immutable value into the next. */
public final class Generator {

    private final GenerationContext context;

    /** A generator that works in that place. */
    public Generator(GenerationContext context) {
        this.context = context;
    }

    /**
     * Generates. Everything is made in memory first, so that an error leaves all files as they were.
     *
     * @param diagnostics takes warnings
     * @throws GenerationException if there are errors
     */
    public GenerationResult run(GenerationRequest request, Diagnostics diagnostics) {
        StageClock clock = new StageClock();
        Config config = config(request, diagnostics);
        Source source = new SourceReader(context).read(request, config, diagnostics);
        clock.lap("read");
        NativeApi selected = Refusals.noted(withShims(request, Selection.apply(source.api())));
        refuseEmpty(selected, diagnostics);
        clock.lap("select");
        List<SourceFile> java = request.out().isPresent() ? java(request, selected, clock) : List.of();
        String manifest = ManifestWriter.write(selected);
        Optional<String> shims = request.shims().map(file -> shims(file, selected));
        diagnostics.throwIfErrors();
        clock.lap("manifest");
        OutputPlan plan = new OutputPlan(context, request);
        ChangeSet changes = plan.carryOut(java, manifest, shims, source, diagnostics);
        clock.lap("write");
        return new GenerationResult(selected, changes, plan.manifest(), source.origin(), clock.stages());
    }

    /** What the config file says, under what the request says itself. */
    private Config config(GenerationRequest request, Diagnostics diagnostics) {
        Config config = request.config()
                .map(file -> ConfigFile.read(context.resolve(file), file.toString(), diagnostics))
                .orElse(Config.EMPTY);
        diagnostics.throwIfErrors();
        return config.with(request.naming(), request.selection());
    }

    private List<SourceFile> java(GenerationRequest request, NativeApi api, StageClock clock) {
        JavaBindings bindings = Binder.bind(api, new JavaNaming(request.packageName(), request.className()));
        clock.lap("bind");
        List<SourceFile> files = new Renderer(request.templates().map(context::resolve)).render(bindings);
        clock.lap("render");
        return files;
    }

    private static NativeApi withShims(GenerationRequest request, NativeApi api) {
        return request.shims().map(file -> Shims.planned(api, file.libraryFor(api.library()))).orElse(api);
    }

    private static String shims(ShimFile file, NativeApi api) {
        return ShimSource.of(api, file.libraryFor(api.library()), file.path().getFileName().toString());
    }

    private static void refuseEmpty(NativeApi api, Diagnostics diagnostics) {
        if (api.declarations().isEmpty()) {
            diagnostics.add(Diagnostic.error(DiagnosticCode.NOTHING_BOUND,
                    "nothing in %s belongs to the library".formatted(String.join(", ", api.headers())),
                    "if the headers only include others, name those with --header or --own"));
            diagnostics.throwIfErrors();
        }
    }

    /**
     * Whether the same request ran before, in the same place and with the same generator, and nothing it read or wrote
     * has changed since. Needs no libclang.
     */
    public boolean isUpToDate(GenerationRequest request) {
        return new OutputPlan(context, request).isUpToDate();
    }
}
