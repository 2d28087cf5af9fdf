package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shims of headers that use names and types to their own liking: gcc compiles them, and they give what C gives. */
class ShimProgramsTest {

    @TempDir
    Path temp;

    @Test
    void a_bool_of_the_headers_own_is_what_the_headers_say() throws Exception {
        generate("""
                typedef int bool;
                static inline bool twice(bool b) { return b * 2; }
                static inline long double sum(bool b, long double x) { return b + x; }
                static inline bool first(bool *row) { return *row; }
                static inline _Bool not(_Bool b) { return !b; }
                """);

        assertThat(shims()).contains("FFIGEN_SHIM _Bool ffigen_a_not(_Bool ffigen_1);");
        assertThat(gives("""
                long double half = 0.5L, sum;
                bool row[] = {7};
                ffigen_a_sum(&sum, 256, &half);
                printf("%d %d %d, %Lg, %d, %d", ffigen_a_twice(5), ffigen_a_twice(1), ffigen_a_twice(256), sum,
                    ffigen_a_first(row), ffigen_a_not(256));
                """)).isEqualTo("10 2 512, 256.5, 7, 0");
    }

    @Test
    void a_bool_that_is_an_enum_keeps_its_values() throws Exception {
        generate("""
                typedef enum { false, true, maybe } bool;
                static inline bool next(bool b) { return b + 1; }
                """);

        assertThat(gives("printf(\"%d\", ffigen_a_next(true) == maybe);")).isEqualTo("1");
    }

    @Test
    void names_of_the_c_library_are_free_for_headers_that_do_not_include_it() throws Exception {
        generate("""
                typedef int locale_t;
                typedef char *va_list;
                typedef struct { long double x; } max_align_t;
                static inline int strsep(int a) { return a; }
                static inline int strsignal(int a, int b) { return a + b; }
                static inline max_align_t largest(locale_t l) { return (max_align_t){l}; }
                static inline va_list second(va_list list) { return list + 1; }
                """);

        assertThat(gives("""
                max_align_t m;
                ffigen_a_largest(&m, 3);
                printf("%d %d %Lg %s", ffigen_a_strsep(5), ffigen_a_strsignal(1, 2), m.x, ffigen_a_second("ab"));
                """)).isEqualTo("5 3 3 b");
        assertThat(Files.readString(temp.resolve("out/a/ALibrary.java")))
                .contains("BytePtr second(@Nullable BytePtr list)");
    }

    @Test
    void a_list_of_arguments_needs_no_header_either() throws Exception {
        generate("static inline int next(__builtin_va_list list) { return __builtin_va_arg(list, int); }\n");

        assertThat(gives("printf(\"%d\", forward(0, 42));", """
                static int forward(int n, ...) {
                    __builtin_va_list list;
                    __builtin_va_start(list, n);
                    int next = ffigen_a_next(list);
                    __builtin_va_end(list);
                    return next;
                }
                """)).isEqualTo("42");
    }

    @Test
    void what_is_only_declared_and_what_needs_that_has_no_shim() throws Exception {
        CommandRun run = generate("""
                static inline int undef1(int);
                static int undef2(int);
                inline int undef3(int);
                static int undef4(int, ...);
                static inline int needs(int x) { return x ? undef2(x) : 0; }
                static inline int odd(int x);
                static inline int even(int x) { return x ? odd(x - 1) : 1; }
                static inline int odd(int x) { return x ? even(x - 1) : needs(x); }
                #define CALL() undef2(1)
                static inline int later(int x);
                static inline int later(int x) { return x + 1; }
                static inline int other(int x) { return x + 2; }
                static int also(int x) __attribute__((alias("other")));
                static int outside(int x) __attribute__((weakref("abs")));
                int in_library(int x);
                static inline int calls_library(int x) { return in_library(x); }
                """);

        for (String gone : List.of("undef1", "undef2", "undef3", "needs", "odd", "even", "CALL")) {
            assertThat(run.err()).contains("skipped function " + gone + " (undefined-function)");
            assertThat(shims()).doesNotContain("_" + gone + "(");
        }
        assertThat(run.err()).contains("skipped function undef4 (inline-variadic-function)");
        assertThat(prints("printf(\"%d %d %d %d %d\", ffigen_a_later(1), ffigen_a_other(1), ffigen_a_also(1),"
                + " ffigen_a_outside(-4), ffigen_a_calls_library(5));", """
                        int in_library(int x) { return -x; }
                        """)).isEqualTo("2 3 3 4 -5");
        assertThat(CommandRun.in(temp, "--manifest-in", "out/a.ffigen.json", "--out", "again", "--shims", "shims.c")
                .exit()).isEqualTo(ExitCode.OK);
        assertThat(shims()).as("from the manifest").contains("ffigen_a_later(").doesNotContain("ffigen_a_undef");
    }

    @Test
    void a_record_with_const_members_is_written_to_its_place() throws Exception {
        generate("""
                typedef struct { const long double x; } wide;
                typedef struct __attribute__((packed)) { char c; const int i; } tight;
                typedef struct { wide inner[2]; volatile int n; } nested;
                typedef const volatile struct { wide x; } fixed;
                static inline wide of_wide(wide a) { return a; }
                static inline tight of_tight(tight a) { return a; }
                static inline nested of_nested(nested a) { return a; }
                #pragma GCC diagnostic ignored "-Wignored-qualifiers"
                static inline fixed of_fixed(wide a) { return (fixed){a}; }
                #define WIDE() ((wide){3})
                """);

        assertThat(gives("""
                wide a = {1.5L}, b = {0}, d = {0};
                tight t = {'t', 4}, u = {0, 0};
                nested n = {{{1}, {2}}, 3}, o = {{{0}, {0}}, 0};
                fixed f = {{0}};
                ffigen_a_of_wide(&b, &a);
                ffigen_a_of_tight(&u, &t);
                ffigen_a_of_nested(&o, &n);
                ffigen_a_of_fixed((void *) &f, &a);
                ffigen_a_WIDE(&d);
                printf("%Lg, %c%d, %Lg%d, %Lg, %Lg", b.x, u.c, u.i, o.inner[1].x, o.n, f.x.x, d.x);
                """)).isEqualTo("1.5, t4, 23, 1.5, 3");
    }

    private CommandRun generate(String header) throws IOException {
        Files.writeString(temp.resolve("a.h"), header);
        CommandRun run = CommandRun.in(temp, "--header", "a.h", "--out", "out", "--shims", "shims.c", "--verbose");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).doesNotContain("warning");
        return run;
    }

    private String shims() throws IOException {
        return Files.readString(temp.resolve("shims.c"));
    }

    private String gives(String statements) throws Exception {
        return gives(statements, "");
    }

    /** What a program prints that calls the shims, which compile without a warning. */
    private String gives(String statements, String functions) throws Exception {
        assertThat(output("gcc", "-c", "-O2", "-Wall", "-Wextra", "-Werror", "-I.", "shims.c")).isEmpty();
        return prints(statements, functions);
    }

    private String prints(String statements, String functions) throws Exception {
        Files.writeString(temp.resolve("main.c"), "#include \"shims.c\"\nint printf(const char *, ...);\n" + functions
                + "int main(void) {\n" + statements + "return 0;\n}\n");
        assertThat(output("gcc", "-w", "-O2", "-I.", "main.c", "-o", "main")).isEmpty();
        return output("./main");
    }

    private String output(String... words) throws Exception {
        Process process = new ProcessBuilder(words)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return text;
    }
}
