package org.ffigen.maven.jdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code release} file in a JDK's home folder. */
final class ReleaseFile {

    /** {@code JAVA_VERSION="25.0.1"}, {@code JAVA_VERSION="1.8.0_292"}, {@code JAVA_VERSION="26-ea"}. */
    private static final Pattern JAVA_VERSION = Pattern.compile("JAVA_VERSION=\"?(?:1\\.)?(\\d{1,4})\\b.*");

    private ReleaseFile() {
    }

    /** The feature version that the file tells; empty if there is no such file or it tells none. */
    static Optional<Integer> featureVersion(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        // Vendors put names of any encoding into the other lines.
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(JAVA_VERSION::matcher)
                    .filter(Matcher::matches)
                    .map(line -> Integer.valueOf(line.group(1)))
                    .findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }
}
