package org.ffigen.maven.jdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where JDKs are on a machine, apart from what Maven knows. */
public final class InstalledJdks {

    /** {@code JAVA_HOME}, {@code JAVA25_HOME}, {@code JAVA_HOME_25_X64} (GitHub's runners), {@code JDK_HOME}. */
    private static final Pattern HOME_VARIABLE = Pattern.compile("FFIGEN_JAVA_HOME|JAVA\\w*_HOME\\w*|JDK_HOME");

    /** Folders whose children are JDKs, from the root of the file system. */
    private static final List<String> SYSTEM_FOLDERS = List.of("usr/lib/jvm", "usr/lib64/jvm", "usr/java", "opt/java",
            "opt/jdk", "opt", "Library/Java/JavaVirtualMachines", "Program Files/Java",
            "Program Files/Eclipse Adoptium", "Program Files/Microsoft", "Program Files/Zulu",
            "Program Files/Amazon Corretto", "Program Files/BellSoft");

    /** The same, from the user's home. */
    private static final List<String> USER_FOLDERS = List.of(".sdkman/candidates/java", ".jdks", ".gradle/jdks",
            ".asdf/installs/java", ".local/share/mise/installs/java", "Library/Java/JavaVirtualMachines",
            "scoop/apps");

    private InstalledJdks() {
    }

    /** The homes that environment variables name. */
    public static List<Path> ofEnvironment(Map<String, String> environment) {
        return new TreeMap<>(environment).entrySet()
                .stream()
                .filter(variable -> HOME_VARIABLE.matcher(variable.getKey()).matches())
                .flatMap(variable -> path(variable.getValue()).stream())
                .toList();
    }

    /**
     * The usual places.
     *
     * @param root of the file system: {@code /}, or {@code C:\}
     */
    public static List<Path> ofUsualPlaces(Path root, Path userHome) {
        return Stream.concat(SYSTEM_FOLDERS.stream().map(root::resolve), USER_FOLDERS.stream().map(userHome::resolve))
                .flatMap(folder -> children(folder).stream())
                // macOS keeps the home of a JDK inside a bundle.
                .flatMap(folder -> Stream.of(folder, folder.resolve("Contents/Home")))
                .toList();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static Optional<Path> path(String value) {
        try {
            return value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
