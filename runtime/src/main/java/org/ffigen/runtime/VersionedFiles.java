package org.ffigen.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds libraries that are installed with a version in their file name only, like {@code libz.so.1} where no
 * development package made the link {@code libz.so}. Stateless: safe for any thread.
 */
final class VersionedFiles {
    private VersionedFiles() {
    }

    /** The matching files of these folders, highest version first; of equal versions, the earlier folder's first. */
    static List<Path> in(List<String> folders, Pattern pattern) {
        return folders.stream()
                .flatMap(folder -> in(folder, pattern))
                .sorted(Comparator.reverseOrder())
                .map(Versioned::file)
                .toList();
    }

    private static Stream<Versioned> in(String folder, Pattern pattern) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> Versioned.of(file, pattern)).flatMap(Stream::ofNullable).toList().stream();
        } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
            return Stream.empty();
        }
    }

    private record Versioned(Path file, long[] version) implements Comparable<Versioned> {
        static Versioned of(Path file, Pattern pattern) {
            Matcher matcher = pattern.matcher(file.getFileName().toString());
            return matcher.matches() ? new Versioned(file, numbers(matcher.group(1))) : null;
        }

        private static long[] numbers(String version) {
            return Arrays.stream(version.split("\\.")).mapToLong(Versioned::number).toArray();
        }

        private static long number(String digits) {
            return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
        }

        @Override
        public int compareTo(Versioned other) {
            return Arrays.compare(version, other.version);
        }
    }
}
