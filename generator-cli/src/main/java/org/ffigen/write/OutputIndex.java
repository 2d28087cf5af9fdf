package org.ffigen.write;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.digest.InputDigest;

/**
 * What one binding was made from and what was made, with digests: a text file in the output folder's {@code .ffigen}.
 * It serves two ends. What it lists is ours, so that it may be replaced and deleted; and while everything still has
 * the digest it lists, there is nothing to do. It holds absolute paths: it is not for version control.
 *
 * <pre>
 * ffigen-depfile 1 0.1.0 &lt;digest of the arguments&gt;
 * &lt;digest&gt;  /usr/include/zlib.h
 * &lt;digest&gt; *org/example/zlib/ZlibLibrary.java
 * </pre>
 *
 * @param version the generator's
 * @param arguments {@link InputDigest#ofArguments}
 * @param inputs digests by absolute path
 * @param outputs digests by absolute path; in the file they are relative to the output folder
 */
public record OutputIndex(String version, String arguments, SortedMap<Path, String> inputs,
        SortedMap<Path, String> outputs) {

    /** The folder of indexes in an output folder. */
    public static final String FOLDER = ".ffigen";

    private static final String FORMAT = "ffigen-depfile 1";
    private static final String SUFFIX = ".depfile";
    private static final int DIGEST_LENGTH = 64;

    public OutputIndex {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    }

    /** Where the index of a binding stands: by package and class, so that bindings may share an output folder. */
    public static Path file(Path out, String packageName, String className) {
        return out.resolve(FOLDER).resolve(packageName + "." + className + SUFFIX);
    }

    /** The index in that file; empty if there is none, or none of this format. */
    public static Optional<OutputIndex> read(Path file, Path out) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] head = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ");
            if (head.length != 4 || !lines.getFirst().startsWith(FORMAT + " ")) {
                return Optional.empty();
            }
            SortedMap<Path, String> inputs = new TreeMap<>();
            SortedMap<Path, String> outputs = new TreeMap<>();
            for (String line : lines.subList(1, lines.size())) {
                boolean output = line.charAt(DIGEST_LENGTH + 1) == '*';
                Path path = out.resolve(line.substring(DIGEST_LENGTH + 2)).normalize();
                (output ? outputs : inputs).put(path, line.substring(0, DIGEST_LENGTH));
            }
            return Optional.of(new OutputIndex(head[2], head[3], inputs, outputs));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // an index that cannot be read says nothing: generate again
        }
    }

    /** Those of other bindings in an output folder, by package and class. */
    public static SortedMap<String, OutputIndex> others(Path own, Path out) {
        SortedMap<String, OutputIndex> others = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(own.resolveSibling("."), "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!file.getFileName().equals(own.getFileName())) {
                    read(file, out).ifPresent(
                            index -> others.put(name.substring(0, name.length() - SUFFIX.length()), index));
                }
            }
        } catch (IOException | DirectoryIteratorException none) {
            return others; // the first run into the folder, or one that cannot be read: as if there were no indexes
        }
        return others;
    }

    /** This index without those outputs. */
    public OutputIndex without(Set<Path> files) {
        SortedMap<Path, String> others = new TreeMap<>(outputs);
        others.keySet().removeAll(files);
        return new OutputIndex(version, arguments, inputs, others);
    }

    /** The text of the file. */
    public String text(Path out) {
        List<String> lines = new ArrayList<>();
        lines.add(FORMAT + " " + version + " " + arguments);
        inputs.forEach((path, digest) -> lines.add(digest + "  " + path));
        outputs.forEach((path, digest) -> lines.add(digest + " *" + relative(out, path)));
        return String.join("\n", lines) + "\n";
    }

    /** Whether every file listed is there and as it was. */
    public boolean isIntact() {
        return outputs.entrySet().stream().allMatch(OutputIndex::isUnchanged)
                && inputs.entrySet().stream().allMatch(OutputIndex::isUnchanged);
    }

    /** False of a file that exists and was no input: the same relative path now means another file. */
    public boolean isReadIfThere(Path file) {
        return inputs.containsKey(file) || !Files.exists(file);
    }

    private static boolean isUnchanged(Map.Entry<Path, String> entry) {
        try {
            return InputFiles.digest(entry.getKey()).equals(entry.getValue());
        } catch (IOException e) {
            return false;
        }
    }

    private static String relative(Path out, Path path) {
        boolean sameRoot = path.getRoot() != null && path.getRoot().equals(out.getRoot());
        return (sameRoot ? out.relativize(path) : path).toString().replace('\\', '/');
    }
}
