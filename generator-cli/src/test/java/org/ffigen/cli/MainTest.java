package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process has: a standard output that fails, and arguments in the encoding of a locale. */
@EnabledOnOs(OS.LINUX)
class MainTest {

    private static final String LOST = "ffigen: error[FFI0007]: cannot write to standard output: ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--help > /dev/full", "--version >&-", "--header a.h --list > /dev/full",
            "--header a.h --list --format json > /dev/full", "--header a.h --list >&-",
            "--header a.h --out gen --format json > /dev/full"})
    void an_answer_that_cannot_be_written_is_an_error(String arguments) throws Exception {
        header("int f(void);\n");

        FakeApp.Run run = run(arguments);

        assertThat(run.err()).startsWith(LOST);
        assertThat(run.status()).isEqualTo(ExitCode.OUTPUT.status());
    }

    @Test
    void a_run_that_fails_keeps_its_status_when_its_answer_is_lost() throws Exception {
        FakeApp.Run run = run("--header missing.h --out gen --format json > /dev/full");

        assertThat(run.err()).startsWith(LOST);
        assertThat(run.status()).isEqualTo(ExitCode.INPUT.status());
    }

    @Test
    void an_argument_that_the_locale_cannot_decode_is_refused() throws Exception {
        header("#define T X\nint f(void);\n");

        FakeApp.Run run = run("--header a.h --out gen -D \"X=\\\"$(printf '\\303\\251')\\\"\"");

        assertThat(run.err()).contains("error[FFI0013]: 'X=\"??\"' has letters that the locale's encoding ",
                "hint: set LC_ALL=C.UTF-8");
        assertThat(run.status()).isEqualTo(ExitCode.USAGE.status());
        assertThat(folder.resolve("gen")).doesNotExist();
    }

    /** Runs the command in a shell, with {@code LC_ALL=C}. */
    private FakeApp.Run run(String arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c",
                "exec \"$JAVA\" --enable-native-access=ALL-UNNAMED -cp \"$CLASS_PATH\" org.ffigen.cli.Main "
                        + arguments)
                .directory(folder.toFile());
        builder.environment().put("JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
        builder.environment().put("CLASS_PATH", System.getProperty("java.class.path"));
        builder.environment().put("LC_ALL", "C");
        Path err = folder.resolve("err.txt");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes());
        return new FakeApp.Run(process.waitFor(), out, Files.readString(err));
    }

    private void header(String text) throws IOException {
        Files.writeString(folder.resolve("a.h"), text);
    }
}
