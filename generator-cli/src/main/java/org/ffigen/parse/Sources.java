package org.ffigen.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ffigen.clang.ClangFile;
import org.ffigen.clang.ClangLocation;
import org.ffigen.model.SourceLocation;

/** The files of a parse: whose they are and what to call them. */
final class Sources {

    private final IncludeGraph graph;
    private final Path workingDirectory;
    private final Path resourceDirectory;
    private final Set<Path> own;
    private final Map<Path, String> names;
    private final Map<Path, String> systemNames = new HashMap<>();
    private final Map<ClangFile, Boolean> isOwn = new IdentityHashMap<>();

    Sources(IncludeGraph graph, List<String> ownPrefixes, Path workingDirectory, Path resourceDirectory) {
        this.graph = graph;
        this.workingDirectory = workingDirectory;
        this.resourceDirectory = resourceDirectory;
        List<OwnHeaders.Header> headers = graph.names()
                .entrySet()
                .stream()
                .map(e -> new OwnHeaders.Header(e.getKey(), e.getValue()))
                .toList();
        own = new OwnHeaders(graph.roots(), ownPrefixes, graph::isSystem).among(headers, graph.edges());
        names = names();
        for (IncludeGraph.Edge edge : graph.edges()) {
            Path included = edge.included();
            String name = own.contains(edge.includer())
                    ? names.get(included)
                    : systemNames.get(edge.includer());
            systemNames.putIfAbsent(included, name == null ? names.get(included) : name);
        }
    }

    /**
     * By path. System headers keep the names by which they are included: nothing else is the same everywhere. A header of
     * clang's own has the name of the one that it wraps.
     */
    private Map<Path, String> names() {
        Map<Path, String> ofOwn = new LinkedHashMap<>();
        graph.names().forEach((path, name) -> {
            if (own.contains(path) && !path.startsWith(resourceDirectory)) {
                ofOwn.put(path, name);
            }
        });
        Map<Path, String> names = new LinkedHashMap<>(graph.names());
        names.putAll(DistinctNames.of(ofOwn, workingDirectory));
        return names;
    }

    boolean isOwn(ClangFile file) {
        return file != null && isOwn.computeIfAbsent(file, f -> own.contains(graph.path(f)));
    }

    /** Where a declaration stands: of a system header, only the one that an own header includes to get it. */
    SourceLocation location(ClangLocation location) {
        if (location.file() == null) {
            return SourceLocation.systemHeader("");
        }
        Path path = graph.path(location.file());
        String name = names.getOrDefault(path, "");
        return own.contains(path)
                ? new SourceLocation(name, location.line(), location.column())
                : SourceLocation.systemHeader(systemNames.getOrDefault(path, name));
    }

    /** What to call a file when talking to the user. */
    String display(ClangFile file) {
        Path path = graph.path(file);
        if (graph.asGiven().containsKey(path)) {
            return graph.asGiven().get(path);
        }
        return path.startsWith(workingDirectory)
                ? workingDirectory.relativize(path).toString()
                : names.getOrDefault(path, path.toString());
    }

    SourceText text(ClangFile file) {
        return graph.text(file);
    }

    /** All files that are included, by the paths that clang knows them by. */
    Map<String, SourceText> texts() {
        return graph.allTexts();
    }

    /** The texts of the files that directives between two places of a file include, and of all that these include. */
    List<SourceText> includedBetween(ClangLocation start, ClangLocation end) {
        return graph.includedBetween(start, end);
    }

    /** The last header that was asked for. */
    Optional<ClangFile> lastHeader() {
        return graph.roots().isEmpty() ? Optional.empty() : Optional.of(graph.file(graph.roots().getLast().path()));
    }

    /** The names of the headers that were asked for. */
    List<String> headers() {
        return graph.roots().stream().map(r -> names.get(r.path())).distinct().collect(Collectors.toList());
    }

    List<Inclusion> inclusions() {
        List<Inclusion> inclusions = new ArrayList<>();
        names.forEach((path, name) -> inclusions.add(new Inclusion(path, name,
                own.contains(path)
                        ? Inclusion.Role.OWN
                        : path.startsWith(resourceDirectory)
                                ? Inclusion.Role.RESOURCE
                                : Inclusion.Role.SYSTEM,
                text(graph.file(path)).digest())));
        return inclusions;
    }
}
