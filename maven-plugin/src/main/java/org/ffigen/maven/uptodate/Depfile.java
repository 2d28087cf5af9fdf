package org.ffigen.maven.uptodate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the generator wrote down about a run: the files it read and wrote, and what was in them.
 *
 * <p>A first line that stands for the request, then {@code <sha256>  <absolute path>} for each input and
 * {@code <sha256> *<path from the output folder>} for each output.
 *
 * @param path of the depfile itself
 * @param request its first line
 */
record Depfile(Path path, String request, List<Entry> entries) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([ *])(.+)");

    /** A file and what it held. */
    record Entry(String sha256, Path file) {}

    /** Empty if it is not a depfile that we understand. */
    static Optional<Depfile> read(Path path, Path output) {
        try {
            List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            List<Entry> entries = lines.stream().skip(1).map(line -> entry(line, output)).toList();
            return Optional.of(new Depfile(path, lines.get(0), entries));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Entry entry(String line, Path output) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a line of a depfile: " + line);
        }
        // An absolute path stays what it is.
        return new Entry(matcher.group(1), output.resolve(Path.of(matcher.group(3))).normalize());
    }
}
