package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C that stands in the config: what is wrong with it is said where it stands. */
class WrittenFunctionsTest {

    @TempDir
    Path temp;

    @Test
    void c_that_does_not_compile_is_shown_at_its_place() throws IOException {
        assertThat(errors("macros:\n  - int MAX(int a, nothing b)\n"))
                .contains("FFI0019", "config.yaml:2:5: ", "unknown type name 'nothing'");
    }

    @Test
    void a_prototype_names_a_macro_that_is_there() throws IOException {
        assertThat(errors("macros:\n  - int MIN(int a, int b)\n"))
                .contains("config.yaml:2:5: ", "the headers define no macro MIN");
    }

    @Test
    void a_prototype_that_the_macro_does_not_fit_is_refused_where_shims_are_written() throws IOException {
        assertThat(errors("macros:\n  - int MAX(struct s a, int b)\n", "--shims", "shims.c"))
                .contains("config.yaml:2:5: error[FFI0019]: this does not fit MAX: invalid operands",
                        "  - int MAX(struct s a, int b)");
        assertThat(temp.resolve("shims.c")).doesNotExist();
    }

    @Test
    void a_prototype_of_a_macro_that_hides_a_function_is_refused_with_the_way_out() throws IOException {
        Files.writeString(temp.resolve("c.h"), """
                int length(const char *s);
                #define length(s) ((length)(s) + 1000)
                int sum(int a, int b);
                #define sum(a) sum(a, 1)
                """);
        Files.writeString(temp.resolve("own.h"), """
                #include "c.h"
                #define length_macro(s) length(s)
                #define sum_one(a) sum(a)
                """);
        Files.writeString(temp.resolve("bad.yaml"), "macros: [\"int length(const char *s)\", \"int sum(int a)\"]\n");
        Files.writeString(temp.resolve("good.yaml"),
                "macros: [\"int length_macro(const char *s)\", \"int sum_one(int a)\"]\n");

        CommandRun bad = CommandRun.in(temp, "--header", "c.h", "--out", "out", "--config", "bad.yaml", "--shims",
                "shims.c");
        CommandRun without = CommandRun.in(temp, "--header", "c.h", "--out", "out", "--verbose");
        CommandRun good = CommandRun.in(temp, "--header", "own.h", "--out", "out", "--config", "good.yaml", "--shims",
                "shims.c");

        String wayOut = "in a header of your own, define a macro of another name that uses it";
        assertThat(bad.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(bad.err()).contains("bad.yaml:1:10: error[FFI0019]: length is a function too, and that is bound",
                "bad.yaml:1:39: error[FFI0019]: sum is a function too, and that is bound", "hint: " + wayOut)
                .doesNotContain("conflicting types");
        assertThat(without.err()).contains("skipped macro sum (function-like-macro): c.h:4:9; the function of its name"
                + " is bound, and not this macro: " + wayOut);
        assertThat(good.exit()).as(good.err()).isEqualTo(ExitCode.OK);
        assertThat(good.out()).contains("bound 4 functions");
        assertThat(Files.readString(temp.resolve("shims.c"))).contains("length_macro(ffigen_1)", "sum_one(ffigen_1)");
    }

    @Test
    void a_prototype_has_its_name_wherever_c_has_it() throws IOException {
        CommandRun run = shims("""
                struct s { int (*cb)(int); int arr[4]; };
                #define GETCB(o) ((o)->cb)
                #define GETTOO(o) ((o)->cb)
                #define GETARR(o) (&(o)->arr)
                #define TWICE(x) ((x) + (x))
                #define THRICE(x) (TWICE(x) + (x))
                """, "int (*GETCB(struct s *o))(int)", "__typeof__(int(*)(int)) GETTOO(struct s *o)",
                "int (*GETARR(struct s *o))[4]", "int __attribute__((noinline)) TWICE(int x)", "int (THRICE)(int x)");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("bound 5 functions");
        assertThat(Files.readString(temp.resolve("shims.c"))).contains("return GETCB(ffigen_1);",
                "return GETTOO(ffigen_1);", "return GETARR(ffigen_1);", "return TWICE(ffigen_1);",
                "return THRICE(ffigen_1);");
        assertThat(gccSays()).isEmpty();
    }

    @Test
    void a_body_behind_a_prototype_is_refused() throws IOException {
        assertThat(shims("#define TWICE(x) ((x) + (x))\n", "int TWICE(int x) { return 1; }").err())
                .contains("config.yaml:1:10: error[FFI0019]: this is more than one prototype", "without a body");
    }

    @Test
    void a_macro_takes_nothing_if_its_prototype_says_nothing() throws IOException {
        CommandRun run = shims("#define NOARG() 42\n", "int NOARG()");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(library()).contains("int noarg()").doesNotContain("Object...");
        assertThat(Files.readString(temp.resolve("shims.c"))).contains("NOARG(void)", "return NOARG();");
    }

    @Test
    void a_macro_with_variable_arguments_has_typed_instances_and_says_why_no_more() throws IOException {
        String header = "#include <stdio.h>\n#define VARG(fmt, ...) printf(fmt, __VA_ARGS__)\n";

        CommandRun general = shims(header, "int VARG(const char *fmt, ...)");
        Files.writeString(temp.resolve("config.yaml"), """
                macros: ["int VARG(const char *fmt, ...)"]
                functions: {VARG: {variadic: {vargInt: [int], vargText: ["const char *", double]}}}
                """);
        CommandRun typed = CommandRun.in(temp, "--header", "b.h", "--out", "out", "--config", "config.yaml", "--shims",
                "shims.c");

        assertThat(general.err()).contains("skipped function VARG (variadic-macro): b.h:2:9; a shim cannot pass");
        assertThat(typed.exit()).as(typed.err()).isEqualTo(ExitCode.OK);
        assertThat(library()).contains("int vargInt(@Nullable String fmt, int ",
                "int vargText(@Nullable String fmt, @Nullable String ")
                .doesNotContain("varg(");
        assertThat(Files.readString(temp.resolve("shims.c"))).contains("return VARG(ffigen_1, ffigen_2);",
                "return VARG(ffigen_1, ffigen_2, ffigen_3);");
        assertThat(gccSays()).isEmpty();
    }

    @Test
    void an_expression_is_a_function_that_takes_nothing() throws IOException {
        String header = """
                struct comm;
                typedef struct comm *Comm;
                extern struct world { char pad[64]; } world;
                #define COMM_WORLD ((Comm) ((void *) &(world)))
                extern long NATIVE_INT_g;
                void open_it(void);
                #define NATIVE_INT (open_it(), NATIVE_INT_g)
                int *loc(void);
                #define ERRNO (*loc())
                #define CALL loc()
                """;
        CommandRun without = shims(header);
        CommandRun run = shims(header, "Comm COMM_WORLD(void)", "long NATIVE_INT()", "int ERRNO(void)",
                "int *CALL(void)");

        for (String name : List.of("COMM_WORLD", "NATIVE_INT", "ERRNO", "CALL")) {
            assertThat(without.err()).contains("skipped macro " + name + " (macro-expression)");
        }
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("skipped nothing");
        assertThat(library()).contains("long nativeINT()", "int errno()", "IntPtr call()", "Comm commWORLD()");
        assertThat(Files.readString(temp.resolve("shims.c"))).contains("return COMM_WORLD;", "return NATIVE_INT;",
                "return ERRNO;", "return CALL;");
        assertThat(gccSays()).isEmpty();
        String java = library();
        assertThat(CommandRun.in(temp, "--manifest-in", "out/b.ffigen.json", "--out", "out", "--shims", "shims.c")
                .exit()).isEqualTo(ExitCode.OK);
        assertThat(library()).as("from the manifest").isEqualTo(java);
    }

    @Test
    void an_expression_takes_nothing_and_another_name_is_no_expression() throws IOException {
        String header = "int *loc(void);\n#define CALL loc()\n#define other loc\n";

        assertThat(shims(header, "int *CALL(int x)").err())
                .contains("config.yaml:1:10: error[FFI0019]: the macro CALL has no parameters", "CALL(void)");
        assertThat(shims(header, "int *other(void)").err())
                .contains("error[FFI0019]: other is another name of what the headers declare");
    }

    private CommandRun shims(String header, String... prototypes) throws IOException {
        Files.writeString(temp.resolve("b.h"), header);
        Files.writeString(temp.resolve("config.yaml"), Stream.of(prototypes)
                .map(prototype -> '"' + prototype + '"')
                .collect(Collectors.joining(", ", "macros: [", "]\n")));
        return CommandRun.in(temp, "--header", "b.h", "--out", "out", "--config", "config.yaml", "--shims", "shims.c",
                "--verbose");
    }

    private String library() throws IOException {
        return Files.readString(temp.resolve("out/b/BLibrary.java"));
    }

    /** What it has against the shims. */
    private String gccSays() throws IOException {
        Process gcc = new ProcessBuilder("gcc", "-Wall", "-Wextra", "-fsyntax-only", "-I.", "shims.c")
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void what_a_compiler_would_warn_of_is_a_warning() throws IOException {
        Files.writeString(temp.resolve("b.h"), "#define FIRST(p) (*(p))\n");
        Files.writeString(temp.resolve("config.yaml"), "macros: [\"int *FIRST(long *p)\"]\n");

        CommandRun run = CommandRun.in(temp, "--header", "b.h", "--out", "out", "--config", "config.yaml", "--shims",
                "shims.c");

        assertThat(run.err()).contains("config.yaml:1:10: ", "this does not fit FIRST: ", "integer to pointer");
    }

    @Test
    void a_type_that_c_never_passes_is_refused_with_the_one_it_becomes() throws IOException {
        assertThat(errors("functions:\n  say:\n    variadic:\n      sayFloat: [float]\n"))
                .contains("config.yaml:4:18: ", "C passes no float as a variadic argument",
                        "it becomes double: write that");
        assertThat(errors("functions:\n  say:\n    variadic:\n      sayChar: [tiny]\n"))
                .contains("it becomes int: write that");
    }

    @Test
    void only_a_variadic_function_has_instances() throws IOException {
        assertThat(errors("functions:\n  plain:\n    variadic:\n      plainInt: [int]\n"))
                .contains("config.yaml:2:3: ", "the headers declare no variadic function plain");
    }

    @Test
    void typed_methods_are_selected_as_their_function_is_and_by_their_own_names() throws IOException {
        Files.writeString(temp.resolve("h.h"), "int h_log(const char *f, ...);\nint other(void);\n");
        Files.writeString(temp.resolve("config.yaml"), """
                functions:
                  h_log: {variadic: {logInt: [int], h_log_text: ["const char *"]}}
                """);

        assertThat(list("--include", "h_*")).contains("h_log       h.h:1  bound", "h_log_text  h.h:1  bound",
                "logInt      h.h:1  bound", "other       h.h:2  not-included");
        assertThat(list("--include", "function:h_log")).contains("logInt      h.h:1  bound",
                "h_log_text  h.h:1  bound");
        assertThat(list("--exclude", "h_log")).contains("h_log       h.h:1  excluded",
                "h_log_text  h.h:1  excluded", "logInt      h.h:1  excluded", "other       h.h:2  bound");
        assertThat(list("--include", "logInt")).contains("h_log       h.h:1  not-included", "logInt      h.h:1  bound");
        assertThat(list("--exclude", "logInt")).contains("h_log       h.h:1  bound", "h_log_text  h.h:1  bound",
                "logInt      h.h:1  excluded");
    }

    @Test
    void a_variadic_function_of_a_system_header_has_instances_under_the_name_that_a_macro_gives_it()
            throws IOException {
        Files.writeString(temp.resolve("h.h"), "#include <fcntl.h>\n#define h_open open\n");
        Files.writeString(temp.resolve("config.yaml"),
                "functions:\n  h_open: {variadic: {openMode: [unsigned int]}}\n");

        assertThat(list()).contains("h_open    h.h:2  bound as hOpen", "openMode  h.h:2  bound as openMode");
    }

    private String list(String... rules) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--header", "h.h", "--config", "config.yaml", "--list"));
        arguments.addAll(List.of(rules));
        return CommandRun.in(temp, arguments.toArray(String[]::new)).out();
    }

    @Test
    void rules_of_an_inline_variadic_function_are_those_of_its_typed_methods() throws IOException {
        Files.writeString(temp.resolve("h.h"), "static inline int lg(int n, ...) { return n; }\n");
        Files.writeString(temp.resolve("config.yaml"),
                "functions:\n  lg: {errno: negative, variadic: {lg2: [int, int]}}\n");

        CommandRun shims = CommandRun.in(temp, "--header", "h.h", "--out", "out", "--config", "config.yaml", "--shims",
                "shims.c");
        CommandRun without = CommandRun.in(temp, "--header", "h.h", "--out", "other", "--config", "config.yaml");

        assertThat(shims.exit()).as(shims.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(temp.resolve("out/h/HLibrary.java")))
                .contains("throw SHIMS.systemError(\"lg\", callState);");
        assertThat(without.err()).contains("error[FFI0021]: functions: no function lg is bound");
    }

    @Test
    void what_is_called_through_a_shim_goes_by_its_name_in_c() throws IOException {
        Files.writeString(temp.resolve("h.h"), """
                struct __attribute__((packed)) pk { char c; int i; };
                struct pk n_pk(int a) __asm__("the_label");
                #define N_FAIL(e) (-(e))
                """);
        Files.writeString(temp.resolve("config.yaml"), """
                macros: [int N_FAIL(int e)]
                functions: {n_pk: {nonblocking: true}, N_FAIL: {errno: negative}}
                """);

        CommandRun run = CommandRun.in(temp, "--header", "h.h", "--out", "out", "--config", "config.yaml", "--shims",
                "shims.c");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(temp.resolve("out/h/HLibrary.java"))).contains("SHIMS.nonblocking(\"n_pk\", ",
                "SHIMS.systemError(\"N_FAIL\", ", "SHIMS.function(\"ffigen_h_n_pk\")");
    }

    @Test
    void parameters_are_counted_as_in_the_header_where_a_shim_writes_the_result() throws IOException {
        Files.writeString(temp.resolve("h.h"), """
                long double f(int *a, int *b);
                __int128 g(__int128, long *result);
                """);
        Files.writeString(temp.resolve("config.yaml"), """
                functions:
                  f: {parameters: {"2": out}}
                  g: {parameters: {result: out}}
                rename: {g.1: wide}
                """);
        Files.writeString(temp.resolve("three.yaml"), "functions:\n  f: {parameters: {'3': out}}\n");

        CommandRun run = CommandRun.in(temp, "--header", "h.h", "--out", "out", "--config", "config.yaml", "--shims",
                "shims.c");
        CommandRun three = CommandRun.in(temp, "--header", "h.h", "--out", "other", "--config", "three.yaml", "--shims",
                "shims.c");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(temp.resolve("out/h/HLibrary.java"))).containsPattern(
                "public static int f\\(ValuePtr<Double> \\w+, @Nullable IntPtr a\\) \\{")
                .containsPattern(
                        "public static long g\\(ValuePtr<BigInteger> \\w+,\\s+ValuePtr<BigInteger> wide\\) \\{");
        assertThat(three.err()).contains("error[FFI0023]: functions.f.parameters", "there is no parameter 3");
    }

    @Test
    void a_type_that_nobody_declares_is_told_from_the_others() throws IOException {
        for (String types : List.of("nosuch_t", "int, nosuch_t")) {
            assertThat(errors("functions:\n  say: {variadic: {sayIt: [" + types + "]}}\n")).contains(
                    "config.yaml:2:20: error[FFI0019]: C and the headers do not know all of these types: " + types
                            + "\n");
        }
    }

    @Test
    void an_instance_does_not_take_the_name_of_a_macro() throws IOException {
        assertThat(errors("macros: [\"int MAX(int a, int b)\"]\nfunctions:\n  say: {variadic: {MAX: [int]}}\n"))
                .contains("config.yaml:3:20: ", "there is a function MAX already");
    }

    @Test
    void a_manifest_that_was_made_without_it_cannot_explain_it() throws IOException {
        errors("macros:\n  - int MIN(int a, int b)\n");
        String config = "macros: [\"int MAX(int a, int b)\"]\nfunctions:\n  say: {variadic: {sayInt: [int]}}\n";
        Files.writeString(temp.resolve("config.yaml"), config);
        assertThat(CommandRun.in(temp, "--header", "a.h", "--manifest", "without.json", "--out", "out").exit())
                .isEqualTo(ExitCode.OK);
        assertThat(CommandRun.in(temp, "--header", "a.h", "--config", "config.yaml", "--manifest", "with.json",
                "--out", "other").exit()).isEqualTo(ExitCode.OK);

        CommandRun without = CommandRun.in(temp, "--manifest-in", "without.json", "--config", "config.yaml", "--out",
                "from");
        CommandRun with = CommandRun.in(temp, "--manifest-in", "with.json", "--config", "config.yaml", "--out",
                "from");

        assertThat(without.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(without.err()).contains("config.yaml:1:10: error[FFI0019]: without.json was made without this",
                "config.yaml:3:20: error[FFI0019]: without.json was made without this");
        assertThat(with.exit()).as(with.err()).isEqualTo(ExitCode.OK);
    }

    private String errors(String config, String... more) throws IOException {
        Files.writeString(temp.resolve("a.h"), """
                #define MAX(a, b) ((a) > (b) ? (a) : (b))
                struct s { int x; };
                typedef short tiny;
                void use(tiny *t);
                int say(const char *format, ...);
                int plain(int x);
                """);
        Files.writeString(temp.resolve("config.yaml"), config);
        List<String> arguments = new ArrayList<>(List.of("--header", "a.h", "--out", "out", "--config",
                "config.yaml"));
        arguments.addAll(List.of(more));
        CommandRun run = CommandRun.in(temp, arguments.toArray(String[]::new));
        assertThat(run.exit()).isNotEqualTo(ExitCode.OK);
        return run.err();
    }
}
