package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be called through a shim is skipped and has none: the C that is written compiles. */
class ShimsTest {

    @TempDir
    Path temp;

    @Test
    void what_needs_more_than_a_pointer_to_an_excluded_record_has_no_shim() throws Exception {
        String header = """
                typedef struct { int x, y; } pt;
                struct tagged { int z; };
                #define S_NOW() ((pt){1, 2})
                static inline pt s_make(int x) { return (pt){x, 1}; }
                static inline int s_call(int (*cb)(struct tagged t)) { return cb((struct tagged){1}); }
                static inline int s_get(pt *p) { return p->x; }
                long double s_wide(long double x, pt p);
                extern _Thread_local pt s_mine;
                int f(pt *p, struct tagged *t);
                """;

        CommandRun run = run(header, "--exclude", "struct:pt", "--exclude", "struct:tagged");

        assertThat(run.err()).doesNotContain("warning")
                .contains("skipped function S_NOW (excluded-type)",
                        "skipped function s_make (excluded-type)", "skipped function s_call (excluded-type)",
                        "skipped function s_wide (excluded-type)", "skipped variable s_mine (excluded-type)");
        assertThat(shims()).contains("FFIGEN_SHIM int ffigen_a_s_get(pt *ffigen_1);")
                .doesNotContain("S_NOW", "s_make", "s_call", "s_wide", "s_mine");
        assertThat(gccSays()).isEmpty();
    }

    @Test
    void a_macro_that_gives_the_address_of_a_compound_literal_has_no_shim() throws Exception {
        String header = """
                typedef struct { int a; const char *p; int row[3]; } opts;
                opts *open_with(opts *o);
                #define DEFAULTS() (&(opts){ 5 })
                #define CAST() ((void *) &(opts){ 5 })
                #define ARRAY() ((int[]){1, 2, 3})
                #define ELEMENT() (&((int[]){1, 2, 3})[1])
                #define BEHIND() (((int[]){1, 2, 3}) + 1)
                #define MEMBER() (&(opts){ 5 }.a)
                #define ROW() ((&(opts){ 5 })->row)
                #define EITHER() (1 ? (opts *) 0 : &(opts){ 5 })
                #define VALUE() ((opts){ 5, "x", {0} })
                #define TEXT() ((opts){ 5, "x", {0} }.p)
                #define OPEN() open_with(&(opts){ 5, "x", {0} })
                """;

        CommandRun run = run(header);

        for (String gone : List.of("DEFAULTS", "CAST", "ARRAY", "ELEMENT", "BEHIND", "MEMBER", "ROW", "EITHER")) {
            assertThat(run.err()).contains("skipped function " + gone + " (dangling-result)");
            assertThat(shims()).doesNotContain(gone);
        }
        assertThat(shims()).contains("return VALUE();", "return TEXT();", "return OPEN();");
        assertThat(gccSays()).isEmpty();
        assertThat(CommandRun.in(temp, "--manifest-in", "out/a.ffigen.json", "--out", "again", "--shims", "shims.c")
                .exit()).isEqualTo(ExitCode.OK);
        assertThat(shims()).as("from the manifest").contains("return VALUE();").doesNotContain("DEFAULTS");
        assertThat(Files.readString(temp.resolve("again/a/ALibrary.java")))
                .isEqualTo(Files.readString(temp.resolve("out/a/ALibrary.java")));
    }

    @Test
    void nothing_is_bound_through_a_shim_that_does_not_compile() throws Exception {
        CommandRun run = run("""
                static inline int away(int x) __attribute__((unavailable("gone")));
                static inline int away(int x) { return x; }
                static inline int twice(int x) { return 2 * x; }
                """, "--", "-Werror");

        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("warning[FFI0004]: away is not bound, as its shim does not compile: ", "gone",
                "skipped function away (shim-not-compiled)").doesNotContain("inline-function");
        assertThat(shims()).contains("(twice)(ffigen_1)").doesNotContain("away");
        assertThat(Files.readString(temp.resolve("out/a/ALibrary.java"))).contains("int twice(").doesNotContain("away");
        assertThat(gccSays()).isEmpty();
    }

    @Test
    void functions_that_only_clang_tells_apart_are_skipped() throws Exception {
        CommandRun run = run("""
                static inline __attribute__((overloadable)) int one(int x) { return x; }
                static inline __attribute__((overloadable)) double one(double x) { return x; }
                int two(int x) __attribute__((overloadable));
                int labelled(int x) __asm__("_ZN1a1bEi");
                """);

        assertThat(run.err()).contains("skipped function one (overloaded-function)",
                "skipped function two (overloaded-function)");
        assertThat(run.out()).contains("bound 1 function;", "skipped 2 ");
    }

    @Test
    void a_file_that_is_not_ours_is_named_with_the_option_that_says_where_it_goes() throws IOException {
        Files.writeString(temp.resolve("shims.c"), "int mine;\n");

        CommandRun run = run("static inline int twice(int x) { return 2 * x; }\n");

        assertThat(run.exit()).isEqualTo(ExitCode.OUTPUT);
        assertThat(run.err()).contains("shims.c exists, and ffigen did not write it\n"
                + "hint: move it away, or choose another place with --shims\n");
    }

    private CommandRun run(String header, String... more) throws IOException {
        Files.writeString(temp.resolve("a.h"), header);
        List<String> arguments = new ArrayList<>(List.of("--header", "a.h", "--out", "out", "--shims", "shims.c",
                "--verbose"));
        arguments.addAll(List.of(more));
        return CommandRun.in(temp, arguments.toArray(String[]::new));
    }

    private String shims() throws IOException {
        return Files.readString(temp.resolve("shims.c"));
    }

    private String gccSays() throws Exception {
        Process gcc = new ProcessBuilder("gcc", "-c", "-fPIC", "-Wall", "-Wextra", "-I.", "shims.c", "-o", "shims.o")
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(gcc.getInputStream().readAllBytes());
        gcc.waitFor();
        return text;
    }
}
