package org.ffigen.parse;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a library's own headers are called. Each has the name it is included by; where that would be the name of two,
 * they get more of their paths, as much as tells them apart. How they lie to each other decides, and never where.
 */
final class DistinctNames {

    private final Map<Path, String> names;
    private final Path root;
    private final Path workingDirectory;

    private DistinctNames(Map<Path, String> names, Path workingDirectory) {
        this.names = new LinkedHashMap<>(names);
        this.root = commonFolder(names.keySet());
        this.workingDirectory = workingDirectory;
    }

    /**
     * The names, without two that are the same.
     *
     * @param names by absolute path
     * @param workingDirectory of headers below it, what is above has no part in a name
     */
    static Map<Path, String> of(Map<Path, String> names, Path workingDirectory) {
        DistinctNames distinct = new DistinctNames(names, workingDirectory);
        while (distinct.lengthen()) {
            // A longer name may be another header's: that one becomes longer in turn.
        }
        return distinct.names;
    }

    /** Whether names that are the same could be made longer. */
    private boolean lengthen() {
        Collection<List<Path>> same = names.keySet()
                .stream()
                .collect(Collectors.groupingBy(names::get, LinkedHashMap::new, Collectors.toList()))
                .values();
        boolean changed = false;
        for (List<Path> paths : same) {
            for (Path path : paths.size() > 1 ? paths : List.<Path>of()) {
                String longer = longer(path);
                changed |= !longer.equals(names.put(path, longer));
            }
        }
        return changed;
    }

    private String longer(Path path) {
        Path whole = (workingDirectory.startsWith(root) && path.startsWith(workingDirectory) ? workingDirectory : root)
                .relativize(path);
        int length = Path.of(names.get(path)).getNameCount() + 1;
        return length > whole.getNameCount()
                ? names.get(path)
                : whole.subpath(whole.getNameCount() - length, whole.getNameCount()).toString().replace('\\', '/');
    }

    private static Path commonFolder(Collection<Path> paths) {
        return paths.stream().map(Path::getParent).reduce(DistinctNames::common).orElse(Path.of("/"));
    }

    private static Path common(Path a, Path b) {
        Path at = a;
        while (!b.startsWith(at)) {
            at = at.getParent();
        }
        return at;
    }
}
