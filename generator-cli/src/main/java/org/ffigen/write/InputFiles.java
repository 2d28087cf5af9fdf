package org.ffigen.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files a run read. */
public final class InputFiles {

    private InputFiles() {
    }

    /** The regular files in a folder, not those in folders below; none if there is no such folder. */
    public static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The digest of each file; a file that is not there (one a compiler makes up) is left out. */
    public static SortedMap<Path, String> digests(Collection<Path> files) {
        SortedMap<Path, String> digests = new TreeMap<>();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                try {
                    digests.put(file, InputDigest.ofFile(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return digests;
    }
}
