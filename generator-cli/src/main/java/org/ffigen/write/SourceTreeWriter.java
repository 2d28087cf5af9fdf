package org.ffigen.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.digest.InputDigest;

/**
 * Brings the files on disk to what was planned. {@link #plan} reads and compares, {@link #write} writes what differs:
 * each file as a whole or not at all, nothing over a file that is not ours, nothing at all if anything stands in the
 * way. What an earlier run wrote and this one does not is deleted, if nobody has edited it since.
 */
public final class SourceTreeWriter {

    private final Optional<OutputIndex> previous;
    private final Ownership ownership;

    /**
     * @param previous what the last run of the same binding left; only what it lists is ever deleted
     * @param others what the runs of other bindings left in the folder, by their classes; what they list stays theirs
     */
    public SourceTreeWriter(Optional<OutputIndex> previous, Map<String, OutputIndex> others) {
        this.previous = previous;
        this.ownership = new Ownership(previous, others);
    }

    /** Compares what is planned with what is there; touches nothing. */
    public ChangeSet plan(List<PlannedFile> files) {
        List<FileChange> changes = new ArrayList<>(files.stream().map(SourceTreeWriter::compare).toList());
        List<Path> kept = new ArrayList<>();
        Set<Path> planned = files.stream().map(PlannedFile::path).collect(Collectors.toSet());
        previous.ifPresent(index -> index.outputs().forEach((path, digest) -> {
            if (planned.contains(path) || !Files.isRegularFile(path) || ownership.isOfOthers(path)) {
                return;
            }
            byte[] content = read(path);
            if (InputDigest.of(content).equals(digest)) {
                changes.add(new FileChange(path, FileChange.Kind.DELETED, text(content), "",
                        PlannedFile.Role.SOURCE));
            } else {
                kept.add(path);
            }
        }));
        changes.sort(Comparator.comparing(FileChange::path));
        return new ChangeSet(changes, kept);
    }

    /**
     * Carries the changes out, then writes the index.
     *
     * @param indexFile where the index goes; empty if there is no output folder
     * @throws GenerationException with OUTPUT_NOT_OURS, and then nothing was changed; or with OUTPUT_NOT_WRITABLE, and
     *         then nothing was, unless the system refuses one of several changes that it seemed to allow. A process
     *         that is told to end meanwhile changes nothing or all
     */
    public void write(ChangeSet changes, Optional<Path> indexFile, String indexText) {
        refuseForeignFiles(changes);
        SortedMap<Path, byte[]> contents = new TreeMap<>();
        List<Path> deletions = new ArrayList<>();
        for (FileChange change : changes.toWrite()) {
            if (change.kind() == FileChange.Kind.DELETED) {
                deletions.add(change.path());
            } else {
                contents.put(change.path(), change.after().getBytes(StandardCharsets.UTF_8));
            }
        }
        contents.keySet().forEach(Obstacles::throwIfAny);
        indexFile.ifPresent(Obstacles::throwIfAny);
        try (AtomicFiles files = new AtomicFiles()) {
            contents.forEach(files::prepare);
            indexFile.ifPresent(file -> files.prepareLast(file, indexText.getBytes(StandardCharsets.UTF_8)));
            files.carryOut(deletions, indexFile.map(file -> file.getParent().getParent()));
        }
    }

    private void refuseForeignFiles(ChangeSet changes) {
        List<Diagnostic> foreign = changes.changes()
                .stream()
                .filter(c -> c.kind() == FileChange.Kind.CHANGED)
                .flatMap(c -> foreign(c, read(c.path())).stream())
                .toList();
        if (!foreign.isEmpty()) {
            throw new GenerationException(foreign);
        }
    }

    private Optional<Diagnostic> foreign(FileChange change, byte[] content) {
        if (!ownership.isOurs(change.path(), content, change.role())) {
            return Optional.of(Diagnostic.error(DiagnosticCode.OUTPUT_NOT_OURS,
                    "%s exists, and ffigen did not write it".formatted(change.path()),
                    "move it away, or choose another place with " + change.role().options()));
        }
        return ownership.otherOwner(change.path(), content)
                .map(owner -> Diagnostic.error(DiagnosticCode.OUTPUT_NOT_OURS,
                        "%s is part of the binding %s, and would be another here".formatted(change.path(), owner),
                        "bind the headers of both at once, or choose another place with " + change.role().options()
                                + "; if there is no %s any more, delete %s/%s.depfile".formatted(owner,
                                        OutputIndex.FOLDER, owner)));
    }

    private static FileChange compare(PlannedFile file) {
        if (!Files.isRegularFile(file.path())) {
            return new FileChange(file.path(), FileChange.Kind.ADDED, "", file.text(), file.role());
        }
        byte[] before = read(file.path());
        boolean same = Arrays.equals(before, file.text().getBytes(StandardCharsets.UTF_8));
        return new FileChange(file.path(), same ? FileChange.Kind.UNCHANGED : FileChange.Kind.CHANGED, text(before),
                file.text(), file.role());
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw Obstacles.notWritable(path, "what is there cannot be read");
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
