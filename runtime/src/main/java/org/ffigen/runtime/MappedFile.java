package org.ffigen.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that memory of the process comes from, as Linux tells. Immutable: safe for any thread.
 *
 * @param inode its number, in decimal
 * @param path where it is now, whatever its path was when it was opened; with a word more if it is deleted
 */
record MappedFile(String inode, String path) {
    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final int FIELDS = 6;

    /** The file of what is at that address; null if it comes from none or the system does not tell. */
    static @Nullable MappedFile at(long address) throws IOException {
        if (!Files.isReadable(MAPS)) {
            return null;
        }
        // Not every path in there is a text in UTF-8: of what is none, the inode tells.
        return new String(Files.readAllBytes(MAPS), StandardCharsets.UTF_8).lines()
                .map(line -> line.split(" +", FIELDS))
                .filter(fields -> fields.length == FIELDS && contains(fields[0], address))
                .map(fields -> new MappedFile(fields[4], fields[5]))
                .findAny()
                .orElse(null);
    }

    /** @param range {@code 7f00-7f10}, in {@code 7f00-7f10 rw-p 00000000 08:01 42 PATH} */
    private static boolean contains(String range, long address) {
        int to = range.indexOf('-');
        return Long.compareUnsigned(Long.parseUnsignedLong(range, 0, to, 16), address) <= 0
                && Long.compareUnsigned(address, Long.parseUnsignedLong(range, to + 1, range.length(), 16)) < 0;
    }

    /** Whether it is the file at that path: hard links have other paths, and file systems in layers other inodes. */
    boolean is(Path file) throws IOException {
        return path.equals(file.toString()) || inode.equals(Files.getAttribute(file, "unix:ino").toString());
    }
}
