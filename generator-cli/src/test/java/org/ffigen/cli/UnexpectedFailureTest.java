package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnexpectedFailureTest {

    @TempDir
    Path folder;

    @Test
    void a_bug_ends_with_its_own_status_and_says_what_to_report() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream broken = new PrintStream(new ByteArrayOutputStream()) {
            @Override
            public void println(String line) {
                throw new IllegalStateException("broken");
            }
        };

        ExitCode exit = new GenerateCommand(broken, new PrintStream(err), folder, Map.of()).run(List.of("--version"));

        assertThat(exit).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString()).contains("error[FFI0016]: java.lang.IllegalStateException: broken", "report it");
    }
}
