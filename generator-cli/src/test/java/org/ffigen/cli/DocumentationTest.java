package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;

/** The documents say what the program does. */
class DocumentationTest {

    private static final Path DOCS = Path.of("../docs");

    @Test
    void every_diagnostic_code_has_a_section_in_order_and_no_section_lacks_a_code() throws IOException {
        List<String> sections = Files.readAllLines(DOCS.resolve("diagnostics.md"))
                .stream()
                .filter(line -> line.startsWith("## "))
                .toList();

        assertThat(sections).isEqualTo(Arrays.stream(DiagnosticCode.values()).map(code -> "## " + code.id()).toList());
    }

    @Test
    void every_section_names_the_exit_status_of_its_code() throws IOException {
        String text = Files.readString(DOCS.resolve("diagnostics.md"));
        for (DiagnosticCode code : DiagnosticCode.values()) {
            int start = text.indexOf("## " + code.id());
            int end = text.indexOf("\n## ", start);
            assertThat(text.substring(start, end < 0 ? text.length() : end)).as(code.id())
                    .containsAnyOf("Exit status " + status(code) + ".", "A warning");
        }
    }

    @Test
    void the_help_text_is_the_documented_one() throws IOException {
        assertThat(Files.readString(DOCS.resolve("cli.md"))).contains("```\n" + Help.text() + "```\n");
    }

    @Test
    void every_exit_status_is_documented() throws IOException {
        List<String> rows = new ArrayList<>();
        for (ExitCode code : ExitCode.values()) {
            rows.add("| %d | %s |".formatted(code.status(), code.meaning()));
        }
        assertThat(Files.readString(DOCS.resolve("cli.md"))).contains(String.join("\n", rows) + "\n");
    }

    private static int status(DiagnosticCode code) {
        return ExitCode.of(List.of(Diagnostic.error(code, "", ""))).status();
    }
}
