package org.ffigen.runtime;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/** One entry of a {@link LibraryPolicy}. Immutable: safe for any thread. */
final class PolicyEntry {
    private final String text;
    private final boolean path;
    private final Path place;
    private final PathMatcher glob;

    private PolicyEntry(String text, boolean path, Path place, PathMatcher glob) {
        this.text = text;
        this.path = path;
        this.place = place;
        this.glob = glob;
    }

    static PolicyEntry of(String text) {
        try {
            boolean path = LibraryNames.isPath(text);
            Path place = path ? real(text) : Path.of("");
            return new PolicyEntry(text, path, place,
                    FileSystems.getDefault().getPathMatcher("glob:" + (path ? place.toString() : text)));
        } catch (PatternSyntaxException | InvalidPathException malformed) {
            throw new LibraryDeniedException("malformed entry '" + text + "' in -Dffigen.allow or -Dffigen.deny: "
                    + malformed.getMessage());
        }
    }

    /** The real path of what comes before the first name with a wildcard, and the rest as it is. */
    private static Path real(String text) {
        Path path = Path.of(text).toAbsolutePath().normalize();
        for (Path existing = path; existing != null; existing = existing.getParent()) {
            try {
                return existing.toRealPath().resolve(existing.relativize(path)).normalize();
            } catch (IOException absent) {
                continue;
            }
        }
        return path;
    }

    boolean isPath() {
        return path;
    }

    boolean matches(Path file) {
        return path
                ? file.startsWith(place) || glob.matches(file)
                : matches(file.getFileName().toString());
    }

    /** Whether a library that is asked for like this is meant, if this is a name. */
    boolean matches(String asked) {
        return !path && (glob.matches(Path.of(LibraryNames.fileName(asked)))
                || glob.matches(Path.of(LibraryNames.shortName(asked))));
    }

    @Override
    public String toString() {
        return text;
    }
}
