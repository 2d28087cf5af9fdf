package org.ffigen.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples build with Maven, from the installed headers, and print with the installed libraries what they say. */
@Timeout(300)
class ExamplesIT {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final int MOST_LINES = 150;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"sqlite3, sqlite3.h, libsqlite3-dev, sqlite.Main", "zlib, zlib.h, zlib1g-dev, zlib.Main",
            "libcurl, curl/curl.h, libcurl4-openssl-dev, curl.Main"})
    void it_prints_what_its_readme_shows(String name, String header, String debian, String mainClass)
            throws IOException {
        requireInstalled(header, debian);
        Path project = folder.resolve(name);
        Commands.copy(EXAMPLES.resolve(name), project);

        Commands.Result result = Maven.newest().compile(project);

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(Commands.java(project, mainClass)).isEqualTo(shown(EXAMPLES.resolve(name).resolve("README.md")));
    }

    @ParameterizedTest
    @CsvSource({"sqlite3", "zlib", "libcurl"})
    void its_code_is_short(String name) throws IOException {
        try (Stream<Path> sources = Files.walk(EXAMPLES.resolve(name).resolve("src"))) {
            long lines = sources.filter(Files::isRegularFile).mapToLong(ExamplesIT::lines).sum();
            assertThat(lines).isBetween(1L, (long) MOST_LINES);
        }
    }

    private static long lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The last block of a README is what the program prints. */
    private static String shown(Path readme) throws IOException {
        String text = Files.readString(readme);
        int end = text.lastIndexOf("```");
        int start = text.lastIndexOf("```\n", end - 1) + "```\n".length();
        return text.substring(start, end);
    }

    private static void requireInstalled(String header, String debian) {
        boolean installed = Stream.of("/usr/include", "/usr/include/x86_64-linux-gnu", "/usr/include/aarch64-linux-gnu",
                "/usr/local/include").anyMatch(directory -> Files.exists(Path.of(directory, header)));
        String missing = "NOT TESTED: %s is not installed (Debian's package is %s)".formatted(header, debian);
        if (!installed && Boolean.getBoolean("ffigen.require.libraries")) {
            Assertions.fail(missing);
        }
        Assumptions.assumeTrue(installed, missing);
    }
}
