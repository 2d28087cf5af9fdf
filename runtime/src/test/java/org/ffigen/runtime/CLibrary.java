package org.ffigen.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** C libraries of the tests, compiled by gcc. */
public final class CLibrary {
    private static final Path POINT = compilePoint();

    private CLibrary() {
    }

    /** The library that the classes in {@code sample} bind; they find it from here on. */
    public static Path point() {
        System.setProperty("ffigen.library.point", POINT.toString());
        return POINT;
    }

    private static Path compilePoint() {
        try {
            return gcc(Path.of("src/test/c/point.c"),
                    Files.createDirectories(Path.of("target/point").toAbsolutePath()).resolve("libpoint.so"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A library of this C text, with more arguments for gcc. */
    public static Path compile(String text, Path library, String... arguments) throws IOException {
        Path source = Files.createDirectories(library.getParent()).resolve("library.c");
        return gcc(Files.writeString(source, text), library, arguments);
    }

    /** A library of a file in {@code src/test/c}. */
    public static Path compileFile(String name, Path library) throws IOException {
        Files.createDirectories(library.getParent());
        return gcc(Path.of("src/test/c", name), library);
    }

    private static Path gcc(Path source, Path library, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("gcc", "-shared", "-fPIC", "-Wall", "-Werror", "-pthread", "-o",
                library.toString(), source.toString()));
        command.addAll(List.of(arguments));
        Child gcc = Child.run(command);
        if (gcc.exitCode() != 0) {
            throw new IllegalStateException(gcc.output());
        }
        return library;
    }
}
