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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.ffigen.diagnostic.GenerationException;

/**
 * Writes files so that a reader sees the old or the new content, never a part: first all of them under temporary names
 * in their own folders, where running out of space or rights shows, then all are moved into place. A process that is
 * told to end, as by Ctrl-C, first moves the rest if it has begun to; else it deletes the temporary files.
 */
final class AtomicFiles implements AutoCloseable {

    private record Move(Path temporary, Path target) {}

    private final List<Move> moves = new ArrayList<>();
    private final List<Move> lastMoves = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    /** It waits for the lock, and so for moves that have begun. */
    private final Thread atExit = new Thread(this::abandon, "ffigen-exit");
    private boolean abandoned;

    /** Nothing yet. */
    AtomicFiles() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            abandoned = true;
        }
    }

    /**
     * Writes what is to create or replace a file, and the folders it needs.
     *
     * @throws GenerationException with OUTPUT_NOT_WRITABLE
     */
    synchronized void prepare(Path file, byte[] content) {
        prepare(file, content, moves);
    }

    /** The same for a file that is replaced when everything else is done, so that it can vouch for that. */
    synchronized void prepareLast(Path file, byte[] content) {
        prepare(file, content, lastMoves);
    }

    private void prepare(Path file, byte[] content, List<Move> to) {
        if (abandoned) {
            throw Obstacles.notWritable(file, "the run was interrupted");
        }
        try {
            createFolders(file.getParent(), folders);
            Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
            Path temporary = target.resolveSibling("." + target.getFileName() + "."
                    + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
            Files.write(temporary, new byte[0], StandardOpenOption.CREATE_NEW); // nobody's file or link
            to.add(new Move(temporary, target));
            Files.write(temporary, content);
        } catch (IOException e) {
            throw Obstacles.notWritable(file, reason(e));
        }
    }

    /**
     * Moves what is prepared into place, and deletes files, and their folders that are empty without them.
     *
     * @param root below which folders are deleted; others may be the user's
     * @throws GenerationException with OUTPUT_NOT_WRITABLE: what was changed before stays so
     */
    synchronized void carryOut(List<Path> deletions, Optional<Path> root) {
        if (abandoned) {
            return;
        }
        moves.forEach(AtomicFiles::move);
        delete(deletions, root);
        lastMoves.forEach(AtomicFiles::move);
        folders.clear();
    }

    /** Deletes what was prepared and not moved; nothing can be prepared or moved from then on. */
    synchronized void abandon() {
        abandoned = true;
        Stream.concat(moves.stream(), lastMoves.stream()).map(Move::temporary).forEach(AtomicFiles::deleteQuietly);
        folders.reversed().forEach(AtomicFiles::deleteQuietly);
    }

    @Override
    public void close() {
        abandon();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            assert abandoned; // the hook finds nothing left to do
        }
    }

    private static void delete(List<Path> files, Optional<Path> root) {
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

    private static void move(Move move) {
        try {
            Files.move(move.temporary(), move.target(), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Obstacles.notWritable(move.target(), reason(e));
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
