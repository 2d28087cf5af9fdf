package org.ffigen.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of the sample project, which calls a C library.
 *
 * @param folder of the project
 */
record Sample(Path folder) {

    static final Path RESOURCES = Path.of("src", "test", "resources").toAbsolutePath();

    static Sample copyTo(Path folder) throws IOException {
        Commands.copy(RESOURCES.resolve("sample"), folder);
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
        return Commands.java(folder, "sample.Main", "-Dffigen.library.path=" + library.getParent());
    }
}
