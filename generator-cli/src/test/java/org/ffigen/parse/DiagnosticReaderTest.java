package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.Diagnostic.Place;
import org.ffigen.diagnostic.Diagnostic.Severity;
import org.ffigen.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the headers, and where. */
class DiagnosticReaderTest {

    @TempDir
    Path temp;
    HeaderFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new HeaderFolder(temp);
    }

    @Test
    void a_header_that_is_nowhere_names_the_places() {
        Diagnostic problem = only(folder.problems("no/such.h", "-Isome/where"));

        assertThat(problem.code()).isEqualTo(DiagnosticCode.HEADER_NOT_FOUND);
        assertThat(problem.message()).isEqualTo("cannot find the header no/such.h");
        assertThat(problem.hint()).hasValueSatisfying(hint -> assertThat(hint)
                .contains(temp.toString(), temp.resolve("some/where").toString(), "/usr/include", "-I"));
    }

    @Test
    void a_folder_is_no_header() {
        folder.with("dir/a.h", "");

        assertThat(only(folder.problems("dir")).code()).isEqualTo(DiagnosticCode.HEADER_NOT_FOUND);
    }

    @Test
    void a_missing_include_is_all_that_is_reported() {
        folder.with("a.h", "#include \"missing.h\"\nmissing_t f(void);\n");

        Diagnostic problem = only(folder.problems("a.h"));

        assertThat(problem.code()).isEqualTo(DiagnosticCode.INCLUDE_NOT_FOUND);
        assertThat(problem.message()).isEqualTo("cannot find the included file missing.h");
        assertThat(problem.place()).contains(new Place("a.h", 1, 10, "#include \"missing.h\""));
    }

    @Test
    void a_missing_file_that_an_argument_includes_has_no_place() {
        folder.with("a.h", "int f(void);\n").with("b.h", "");

        for (String option : List.of("-include", "-imacros")) {
            Diagnostic problem = only(folder.problems("a.h", "-include", "b.h", option, "missing.h"));

            assertThat(problem.code()).isEqualTo(DiagnosticCode.INCLUDE_NOT_FOUND);
            assertThat(problem.message()).isEqualTo("cannot find the included file missing.h");
            assertThat(problem.place()).isEmpty();
        }
    }

    @Test
    void every_syntax_error_has_its_line_and_a_column_in_characters() {
        folder.with("dir/bad.h", "int ok(void);\r\nint bad(int x { };\r\n\tint t\u00e9st(foo x);\r\n");

        List<Diagnostic> problems = folder.problems("dir/bad.h");

        assertThat(problems).extracting(Diagnostic::code).containsOnly(DiagnosticCode.C_SYNTAX);
        assertThat(problems).extracting(p -> p.place().orElseThrow())
                .containsExactly(
                        new Place("dir/bad.h", 2, 15, "int bad(int x { };"),
                        new Place("dir/bad.h", 3, 11, "\tint t\u00e9st(foo x);"));
        assertThat(problems.getLast().message()).isEqualTo("unknown type name 'foo'");
    }

    @Test
    void an_error_in_what_a_type_is_chosen_by_is_reported() {
        folder.with("bad.h", "enum e { A = _Generic(*3, int: 1, default: 2) };\n");

        Diagnostic problem = only(folder.problems("bad.h"));

        assertThat(problem.message()).isEqualTo("indirection requires pointer operand ('int' invalid)");
        assertThat(problem.place()).contains(
                new Place("bad.h", 1, 23, "enum e { A = _Generic(*3, int: 1, default: 2) };"));
    }

    @Test
    void errors_do_not_stop_at_twenty() {
        folder.with("bad.h", "int f(nope x);\n".repeat(30));

        assertThat(folder.problems("bad.h")).hasSize(30);
    }

    @Test
    void an_error_in_an_included_file_is_reported_there() {
        folder.with("a.h", "#include \"inc/b.h\"\n").with("inc/b.h", "int f(nope x);\n");

        assertThat(only(folder.problems("a.h")).place()).contains(new Place("inc/b.h", 1, 7, "int f(nope x);"));
    }

    @Test
    void an_argument_that_clang_does_not_know() {
        folder.with("a.h", "int f(void);\n");

        Diagnostic problem = only(folder.problems("a.h", "-fno-such-thing"));

        assertThat(problem.code()).isEqualTo(DiagnosticCode.INVALID_OPTION);
        assertThat(problem.message()).isEqualTo("unknown argument: '-fno-such-thing'");
        assertThat(problem.place()).isEmpty();
    }

    @Test
    void warnings_about_own_headers_are_passed_on_and_stop_nothing() {
        folder.with("a.h", "#include <theirs.h>\nstruct { int unused; };\n")
                .with("sys/theirs.h", "struct { int unused; };\n");

        Diagnostic problem = only(folder.problems("a.h", "-isystem" + folder.path("sys")));

        assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        assertThat(problem.code()).isEqualTo(DiagnosticCode.C_WARNING);
        assertThat(problem.place()).hasValueSatisfying(p -> assertThat(p.file()).isEqualTo("a.h"));
    }

    private static Diagnostic only(List<Diagnostic> problems) {
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }
}
