package org.ffigen.write;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything a run does to files.
 *
 * @param changes by path; unchanged files are in it
 * @param kept files that earlier runs wrote and this one does not, but that someone has edited since: left alone
 */
public record ChangeSet(List<FileChange> changes, List<Path> kept) {

    public ChangeSet {
        changes = List.copyOf(changes);
        kept = List.copyOf(kept);
    }

    /** The files there are afterwards. */
    public List<Path> files() {
        return changes.stream().filter(c -> c.kind() != FileChange.Kind.DELETED).map(FileChange::path).toList();
    }

    /** What a run has to do, files with machine-dependent facts included. */
    public List<FileChange> toWrite() {
        return changes.stream().filter(c -> c.kind().isDifference()).toList();
    }

    /** What a check reports. */
    public List<FileChange> differences() {
        return toWrite().stream().filter(c -> c.role() != PlannedFile.Role.INPUTS).toList();
    }
}
