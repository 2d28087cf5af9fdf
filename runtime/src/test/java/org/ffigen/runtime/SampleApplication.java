package org.ffigen.runtime;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** The classes of the package {@code sample}, compiled for release 22 as an application of their own. */
final class SampleApplication {
    static final Path RUNTIME = locationOf(NativeLibrary.class);
    static final Path JSPECIFY = locationOf(NullMarked.class);
    private static final Path SOURCES = Path.of("src/test/java/sample");

    private SampleApplication() {
    }

    /** Compiles the module {@code app} into a folder. */
    static void compileModule(Path target) throws IOException {
        Path descriptor = Files.writeString(Files.createDirectories(target.resolve("descriptor"))
                .resolve("module-info.java"),
                "module app { requires transitive org.ffigen.runtime; exports sample; }\n");
        compile(target, List.of("--module-path", libraries()), descriptor);
    }

    /** Compiles it for the class path into a folder. */
    static void compileForClassPath(Path target) throws IOException {
        compile(target, List.of("--class-path", libraries()));
    }

    static String libraries() {
        return RUNTIME + File.pathSeparator + JSPECIFY;
    }

    private static void compile(Path target, List<String> where, Path... more) throws IOException {
        List<String> options = new ArrayList<>(
                List.of("--release", "22", "-Xlint:all", "-Xdoclint:all,-missing", "-Werror", "-d", target.toString()));
        options.addAll(where);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var output = new StringWriter();
        try (Stream<Path> files = Files.list(SOURCES);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = Stream.concat(files, Stream.of(more)).toList();
            if (!compiler.getTask(output, manager, null, options, null,
                    manager.getJavaFileObjectsFromPaths(sources)).call()) {
                throw new IllegalStateException(output.toString());
            }
        }
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
