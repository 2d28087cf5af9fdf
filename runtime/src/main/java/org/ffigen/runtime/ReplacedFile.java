package org.ffigen.runtime;

import java.io.IOException;
import java.lang.foreign.Arena;
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
 * compares paths, and would give the old one, whatever the digest of the new one is. What this runtime has open it knows;
 * of what others have, and of what the loader keeps although it was closed, Linux alone tells. Safe for any thread.
 */
final class ReplacedFile {
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
    static void check(NativeAccess access, Path file, String shown) {
        try {
            Path real = file.toRealPath();
            if (isOpenHere(real) || isLoaded(access, real)) {
                throw new LibraryDeniedException("the library " + shown + " has the pinned SHA-256, but the process has"
                        + " an older file of that path open, which it would get instead: close that first, unless"
                        + " the loader keeps it until the process ends, or open the new one by another path");
            }
        } catch (IOException unreadable) {
            throw new LibraryDeniedException("cannot check the pinned library " + shown + ": " + unreadable);
        }
    }

    /** What tells a file from any other; null where the system has no such thing. */
    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static boolean isOpenHere(Path real) throws IOException {
        Object key = key(real);
        return OPENED.getOrDefault(real, List.of())
                .stream()
                .anyMatch(opened -> opened.arena.scope().isAlive() && !opened.key.equals(key));
    }

    /** Whether the loader would give another file, which is in memory, whoever opened that, and even if it was closed. */
    private static boolean isLoaded(NativeAccess access, Path real) throws IOException {
        if (!Platform.CURRENT.isLinux()) {
            return false;
        }
        try (LoadedHandle loaded = LoadedHandle.of(access, real.toString())) {
            long address = loaded.addressWithin();
            MappedFile mapped = address == 0 ? null : MappedFile.at(address);
            return mapped != null && !mapped.is(real);
        }
    }
}
