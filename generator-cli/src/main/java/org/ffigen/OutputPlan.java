package org.ffigen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.config.KeptNames;
import org.ffigen.config.NamesFile;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.java.SourceFile;
import org.ffigen.write.ChangeSet;
import org.ffigen.digest.InputDigest;
import org.ffigen.write.InputFiles;
import org.ffigen.write.OutputIndex;
import org.ffigen.write.PlannedFile;
import org.ffigen.write.SourceTreeWriter;

/** Which files a request is about, and what the index of a run says. */
final class OutputPlan {

    /** What is added to the manifest's name for the list of what it was made from. */
    static final String INPUTS_SUFFIX = ".inputs.json";

    private final GenerationContext context;
    private final GenerationRequest request;
    private final Optional<Path> out;
    private final Optional<Path> index;

    OutputPlan(GenerationContext context, GenerationRequest request) {
        this.context = context;
        this.request = request;
        this.out = request.out().map(context::resolve);
        this.index = out.map(folder -> OutputIndex.file(folder, request.packageName(), request.className()));
    }

    /** Where the manifest goes. */
    Optional<Path> manifest() {
        return request.manifest().map(context::resolve);
    }

    /** Compares with what is there, and unless it is a check writes what differs. */
    ChangeSet carryOut(List<SourceFile> java, String manifestText, Optional<String> shims,
            Optional<KeptNames> kept, Source source, Diagnostics diagnostics) {
        List<PlannedFile> files = files(java, manifestText, shims, kept, source);
        SourceTreeWriter writer = new SourceTreeWriter(previous(),
                index.map(file -> OutputIndex.others(file, out.orElseThrow())).orElseGet(TreeMap::new));
        ChangeSet changes = writer.plan(files);
        changes.kept()
                .forEach(path -> diagnostics.add(new Diagnostic(DiagnosticCode.STALE_FILE_KEPT,
                        Diagnostic.Severity.WARNING, path + " is no longer generated, but was edited: it stays",
                        Optional.empty(), Optional.of("delete it if nobody needs it"))));
        if (!request.check()) {
            writer.write(changes, index, out.map(folder -> indexOf(files, source).text(folder)).orElse(""));
        }
        return changes;
    }

    boolean isUpToDate() {
        return previous()
                .filter(i -> i.version().equals(GeneratorVersion.current()))
                .filter(i -> i.arguments().equals(InputDigest.ofArguments(context.arguments())))
                .filter(i -> request.headers().stream().allMatch(h -> i.isReadIfThere(context.resolve(Path.of(h)))))
                .filter(i -> request.templates()
                        .stream()
                        .flatMap(folder -> InputFiles.in(context.resolve(folder)).stream())
                        .allMatch(i::isReadIfThere))
                .filter(OutputIndex::isIntact)
                .isPresent();
    }

    /** What the last run made, without the manifest this run reads: that is never stale. */
    private Optional<OutputIndex> previous() {
        return index.flatMap(file -> OutputIndex.read(file, out.orElseThrow()))
                .map(last -> request.manifestIn()
                        .map(context::resolve)
                        .map(manifest -> last.without(Set.of(manifest, sidecar(manifest))))
                        .orElse(last));
    }

    private List<PlannedFile> files(List<SourceFile> java, String manifestText, Optional<String> shims,
            Optional<KeptNames> kept, Source source) {
        List<PlannedFile> files = new ArrayList<>();
        out.ifPresent(folder -> java.forEach(file -> files.add(
                new PlannedFile(folder.resolve(file.path()), file.text(), PlannedFile.Role.SOURCE))));
        Optional<Path> manifest = manifest().filter(path -> !isReadFrom(path));
        manifest.ifPresent(path -> files.add(new PlannedFile(path, manifestText, PlannedFile.Role.MANIFEST)));
        if (manifest.isPresent() && source.inputsText().isPresent()) {
            files.add(new PlannedFile(sidecar(manifest.get()), source.inputsText().get(), PlannedFile.Role.INPUTS));
        }
        shims.ifPresent(text -> files.add(new PlannedFile(context.resolve(request.shims().orElseThrow().path()), text,
                PlannedFile.Role.SHIMS)));
        names().ifPresent(path -> kept.ifPresent(names -> files.add(
                new PlannedFile(path, NamesFile.text(names), PlannedFile.Role.NAMES))));
        refuseClashes(files, source);
        return files;
    }

    private Optional<Path> names() {
        return request.names().map(context::resolve);
    }

    /** The same manifest in and out needs no writing. */
    private boolean isReadFrom(Path manifest) {
        return request.manifestIn().map(context::resolve).filter(manifest::equals).isPresent();
    }

    /** Nothing is written over what was read, over another output, or over the index of them all. */
    private void refuseClashes(List<PlannedFile> files, Source source) {
        Set<Path> read = source.files().keySet();
        Set<Path> paths = new HashSet<>(index.stream().toList());
        for (PlannedFile file : files) {
            if (read.contains(file.path()) || !paths.add(file.path())) {
                throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_OPTION,
                        file.path()
                                + (paths.contains(file.path()) ? " would be written twice" : " is read and written"),
                        "give another --manifest, --shims, --names or --out"));
            }
        }
    }

    private OutputIndex indexOf(List<PlannedFile> files, Source source) {
        SortedMap<Path, String> inputs = new TreeMap<>(source.files());
        SortedMap<Path, String> outputs = new TreeMap<>();
        // The names are read as well as written, and stay when a later run does not keep them: no output to be deleted.
        files.forEach(file -> (names().filter(file.path()::equals).isPresent() ? inputs : outputs)
                .put(file.path(), InputDigest.ofText(file.text())));
        return new OutputIndex(GeneratorVersion.current(), InputDigest.ofArguments(context.arguments()), inputs,
                outputs);
    }

    private static Path sidecar(Path manifest) {
        return manifest.resolveSibling(manifest.getFileName() + INPUTS_SUFFIX);
    }
}
