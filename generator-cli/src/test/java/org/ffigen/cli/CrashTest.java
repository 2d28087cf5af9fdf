package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ffigen.clang.FailingLibclang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left when libclang ends the Java process: with the launcher, a real JVM, and a library that does it. */
class CrashTest {

    @TempDir
    Path folder;

    private Path workingDirectory;
    private Path temporary;

    @BeforeEach
    void makeFolders() throws IOException {
        FakeApp.in(folder);
        writeClassPath(folder.resolve("app/lib/a.jar"));
        Files.delete(folder.resolve("app/lib/b.jar"));
        workingDirectory = Files.createDirectories(folder.resolve("work"));
        temporary = Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(workingDirectory.resolve("any.h"), "int f(int x);");
    }

    @ParameterizedTest
    @ValueSource(strings = {"return *(volatile int *) 16;", "__builtin_trap();"})
    void a_crash_that_java_sees_has_its_status_and_leaves_a_report_only(String crash) throws Exception {
        FakeApp.Run run = run(FailingLibclang.in(folder, crash));

        assertThat(run.status()).isEqualTo(ExitCode.ENVIRONMENT.status());
        assertThat(files(workingDirectory)).containsExactly("any.h");
        Path report = temporary.resolve(files(temporary).getFirst());
        assertThat(report).content().contains("libclang.so");
        assertThat(run.err()).startsWith("ffigen: error[FFI0011]: libclang crashed (signal 6); nothing was written\n")
                .endsWith("; the report of Java is " + report + "\n");
    }

    @Test
    void a_crash_that_java_does_not_see_has_its_status_and_leaves_nothing() throws Exception {
        FakeApp.Run run = run(FailingLibclang.in(folder, "extern void abort(void); abort();"));

        assertThat(run.status()).isEqualTo(ExitCode.ENVIRONMENT.status());
        assertThat(files(workingDirectory)).containsExactly("any.h");
        assertThat(files(temporary)).isEmpty();
        assertThat(run.err()).startsWith("ffigen: error[FFI0011]: libclang crashed (signal 6); nothing was written\n");
    }

    /** A jar without classes that leads to those of this process: the launcher takes jars alone. */
    private static void writeClassPath(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
    }

    /** Runs the launcher where core files are written. */
    private FakeApp.Run run(Path libclang) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "ulimit -S -c $(ulimit -H -c); exec \"$0\" \"$@\"",
                folder.resolve("app/bin/ffigen").toString(), "--libclang", libclang.toString(), "--header", "any.h",
                "--out", "out").directory(workingDirectory.toFile());
        builder.environment().put("FFIGEN_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TMPDIR", temporary.toString());
        File out = folder.resolve("out.txt").toFile();
        File err = folder.resolve("err.txt").toFile();
        int status = builder.redirectOutput(out).redirectError(err).start().waitFor();
        return new FakeApp.Run(status, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
