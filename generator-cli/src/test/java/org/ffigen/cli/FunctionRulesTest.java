package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules for single functions: one that fits nothing is said where it stands, and nothing is written. */
class FunctionRulesTest {

    private static final String HEADER = """
            struct point { int x, y; };
            unsigned length(const char *text);
            void clear(void);
            int say(const char *format, ...);
            char *copy(int *to, const int *from, void *memory, int n);
            double half(double x);
            _Bool done(void);
            typedef char letters;
            struct jar;
            void jar_close(struct jar *jar);
            void jar_tell(struct jar *jar, int what);
            void jar_fail(struct jar **jar, int error[static 1]);
            void jar_move(struct jar *jar, struct jar *to);
            void jar_must(struct jar *jar, int *error) __attribute__((nonnull(2)));
            void jar_free(struct jar **jar, int *error);
            struct point jar_last(struct jar *jar);
            #define jar_end jar_close
            #define done2 done
            void own_free(void *memory);
            #define my_free own_free
            #define my_copy copy
            void jar_read(struct jar *jar, unsigned char *data, unsigned short size, float f, _Bool *flags, long count);
            void jar_each(struct jar *jar, void (*each)(void *user), void *user, char **names);
            typedef double vec __attribute__((vector_size(16)));
            extern const char *version;
            struct ops { int x; int (*call)(int x); };
            struct many { struct many *next; struct ops *ops[2]; };
            void run(struct ops ops);
            void run_all(const struct many *all);
            struct person { char name[8]; char names[2][4]; };
            extern char title[16];
            void pack(unsigned char **bytes, unsigned *size, float *real, unsigned *more);
            int counted(unsigned char **bytes, unsigned *size);
            double half_counted(unsigned char **bytes);
            void put(const char *text, int n);
            char *image(int *w, int *h);
            typedef double wide __attribute__((aligned(32)));
            void rows(int n, int (*first)[4], int grid[3][4], int four[4], vec *vectors, wide *lanes);
            """;

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "length | errno: negative | 'negative' does not fit the result, which is @Unsigned int in Java",
            "clear | errno: nonzero | 'nonzero' does not fit the result, which is nothing in Java",
            "half | errno: zero | 'zero' does not fit the result, which is double in Java",
            "copy | errno: nonzero | 'nonzero' does not fit the result",
            "length | \"errno: 'null'\" | 'null' does not fit the result",
            "length | errno: sometimes | 'sometimes' is no method",
            "clear | errno: com.acme.Checks.failed | the function gives no result",
            "clear | check: com.acme.Checks.check | the function gives no result",
            "length | errno: int.failed | 'int.failed' is no method",
            "length | check: com.new.Foo.check | 'com.new.Foo.check' is no method",
            "copy | free: title | the variable title points to no function",
            "length | check: check | 'check' is no method",
            "length | check: java.lang.Math.nope | java.lang.Math has no static method nope of one parameter",
            "length | errno: java.lang.Integer.intValue | java.lang.Integer has no static method intValue",
            "copy | \"parameters: {from: out}\" | C can write nothing there",
            "copy | \"parameters: {memory: out}\" | no pointer to one value that Java knows",
            "copy | \"parameters: {n: inout}\" | no pointer to one value that Java knows",
            "copy | \"parameters: {'5': out}\" | there is no parameter 5",
            "copy | \"parameters: {to: away}\" | there is no role 'away'",
            "copy | \"parameters: {to: out, '1': inout}\" | parameter to has two roles, by its name and by its number",
            "copy | \"parameters: {to: out, n: length of to}\" | the parameter has a length, so that it is an array",
            "jar_read | \"parameters: {f: length of data}\" | a length is an integer, or a pointer to one",
            "jar_read | \"parameters: {size: length of data, flags: length of data}\" | a length is an integer, or a pointer to one",
            "jar_read | \"parameters: {count: length of flags}\" | parameter flags is no array in Java",
            "jar_read | \"parameters: {count: length of f}\" | parameter f is no array in Java",
            "rows | \"parameters: {n: length of first}\" | parameter first is no array in Java",
            "rows | \"parameters: {n: length of grid}\" | parameter grid is no array in Java",
            "rows | \"parameters: {n: length of vectors}\" | parameter vectors is no array in Java",
            "rows | \"parameters: {n: length of lanes}\" | parameter lanes is no array in Java",
            "rows | \"parameters: {first: out}\" | no pointer to one value that Java knows",
            "rows | \"parameters: {four: out}\" | no pointer to one value that Java knows",
            "rows | \"parameters: {vectors: out}\" | no pointer to one value that Java knows",
            "jar_read | \"parameters: {count: length of bytes}\" | there is no parameter bytes",
            "jar_read | \"parameters: {count: length of data and bytes}\" | there is no parameter bytes",
            "jar_read | \"parameters: {data: retained}\" | not a text",
            "put | \"parameters: {text: retained, n: length of text}\" | the parameter has a length, so that it is an array",
            "jar_tell | \"parameters: {jar: taken}\" | not a handle",
            "jar_read | \"parameters: {data: strings}\" | not a char **",
            "jar_read | \"parameters: {data: closure of size}\" | not a void * beside a function pointer",
            "jar_each | \"parameters: {user: closure of jar}\" | not a void * beside a function pointer",
            "jar_each | \"parameters: {names: out freed by jar_close}\" | jar_close frees something else",
            "jar_each | \"parameters: {names: out freed by jar_tell}\" | jar_tell has other parameters",
            "copy | \"parameters: {to: out freed by free}\" | C writes no text there",
            "half | free: free | the function gives no text",
            "half | \"parameters: {x: length of result}\" | the function gives no array",
            "copy | \"parameters: {n: length of result}\" | C tells the length of what it gives at a pointer",
            "copy | \"parameters: {from: length of result}\" | C tells the length of what it gives at a pointer",
            "pack | \"parameters: {size: length of bytes, more: length of bytes, bytes: out}\" | another parameter is",
            "image | \"parameters: {w: length of result, h: length of result}\" | another parameter is that length",
            "pack | \"parameters: {result: out}\" | the result cannot be 'out'",
            "pack | \"parameters: {result: length of nothing}\" | there is no parameter nothing",
            "pack | \"parameters: {result: length of bytes}\" | C gives no array at bytes",
            "counted | \"parameters: {size: length of bytes, result: length of bytes, bytes: out}\" | another parameter is",
            "counted | \"{errno: nonzero, parameters: {result: length of bytes, bytes: out}}\" | the result is 0",
            "half_counted | \"parameters: {result: length of bytes, bytes: out}\" | the result is no integer",
            "pack | \"parameters: {size: length of bytes, bytes: inout}\" | parameter bytes is no array in Java",
            "pack | \"parameters: {real: length of bytes, bytes: out freed by free}\" | C tells the length",
            "copy | free: half | half frees something else",
            "half | charset: klingon | there is no charset 'klingon'",
            "half | charset: ISO-8859-1 | half neither takes nor gives a text",
            "jar_read | charset: UTF-16LE | jar_read neither takes nor gives a text",
            "length | charset: UTF-16 | C cannot see where a text in UTF-16 ends",
            "length | charset: x-UTF-16LE-BOM | C cannot see where a text in x-UTF-16LE-BOM ends",
            "length | charset: x-JISAutoDetect | C cannot see where a text in x-JISAutoDetect ends",
            "half | charset: '?' | there is no charset '?'",
            "say | critical: true | not with variable arguments",
            "jar_each | critical: true | not with a callback",
            "run | critical: true | not with the function pointer call of ops",
            "run_all | critical: true | not with the function pointer call of ops",
            "done | \"{critical: true, errno: zero}\" | not with errno",
            "done | \"{critical: true, nonblocking: true}\" | not with critical"})
    void a_rule_that_does_not_fit_is_refused_at_its_place(String function, String rule, String message)
            throws IOException {
        CommandRun run = run("functions:\n  " + function + ":\n    " + rule + "\n");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("config.yaml:3:", "error[FFI0023]: functions." + function + ".", message);
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void a_handle_that_c_takes_over_is_none_of_a_nonblocking_call() throws IOException {
        CommandRun run = run("""
                handles: {jar: {close: jar_close}}
                functions:
                  jar_tell: {nonblocking: true, parameters: {jar: taken}}
                """);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("config.yaml:3:", "error[FFI0023]", "not with nonblocking");
    }

    @Test
    void a_parameter_that_there_is_not_is_told_with_those_there_are() throws IOException {
        assertThat(run("functions:\n  jar_tell: {parameters: {jarr: retained}}\n").err())
                .contains("there is no parameter jarr", "they are jar, what; or count from 1");
    }

    @Test
    void a_function_that_frees_must_be_bound() throws IOException {
        CommandRun run = run("functions:\n  copy: {free: jar_close_}\n");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(
                "config.yaml:2:16: error[FFI0021]: functions.copy.free: no function jar_close_ is",
                "did you mean jar_close?");
    }

    @Test
    void a_name_that_a_macro_gives_stands_for_the_function() throws IOException {
        assertThat(run("""
                handles: {jar: {close: jar_end}}
                functions:
                  my_copy: {free: my_free}
                  done2: {errno: zero}
                """).exit()).isEqualTo(ExitCode.OK);
        CommandRun twice = run("functions:\n  done: {errno: zero}\n  done2: {nonblocking: true}\n");
        assertThat(twice.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(twice.err()).contains("config.yaml:3:3: error[FFI0023]",
                "done2 is another name of done, which has rules already");
    }

    @Test
    void what_frees_a_handle_has_no_roles() throws IOException {
        CommandRun run = run("handles: {jar: {close: jar_free}}\nfunctions:\n  jar_free: {parameters: {error: out}}\n");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("config.yaml:3:34: error[FFI0023]", "jar_free ends a handle");
    }

    @Test
    void a_rule_for_nothing_that_is_bound_is_refused() throws IOException {
        CommandRun run = run("functions:\n  lenght: {errno: zero}\n");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("config.yaml:2:3: error[FFI0021]: functions: no function lenght is bound",
                "did you mean length?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "jarr: {close: jar_close} | error[FFI0021]: handles: no type jarr is bound | did you mean jar?",
            "nowhere: {close: jar_close} | error[FFI0021]: handles: no type nowhere is bound | --list shows",
            "point: {close: jar_close} | error[FFI0023]: handles: Java looks inside a point | exclude: [",
            "jar: {close: jar_lose} | error[FFI0021]: handles.jar.close: no function jar_lose is bound | jar_close",
            "jar: {close: done} | error[FFI0023]: handles.jar.close: done does not free a jar | one pointer to it",
            "jar: {close: jar_fail} | error[FFI0023]: handles.jar.close: jar_fail does not free a jar | one pointer to it",
            "jar: {close: jar_move} | error[FFI0023]: handles.jar.close: jar_move does not free a jar | one pointer to it",
            "jar: {close: jar_must} | error[FFI0023]: handles.jar.close: jar_must does not free a jar | one pointer to it",
            "jar: {close: jar_last} | error[FFI0023]: handles.jar.close: jar_last does not free a jar | one pointer to it",
            "jar: {close: jar_tell} | error[FFI0023]: handles.jar.close: jar_tell does not free a jar | one pointer to it"})
    void a_handle_that_cannot_be_closed_so_is_refused(String rule, String message, String hint) throws IOException {
        CommandRun run = run("handles:\n  " + rule + "\n");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("config.yaml:2:", message, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "letter | error[FFI0021]: texts: the headers have no type letter | did you mean",
            "vec | error[FFI0023]: texts: vec is no integer of a byte | a charset",
            "unsigned short | error[FFI0023]: texts: unsigned short is no integer of a byte | a charset"})
    void a_character_of_texts_is_an_integer_of_a_byte(String type, String message, String hint) throws IOException {
        CommandRun run = run("texts:\n  - " + type + "\n");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("config.yaml:2:5: ", message, hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "\"handles: {key: {close: key_free}}\" | key_free",
            "\"functions: {key_name: {free: name_free}}\" | name_free",
            "\"functions: {key_bytes: {parameters: {result: length of out, out: out freed by name_free}}}\" | name_free"})
    void what_a_shim_frees_is_no_instances_to_free(String rule, String function) throws IOException {
        Files.writeString(temp.resolve("b.h"), """
                typedef void *key;
                key key_new(void);
                char *key_name(key k);
                int key_bytes(key k, unsigned char **out);
                static inline void key_free(key k) { (void) k; }
                static inline void name_free(void *n) { (void) n; }
                """);
        for (boolean closable : new boolean[]{true, false}) {
            Files.writeString(temp.resolve("config.yaml"), (closable ? "closable: true\n" : "") + rule + "\n");

            CommandRun run = CommandRun.in(temp, "--header", "b.h", "--out", "out", "--config", "config.yaml",
                    "--shims", "s.c");

            assertThat(run.exit()).as(run.err()).isEqualTo(closable ? ExitCode.USAGE : ExitCode.OK);
            if (closable) {
                assertThat(run.err()).contains("config.yaml:2:", "error[FFI0023]",
                        function + " is reached through a shim, which instances of the library have not");
            }
        }
    }

    @Test
    void a_handle_without_an_end_is_refused() throws IOException {
        CommandRun run = run("handles:\n  jar: {}\n");

        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("config.yaml:2:8: error[FFI0019]: handles.jar has no close",
                "{close: jar_close}");
    }

    @Test
    void what_is_no_text_is_refused() throws IOException {
        assertThat(run("functions:\n  copy: {parameters: [to]}\n").err())
                .contains("config.yaml:2:22: error[FFI0019]: functions.copy.parameters is a mapping");
        assertThat(run("functions:\n  copy: {errno: null}\n").err())
                .contains("error[FFI0019]: functions.copy.errno is nonzero, zero, negative, null, or a method");
    }

    @Test
    void rules_that_fit_are_followed() throws IOException {
        CommandRun run = run("""
                functions:
                  done: {errno: zero}
                  copy: {errno: "null", parameters: {to: inout}}
                """);

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(temp.resolve("out/a/ALibrary.java")))
                .contains("throw LIBRARY.systemError(\"done\", callState);", "public static CopyResult copy(int to, ");
    }

    @Test
    void a_charset_holds_for_all_functions_but_those_with_their_own() throws IOException {
        CommandRun run = run("charset: ISO-8859-1\nfunctions:\n  say: {charset: UTF-8}\n");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(temp.resolve("out/a/ALibrary.java")))
                .contains("lengthRaw(scratch.string(text, java.nio.charset.StandardCharsets.ISO_8859_1))",
                        "sayRaw(scratch.string(format), arguments)",
                        "CString.readArray(segment.asSlice(0, 16), java.nio.charset.StandardCharsets.ISO_8859_1)",
                        "CString.writeArray(segment.asSlice(0, 16), value, java.nio.charset.StandardCharsets.ISO_8859_1)")
                .containsPattern(
                        "unbounded\\(segment.get\\(ADDRESS, 0\\)\\),\\s+java.nio.charset.StandardCharsets.ISO_8859_1");
    }

    @Test
    void a_charset_holds_for_arrays_of_characters_in_records() throws IOException {
        run("charset: ISO-8859-1\n");

        assertThat(Files.readString(temp.resolve("out/a/Person.java")))
                .contains("CString.readArray(sliceAt(0, 8), java.nio.charset.StandardCharsets.ISO_8859_1)")
                .containsPattern("CString.readArray\\(MemberArrays.row\\([^;]*ISO_8859_1\\)");
    }

    @Test
    void variable_arguments_in_a_charset_need_no_second_method() throws IOException {
        Files.writeString(temp.resolve("b.h"), "int sum(int count, ...);\n");
        Files.writeString(temp.resolve("config.yaml"), "charset: ISO-8859-1\n");

        CommandRun run = CommandRun.in(temp, "--header", "b.h", "--out", "out", "--config", "config.yaml");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(temp.resolve("out/b/BLibrary.java"))).doesNotContain("sumRaw")
                .containsPattern("VariadicCall.texts\\(arguments,\\s+java.nio.charset.StandardCharsets.ISO_8859_1\\)");
    }

    @Test
    void a_function_that_the_rules_leave_out_is_said_to_be() throws IOException {
        CommandRun run = run("exclude: [jar_close]\nfunctions:\n  copy: {free: jar_close}\n");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(
                "error[FFI0021]: functions.copy.free: jar_close is not bound: the rules leave it out",
                "include it, too: include: [jar_close]");
    }

    @Test
    void a_charset_that_there_is_not_is_refused_once() throws IOException {
        CommandRun run = run("charset: klingon\n");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .containsOnlyOnce("config.yaml:1:10: error[FFI0023]: charset: there is no charset 'klingon'");
    }

    @Test
    void a_parameter_does_not_hide_the_package_of_a_method() throws IOException {
        run("functions:\n  half: {check: x.Checks.check}\n");

        assertThat(Files.readString(temp.resolve("out/a/ALibrary.java")))
                .contains("public static double half(double x_) {", "x.Checks.check(result);");
    }

    @Test
    void a_nonblocking_method_whose_name_a_function_has_is_told() throws IOException {
        Files.writeString(temp.resolve("b.h"), "int each(int n);\nint each_async(int n);\nint wait_for(int n);\n");
        Files.writeString(temp.resolve("config.yaml"),
                "functions:\n  each: {nonblocking: true}\n  wait_for: {nonblocking: true}\n");

        assertThat(CommandRun.in(temp, "--header", "b.h", "--out", "out", "--config", "config.yaml", "--verbose").err())
                .contains(
                        "function:each (nonblocking) is eachAsync_ in Java: eachAsync is function:each_async")
                .doesNotContain("wait_for (nonblocking)");
        assertThat(CommandRun.in(temp, "--header", "b.h", "--list", "--config", "config.yaml").out())
                .contains("bound as each (nonblocking as eachAsync_: eachAsync is function:each_async)");
    }

    private CommandRun run(String config) throws IOException {
        Files.writeString(temp.resolve("a.h"), HEADER);
        Files.writeString(temp.resolve("config.yaml"), config);
        return CommandRun.in(temp, "--header", "a.h", "--out", "out", "--config", "config.yaml");
    }
}
