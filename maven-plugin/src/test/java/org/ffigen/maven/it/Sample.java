package org.ffigen.maven.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of the sample project, which calls a C library.
 *
 * @param folder of the project
 */
record Sample(Path folder) {

    static final Path RESOURCES = Path.of("src", "test", "resources").toAbsolutePath();

    static Sample copyTo(Path folder) throws IOException {
        Path source = RESOURCES.resolve("sample");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(source.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return new Sample(folder);
    }

    Path header(String name) {
        return folder.resolve("src/main/c").resolve(name);
    }

    /** The generated class with the functions. */
    Path libraryClass() {
        return folder.resolve("target/generated-sources/ffigen/sample/geometry/GeometryLibrary.java");
    }

    void replace(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(before)) {
            throw new AssertionError(file + " does not contain " + before);
        }
        Files.writeString(file, text.replace(before, after));
    }

    /** Compiles the C library and runs the sample's main class with it. */
    String run() throws IOException {
        Path library = folder.resolve("target/native").resolve(System.mapLibraryName("geometry"));
        Files.createDirectories(library.getParent());
        Commands.check(folder, "gcc", "-shared", "-fPIC", "-o", library.toString(), "src/main/c/geometry.c");
        return Commands.check(folder, Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dffigen.library.path=" + library.getParent(), "-cp",
                classPath(),
                "sample.Main");
    }

    private String classPath() throws IOException {
        try (Stream<Path> files = Files.walk(Maven.repository())) {
            Stream<String> jars = files.map(Path::toString)
                    .filter(path -> path.endsWith(".jar"))
                    .filter(path -> path.contains("ffigen-runtime") || path.contains("jspecify"));
            return String.join(File.pathSeparator,
                    Stream.concat(Stream.of(folder.resolve("target/classes").toString()), jars).toList());
        }
    }
}
