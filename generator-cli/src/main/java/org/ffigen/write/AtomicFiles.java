package org.ffigen.write;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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
     * @throws org.ffigen.diagnostic.GenerationException with OUTPUT_NOT_WRITABLE; then no file was changed
     */
    static void replace(SortedMap<Path, byte[]> contents) {
        Map<Path, Path> moves = new LinkedHashMap<>();
        List<Path> folders = new ArrayList<>();
        for (Map.Entry<Path, byte[]> entry : contents.entrySet()) {
            Path file = entry.getKey();
            try {
                createFolders(file.getParent(), folders);
                Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
                Path temporary = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid()
                        + "." + Thread.currentThread().threadId() + ".tmp");
                moves.put(temporary, target);
                Files.write(temporary, entry.getValue());
            } catch (IOException e) {
                moves.keySet().forEach(AtomicFiles::deleteQuietly);
                folders.reversed().forEach(AtomicFiles::deleteQuietly);
                throw Obstacles.notWritable(file, reason(e));
            }
        }
        moves.forEach(AtomicFiles::move);
    }

    /** Deletes files, and the folders that are empty without them. */
    static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(file.getParent());
            } catch (DirectoryNotEmptyException e) {
                continue; // someone else's files are still there
            } catch (IOException e) {
                throw Obstacles.notWritable(file, reason(e));
            }
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
            deleteQuietly(temporary);
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
