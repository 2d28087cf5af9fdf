package org.ffigen.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ffigen.clang.ClangFile;
import org.ffigen.clang.ClangLocation;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.TranslationUnit;

/** Which file includes which, and by what name: all names come from the directives themselves. */
final class IncludeGraph {

    /** An include directive that clang followed. */
    record Edge(Path includer, Path included, String spelling, SourceText text, int offset)
            implements OwnHeaders.Directive {

        /** Whether the name stands in quotes; one that comes out of a macro does if the file lies beside. */
        @Override
        public boolean isQuoted() {
            String line = text.logicalLine(offset);
            int name = line.indexOf(spelling);
            return name > 0 ? line.charAt(name - 1) == '"' : isBeside();
        }

        boolean isBeside() {
            return includer.resolveSibling(spelling).normalize().equals(included);
        }
    }

    private final TranslationUnit unit;
    private final Path workingDirectory;
    private final Map<ClangFile, Path> paths = new IdentityHashMap<>();
    private final Map<Path, ClangFile> files = new LinkedHashMap<>();
    private final Map<Path, SourceText> texts = new LinkedHashMap<>();
    private final Map<Path, String> names = new LinkedHashMap<>();
    private final List<OwnHeaders.Root> roots = new ArrayList<>();
    private final Map<Path, String> asGiven = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private Map<Path, List<Edge>> byIncluder;

    IncludeGraph(TranslationUnit unit, CursorList topLevel, MainFile main, ClangArguments arguments,
            Path workingDirectory) {
        this.unit = unit;
        this.workingDirectory = workingDirectory;
        Path mainPath = Path.of(main.name());
        for (int i = 0; i < topLevel.size(); i++) {
            if (topLevel.kind(i) == CursorKind.INCLUSION_DIRECTIVE) {
                Cursor directive = topLevel.get(i);
                ClangFile file = directive.includedFile();
                if (file != null) {
                    add(directive.location(), file, directive.spelling(), main, mainPath, arguments);
                }
            }
        }
    }

    private void add(ClangLocation location, ClangFile file, String spelling, MainFile main, Path mainPath,
            ClangArguments arguments) {
        Path included = path(file);
        files.putIfAbsent(included, file);
        Path includer = location.file() == null ? null : path(location.file());
        if (includer == null || includer.equals(mainPath)) {
            addRoot(included, spelling, main, includer == null ? 0 : location.line(), arguments);
            return;
        }
        Edge edge = new Edge(includer, included, spelling, text(location.file()), location.offset());
        edges.add(edge);
        if (isWrapped(edge, arguments)) {
            roots.add(new OwnHeaders.Root(included, spelling));
        }
        names.putIfAbsent(included, nameOf(edge));
    }

    /** An absolute path is no name: it is another on each machine. */
    private String nameOf(Edge edge) {
        if (Path.of(edge.spelling()).isAbsolute()) {
            return edge.included().getFileName().toString();
        }
        String parent = names.get(edge.includer());
        return edge.isBeside() && parent != null ? sibling(parent, edge.spelling()) : edge.spelling();
    }

    /** Whether clang has a header of its own for one that was asked for, which includes the C library's. */
    private boolean isWrapped(Edge edge, ClangArguments arguments) {
        return edge.includer().startsWith(arguments.resourceDirectory())
                && edge.spelling().equals(names.get(edge.includer()))
                && roots.stream().anyMatch(root -> root.path().equals(edge.includer()));
    }

    private void addRoot(Path included, String spelling, MainFile main, int line, ClangArguments arguments) {
        String header = main.headerAt(line);
        boolean byName = header != null && !main.isPathAt(line);
        String name = byName ? spelling : nameOf(included, arguments.includeFolders());
        names.put(included, name);
        if (header != null) {
            roots.add(new OwnHeaders.Root(included, byName ? name : included.getFileName().toString()));
            asGiven.put(included, header);
        }
    }

    private static String nameOf(Path path, List<Path> folders) {
        return folders.stream()
                .filter(path::startsWith)
                .findFirst()
                .map(folder -> folder.relativize(path).toString().replace('\\', '/'))
                .orElse(path.getFileName().toString());
    }

    private static String sibling(String name, String spelling) {
        return Path.of(name).resolveSibling(spelling).normalize().toString().replace('\\', '/');
    }

    /** The headers that were asked for and found, in order; behind one of clang's own the one it stands for. */
    List<OwnHeaders.Root> roots() {
        return roots;
    }

    /** All directives that clang followed, but those of the main file. */
    List<Edge> edges() {
        return edges;
    }

    /** The texts of the files that directives between two places of a file include, and of all that these include. */
    List<SourceText> includedBetween(ClangLocation start, ClangLocation end) {
        if (byIncluder == null) {
            byIncluder = edges.stream().collect(Collectors.groupingBy(Edge::includer));
        }
        Set<Path> reached = new LinkedHashSet<>();
        byIncluder.getOrDefault(path(start.file()), List.of())
                .stream()
                .filter(edge -> edge.offset() > start.offset() && edge.offset() < end.offset())
                .forEach(edge -> reach(edge.included(), reached));
        return reached.stream().map(file -> text(files.get(file))).toList();
    }

    private void reach(Path file, Set<Path> reached) {
        if (reached.add(file)) {
            byIncluder.getOrDefault(file, List.of()).forEach(edge -> reach(edge.included(), reached));
        }
    }

    /** Every file that is included, by path, with the name it is included by, which may be that of several. */
    Map<Path, String> names() {
        return names;
    }

    /** The headers that were asked for, as they were given. */
    Map<Path, String> asGiven() {
        return asGiven;
    }

    /** Whether clang found the file as a system header. */
    boolean isSystem(Path path) {
        return unit.isSystemHeader(files.get(path));
    }

    /** The absolute path of a file. */
    Path path(ClangFile file) {
        return paths.computeIfAbsent(file, f -> workingDirectory.resolve(f.path()).normalize());
    }

    SourceText text(ClangFile file) {
        return texts.computeIfAbsent(path(file), _ -> new SourceText(unit.contents(file)));
    }

    /** The texts of all files, by the paths that clang knows them by. */
    Map<String, SourceText> allTexts() {
        Map<String, SourceText> all = new LinkedHashMap<>();
        files.values().forEach(file -> all.put(file.path(), text(file)));
        return all;
    }

    /** The file of that path, which something includes. */
    ClangFile file(Path path) {
        return files.get(path);
    }
}
