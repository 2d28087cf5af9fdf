package org.ffigen.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ffigen.digest.InputDigest;

/** The files a run read. */
public final class InputFiles {

    private InputFiles() {
    }

    /** @throws IOException if the file cannot be read */
    static String digest(Path file) throws IOException {
        return InputDigest.of(Files.readAllBytes(file));
    }

    /** The regular files in a folder, not those in folders below; none if there is no such folder or it cannot be read. */
    public static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * The digest of each file, to be asked for before they are read: what is replaced meanwhile is then taken for changed.
     * A file that is not there or cannot be read is left out; who reads it says so.
     */
    public static SortedMap<Path, String> digests(Collection<Path> files) {
        SortedMap<Path, String> digests = new TreeMap<>();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                try {
                    digests.put(file, digest(file));
                } catch (IOException e) {
                    continue;
                }
            }
        }
        return digests;
    }
}
