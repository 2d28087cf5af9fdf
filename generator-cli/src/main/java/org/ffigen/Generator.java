package org.ffigen;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.bind.Binder;
import org.ffigen.bind.Bound;
import org.ffigen.bind.JavaNaming;
import org.ffigen.config.Config;
import org.ffigen.config.ConfigFile;
import org.ffigen.config.KeptNames;
import org.ffigen.config.NamesFile;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.java.Renderer;
import org.ffigen.java.SourceFile;
import org.ffigen.manifest.ManifestWriter;
import org.ffigen.lower.Refusals;
import org.ffigen.model.NativeApi;
import org.ffigen.select.Selected;
import org.ffigen.select.Selection;
import org.ffigen.shim.ShimSource;
import org.ffigen.shim.Shims;
import org.ffigen.write.ChangeSet;
import org.ffigen.write.InputFiles;

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
        SortedMap<Path, String> settings = settings(request);
        Config config = config(request, diagnostics);
        Source source = new SourceReader(context).read(request, config, diagnostics).with(settings);
        clock.lap("read");
        Selected selected = select(request, config, source, diagnostics);
        clock.lap("select");
        request.out().ifPresent(_ -> refuseSmallMachines(selected.api()));
        Optional<Bound> bound = request.out().map(_ -> bind(request, config, selected, diagnostics));
        clock.lap("bind");
        List<SourceFile> java = bound.map(b -> render(request, b)).orElse(List.of());
        clock.lap("render");
        String manifest = ManifestWriter.write(selected.api());
        Optional<String> shims = request.shims().map(file -> shims(file, selected.api()));
        diagnostics.throwIfErrors();
        clock.lap("manifest");
        OutputPlan plan = new OutputPlan(context, request);
        ChangeSet changes = plan.carryOut(java, manifest, shims, bound.map(Bound::kept), source, diagnostics);
        clock.lap("write");
        return new GenerationResult(selected, bound.map(Bound::givenNames).orElse(List.of()),
                bound.map(Bound::unused).orElse(Set.of()), changes,
                plan.manifest(), source.origin(), clock.stages());
    }

    /** Java calls C on machines with pointers of 64 bits only; a manifest may be of others. */
    private static void refuseSmallMachines(NativeApi api) {
        api.targets().values().stream().filter(target -> target.pointerBits() != 64).findFirst().ifPresent(target -> {
            throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_OPTION,
                    "Java calls no C on %s, whose pointers have %s bits".formatted(target.id(), target.pointerBits()),
                    "a --manifest alone can be of any machine; for Java, leave the --target out"));
        });
    }

    /**
     * Lists what there is and what would become of it; writes nothing.
     *
     * @param diagnostics takes warnings
     * @throws GenerationException if there are errors
     */
    public List<ListedDeclaration> list(GenerationRequest request, Diagnostics diagnostics) {
        Config config = config(request, diagnostics);
        Source source = new SourceReader(context).read(request, config, diagnostics);
        Selected selected = select(request, config, source, diagnostics);
        return DeclarationList.of(source.api(), selected, bind(request, config, selected, diagnostics));
    }

    private static Selected select(GenerationRequest request, Config config, Source source,
            Diagnostics diagnostics) {
        Selected selected = Selection.apply(source.api(), config.selection(), source.inputsText().isPresent(),
                diagnostics);
        diagnostics.throwIfErrors();
        refuseEmpty(selected, diagnostics);
        return selected.with(Refusals.noted(withShims(request, selected.api(), source, diagnostics)));
    }

    /** The config and templates, by their digests, before they are read: what replaces them meanwhile is a change. */
    private SortedMap<Path, String> settings(GenerationRequest request) {
        SortedMap<Path, String> settings = new TreeMap<>();
        request.templates()
                .map(context::resolve)
                .ifPresent(folder -> settings.putAll(InputFiles.digests(InputFiles.in(folder))));
        request.config()
                .map(context::resolve)
                .ifPresent(file -> settings.putAll(InputFiles.digests(List.of(file))));
        return settings;
    }

    /** What the config file says, under what the request says itself. */
    private Config config(GenerationRequest request, Diagnostics diagnostics) {
        Config config = request.config()
                .map(file -> ConfigFile.read(context.resolve(file), file.toString(), diagnostics))
                .orElse(Config.EMPTY);
        diagnostics.throwIfErrors();
        return config.with(request.naming(), request.selection());
    }

    private Bound bind(GenerationRequest request, Config config, Selected selected, Diagnostics diagnostics) {
        KeptNames kept = request.names()
                .map(file -> NamesFile.read(context.resolve(file), file.toString(), diagnostics))
                .orElse(KeptNames.NONE);
        diagnostics.throwIfErrors();
        Bound bound = Binder.bind(selected.api(), selected.asked(),
                new JavaNaming(request.packageName(), request.className(), config.naming(), kept),
                config.binding().withoutFunctions(selected.functionsLeftOut()), diagnostics);
        diagnostics.throwIfErrors();
        return bound;
    }

    /** With those shims that compile. */
    private static NativeApi withShims(GenerationRequest request, NativeApi api, Source source,
            Diagnostics diagnostics) {
        if (request.shims().isEmpty()) {
            return api;
        }
        ShimFile file = request.shims().get();
        NativeApi planned = Shims.planned(api, file.libraryFor(api.library()));
        return source.shimCheck()
                .map(check -> Shims.without(planned, check.refused(planned, shims(file, planned), diagnostics)))
                .orElse(planned);
    }

    private static String shims(ShimFile file, NativeApi api) {
        return ShimSource.of(api, file.libraryFor(api.library()), file.name());
    }

    private List<SourceFile> render(GenerationRequest request, Bound bound) {
        return new Renderer(request.templates().map(context::resolve)).render(bound.java());
    }

    private static void refuseEmpty(Selected selected, Diagnostics diagnostics) {
        if (selected.api().declarations().isEmpty()) {
            String headers = String.join(", ", selected.api().headers());
            diagnostics.add(selected.leftOut().isEmpty()
                    ? Diagnostic.error(DiagnosticCode.NOTHING_BOUND, "nothing in %s belongs to the library".formatted(
                            headers), "if the headers only include others, name those with --header or --own")
                    : Diagnostic.error(DiagnosticCode.NOTHING_BOUND, "your rules leave nothing of %s".formatted(
                            headers), "--list shows what there is"));
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
