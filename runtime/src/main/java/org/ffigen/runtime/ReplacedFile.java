package org.ffigen.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out whether the process has a file loaded that another has replaced since: the dynamic loader compares paths, and
 * would give the old one, whatever the digest of the new one is. Linux alone tells. Stateless: safe for any thread.
 */
final class ReplacedFile {
    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final String GONE = " (deleted)";

    private ReplacedFile() {
    }

    /**
     * Refuses a file at whose place the process has an older one open.
     *
     * @param shown the file in messages
     */
    static void check(Path file, String shown) {
        if (!Files.isReadable(MAPPED)) {
            return;
        }
        try {
            String older = " " + file.toRealPath() + GONE;
            // Not every path in there is a text in UTF-8: what is none is no path of ours.
            String mapped = new String(Files.readAllBytes(MAPPED), StandardCharsets.UTF_8);
            if (mapped.lines().anyMatch(line -> line.endsWith(older))) {
                throw new LibraryDeniedException("the library " + shown + " has the pinned SHA-256, but the process has"
                        + " an older file of that path open, which it would get instead: close that first, or open"
                        + " the new one by another path");
            }
        } catch (IOException unreadable) {
            throw new LibraryDeniedException("cannot check the pinned library " + shown + ": " + unreadable);
        }
    }
}
