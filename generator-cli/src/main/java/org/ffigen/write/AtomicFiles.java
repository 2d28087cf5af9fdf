package org.ffigen.write;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ThreadLocalRandom;
import org.ffigen.diagnostic.GenerationException;

/**
 * Writes files so that a reader sees the old or the new content, never a part: first all of them under temporary names
 * in their own folders, where running out of space or rights shows, then all are moved into place.
 */
final class AtomicFiles {

    private AtomicFiles() {
    }

    /**
     * Creates or replaces files, and the folders they need.
     *
     * @throws GenerationException with OUTPUT_NOT_WRITABLE: no file was changed, unless one could
     *         be written but not moved into place; then those before it are the new ones
     */
    static void replace(SortedMap<Path, byte[]> contents) {
        Map<Path, Path> moves = new LinkedHashMap<>();
        List<Path> folders = new ArrayList<>();
        for (Map.Entry<Path, byte[]> entry : contents.entrySet()) {
            Path file = entry.getKey();
            try {
                createFolders(file.getParent(), folders);
                Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
                Path temporary = target.resolveSibling(
                        "." + target.getFileName() + "." + Long.toHexString(ThreadLocalRandom.current().nextLong())
                                + ".tmp");
                Files.write(temporary, new byte[0], StandardOpenOption.CREATE_NEW); // nobody's file or link
                moves.put(temporary, target);
                Files.write(temporary, entry.getValue());
            } catch (IOException e) {
                moves.keySet().forEach(AtomicFiles::deleteQuietly);
                folders.reversed().forEach(AtomicFiles::deleteQuietly);
                throw Obstacles.notWritable(file, reason(e));
            }
        }
        try {
            moves.forEach(AtomicFiles::move);
        } catch (GenerationException refused) {
            moves.keySet().forEach(AtomicFiles::deleteQuietly);
            throw refused;
        }
    }

    /**
     * Deletes files, and their folders that are empty without them.
     *
     * @param root below which folders are deleted; others may be the user's
     */
    static void delete(List<Path> files, Optional<Path> root) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw Obstacles.notWritable(file, reason(e));
            }
        }
        files.stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> root.filter(folder::startsWith).isPresent())
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                .forEach(AtomicFiles::deleteIfEmpty);
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            return; // someone else's files are still there
        } catch (IOException e) {
            throw Obstacles.notWritable(folder, reason(e));
        }
    }

    private static void createFolders(Path folder, List<Path> created) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path f = folder; f != null && !Files.exists(f); f = f.getParent()) {
            missing.add(f);
        }
        created.addAll(missing.reversed());
        Files.createDirectories(folder);
    }

    private static void move(Path temporary, Path target) {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Obstacles.notWritable(target, reason(e));
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The error being reported matters more than what could not be tidied up after it.
            assert path != null;
        }
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
