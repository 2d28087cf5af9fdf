package org.ffigen.runtime;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a library is open whose file another has replaced since, or that was moved away: the dynamic loader
 * compares paths, and would give the old one, whatever the digest of the new one is. What this runtime opened it knows; of
 * what others did, Linux alone tells, and only if the old file is deleted. Safe for any thread.
 */
final class ReplacedFile {
    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final String GONE = " (deleted)";
    private static final Map<Path, List<Opened>> OPENED = new ConcurrentHashMap<>();

    /**
     * A file that was opened by that path.
     *
     * @param key what file it was
     * @param arena as long as it is alive, the library is open
     */
    private record Opened(Object key, Arena arena) {}

    private ReplacedFile() {
    }

    /** Notes that a file was opened. */
    static void opened(Path file, Arena arena) {
        try {
            Object key = key(file);
            if (key != null) {
                OPENED.merge(file.toRealPath(), List.of(new Opened(key, arena)),
                        (known, more) -> Stream.concat(known.stream().filter(o -> o.arena.scope().isAlive()),
                                more.stream()).distinct().toList());
            }
        } catch (IOException gone) {
            // It is not there any more: nothing will be compared with it.
            return;
        }
    }

    /**
     * Refuses a file by whose path an older one is open.
     *
     * @param shown the file in messages
     */
    static void check(Path file, String shown) {
        try {
            Path real = file.toRealPath();
            Object key = key(real);
            boolean older = OPENED.getOrDefault(real, List.of())
                    .stream()
                    .anyMatch(opened -> opened.arena.scope().isAlive() && !opened.key.equals(key));
            if (older || isMapped(real + GONE)) {
                throw new LibraryDeniedException("the library " + shown + " has the pinned SHA-256, but the process has"
                        + " an older file of that path open, which it would get instead: close that first, or open"
                        + " the new one by another path");
            }
        } catch (IOException unreadable) {
            throw new LibraryDeniedException("cannot check the pinned library " + shown + ": " + unreadable);
        }
    }

    /** What tells a file from any other; null where the system has no such thing. */
    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** Whether code of that file is in memory: {@code 7f00-7f10 r-xp 0000 08:01 42 PATH}. */
    private static boolean isMapped(String path) throws IOException {
        if (!Files.isReadable(MAPPED)) {
            return false;
        }
        // Not every path in there is a text in UTF-8: what is none is no path of ours.
        return new String(Files.readAllBytes(MAPPED), StandardCharsets.UTF_8).lines()
                .anyMatch(line -> line.endsWith(" " + path) && line.startsWith("x", line.indexOf(' ') + 3));
    }
}
