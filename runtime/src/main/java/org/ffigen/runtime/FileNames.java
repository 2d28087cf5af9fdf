package org.ffigen.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names that a file goes by: the one it was asked for, each link on the way, the real one, and what else in the
 * folders of those is the same file, as the link {@code libz.so.1} is beside {@code libz.so}. Which of them the program
 * comes by depends on what is installed; what the user says of one holds for all. Links and hard links in other folders
 * are not known. For one thread.
 */
final class FileNames {
    /** More than any system follows: then they lead in a circle. */
    private static final int MAX_LINKS = 40;

    private final Path given;
    private final Path real;
    /** All on the way, with the folders' real paths. */
    private final Set<Path> onTheWay = new LinkedHashSet<>();
    private @Nullable List<Path> beside;

    FileNames(Path file) {
        Path absolute = file.toAbsolutePath();
        this.given = absolute.normalize();
        // Not of the normalized path: the folder above a link is not where the link leads.
        this.real = real(absolute);
        addLinks(absolute);
        onTheWay.add(real);
    }

    /** The path that was asked for. */
    Path given() {
        return given;
    }

    /** The path with all links resolved; the one that was asked for if there is no such file. */
    Path real() {
        return real;
    }

    /** Whether any of its paths is meant. */
    boolean any(Predicate<Path> isMeant) {
        return isMeant.test(given)
                || onTheWay.stream().anyMatch(isMeant)
                || beside().stream().anyMatch(path -> isMeant.test(path) && isSame(path));
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException absent) {
            return file.normalize();
        }
    }

    private void addLinks(Path file) {
        try {
            Path link = inRealFolder(file);
            for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(link); i++) {
                onTheWay.add(link);
                link = inRealFolder(link.resolveSibling(Files.readSymbolicLink(link)));
            }
        } catch (IOException absent) {
            // It leads nowhere: there is no other name.
            return;
        }
    }

    private static Path inRealFolder(Path file) throws IOException {
        Path folder = file.getParent();
        return folder == null ? file : folder.toRealPath().resolve(file.getFileName());
    }

    /** Read only if nothing on the way decides. */
    private List<Path> beside() {
        List<Path> known = beside;
        if (known == null) {
            known = onTheWay.stream()
                    .map(Path::getParent)
                    .filter(Objects::nonNull)
                    .distinct()
                    .flatMap(FileNames::in)
                    .toList();
            beside = known;
        }
        return known;
    }

    private static Stream<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    private boolean isSame(Path other) {
        try {
            return Files.isSameFile(other, real);
        } catch (IOException gone) {
            return false;
        }
    }
}
