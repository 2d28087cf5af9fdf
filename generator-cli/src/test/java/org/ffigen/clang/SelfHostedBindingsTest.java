package org.ffigen.clang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ffigen.libclang.LibclangInstallation;
import org.ffigen.libclang.LibclangLocator;
import org.ffigen.libclang.LibclangNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bindings of libclang that ffigen stands on are what ffigen makes of libclang's own header. */
class SelfHostedBindingsTest {

    private static final String PACKAGE = "org.ffigen.clang.bindings";
    private static final Path CHECKED_IN = Path.of("src/main/java").resolve(PACKAGE.replace('.', '/'));

    @Test
    void regenerating_them_gives_the_same_bytes(@TempDir Path out) throws Exception {
        generate(out);

        Path generated = out.resolve(PACKAGE.replace('.', '/'));
        if (Boolean.getBoolean("ffigen.bless")) {
            bless(generated);
        }
        assertThat(sources(CHECKED_IN)).as("to take over what changed: mvn -pl generator-cli -am test"
                + " -Dtest=SelfHostedBindingsTest -Dsurefire.failIfNoSpecifiedTests=false -Dffigen.bless=true")
                .isEqualTo(sources(generated));
    }

    /** A process of its own, because a process has one libclang and this one is pinned. */
    private static void generate(Path out) throws IOException, InterruptedException, LibclangNotFoundException {
        LibclangInstallation pinned = LibclangLocator
                .bundled(LibclangLocator.Options.of(System.getenv(), System.out::println));
        Path output = out.resolve("output.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "org.ffigen.cli.Main", "--libclang", pinned.library().toString(), "--header", "clang-c/Index.h", "-I",
                pinned.includeDirectory().toString(), "--library", "clang", "--package", PACKAGE, "--class",
                "ClangLibrary", "--out", out.toString()).redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : list(folder)) {
            sources.put(file.getFileName().toString(), Files.readString(file));
        }
        return sources;
    }

    private static void bless(Path generated) throws IOException {
        for (Path old : list(CHECKED_IN)) {
            Files.delete(old);
        }
        for (Path file : list(generated)) {
            Files.copy(file, CHECKED_IN.resolve(file.getFileName()));
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.endsWith("package-info.java")).sorted().toList();
        }
    }
}
