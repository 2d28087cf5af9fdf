package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {

    @Test
    void shows_place_line_caret_and_hint() {
        assertThat(text(new Diagnostic.Place("include/a.h", 3, 9, "int add(intt a);"), "did you mean int?"))
                .isEqualTo("""
                        include/a.h:3:9: error[FFI0003]: unknown type
                        int add(intt a);
                                ^
                        hint: did you mean int?
                        """);
    }

    @Test
    void the_caret_stands_right_after_tabs() {
        assertThat(text(new Diagnostic.Place("a.h", 1, 3, "\tab"), "")).contains("\n\tab\n\t ^\n");
    }

    @Test
    void a_column_past_the_end_points_to_the_end() {
        assertThat(text(new Diagnostic.Place("a.h", 1, 90, "ab"), "")).contains("\nab\n  ^\n");
    }

    @Test
    void a_header_cannot_send_the_terminal_commands() {
        assertThat(text(new Diagnostic.Place("a\u001b[2J.h", 1, 8, "int \u001b[31m\tx\u0007;"), "\u009b31m"))
                .isEqualTo("a\uFFFD[2J.h:1:8: error[FFI0003]: unknown type\nint \uFFFD[31m\tx\uFFFD;\n       ^\n"
                        + "hint: \uFFFD31m\n");
    }

    @Test
    void leaves_out_what_is_not_known() {
        assertThat(text(new Diagnostic.Place("a.h", 0, 0, ""), ""))
                .isEqualTo("a.h: error[FFI0003]: unknown type\n");
        assertThat(DiagnosticText.of(Diagnostic.error(DiagnosticCode.INVALID_OPTION, "no", "yes")))
                .isEqualTo("ffigen: error[FFI0013]: no\nhint: yes\n");
    }

    private static String text(Diagnostic.Place place, String hint) {
        return DiagnosticText.of(new Diagnostic(DiagnosticCode.C_SYNTAX, Diagnostic.Severity.ERROR, "unknown type",
                Optional.of(place), Optional.of(hint).filter(h -> !h.isEmpty())));
    }
}
