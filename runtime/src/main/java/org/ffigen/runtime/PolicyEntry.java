package org.ffigen.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** One entry of a {@link LibraryPolicy}. Immutable: safe for any thread. */
final class PolicyEntry {
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

    private final String text;
    private final boolean path;
    private final @Nullable Path place;
    private final PathMatcher glob;

    /** @param place of the file or a folder above it, with all characters as they are; null for none */
    private PolicyEntry(String text, boolean path, @Nullable Path place, PathMatcher glob) {
        this.text = text;
        this.path = path;
        this.place = place;
        this.glob = glob;
    }

    static PolicyEntry of(String text) {
        try {
            if (!LibraryNames.isPath(text)) {
                return new PolicyEntry(text, false, null, matcher(text));
            }
            String absolute = new File(text).isAbsolute() ? text : new File("").getAbsolutePath() + "/" + text;
            int literal = literal(absolute);
            Path above = real(literal == 0 ? "/" : absolute.substring(0, literal));
            String prefix = above.getNameCount() == 0 ? "" : escaped(above.toString());
            Path place = literal == absolute.length() ? above : existing(absolute);
            return new PolicyEntry(text, true, place,
                    matcher(prefix + doubled(absolute.substring(literal)), place != null));
        } catch (PatternSyntaxException | InvalidPathException malformed) {
            throw new LibraryDeniedException("malformed entry '" + text + "' in -Dffigen.allow or -Dffigen.deny: "
                    + malformed.getMessage());
        }
    }

    /** What looks like a glob may be the name of something that is there. */
    private static @Nullable Path existing(String text) {
        return new File(text).exists() ? real(text) : null;
    }

    /** How much of a path comes before the first name with a wildcard, without the separator between them. */
    private static int literal(String text) {
        Matcher wildcard = WILDCARD.matcher(text);
        return wildcard.find()
                ? Math.max(text.lastIndexOf('/', wildcard.start()),
                        text.lastIndexOf(File.separatorChar, wildcard.start()))
                : text.length();
    }

    private static PathMatcher matcher(String glob) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    /** @param isPath whether the text is a path that is there, and need not be a glob */
    private static PathMatcher matcher(String glob, boolean isPath) {
        try {
            return matcher(glob);
        } catch (PatternSyntaxException malformed) {
            if (isPath) {
                return file -> false;
            }
            throw malformed;
        }
    }

    private static String escaped(String path) {
        return path.replaceAll("[\\\\*?\\[\\]{}]", "\\\\$0");
    }

    /** What separates names on Windows escapes in globs. */
    private static String doubled(String glob) {
        return File.separatorChar == '\\' ? glob.replace("\\", "\\\\") : glob;
    }

    /** The path with all links resolved as far as it exists. */
    private static Path real(String text) {
        // Not of the normalized path: the folder above a link is not where the link leads.
        Path path = Path.of(text).toAbsolutePath();
        for (Path existing = path; existing != null; existing = existing.getParent()) {
            try {
                return resolved(existing, path).normalize();
            } catch (IOException absent) {
                continue;
            }
        }
        return path.normalize();
    }

    private static Path resolved(Path existing, Path path) throws IOException {
        Path real = existing.toRealPath();
        int known = existing.getNameCount();
        return known == path.getNameCount() ? real : real.resolve(path.subpath(known, path.getNameCount()));
    }

    boolean isPath() {
        return path;
    }

    boolean matches(Path file) {
        return path
                ? place != null && file.startsWith(place) || glob.matches(file)
                : file.getFileName() != null && matches(file.getFileName().toString());
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
