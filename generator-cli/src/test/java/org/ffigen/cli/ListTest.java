package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --list} shows, and that rules do on the command line what they do in a config. */
class ListTest {

    private static final String HEADER = """
            struct point { int x, y; };
            struct line { struct point from; struct point *to; };
            double line_length(struct line *line);
            double point_norm(struct point point);
            int wait(int seconds);
            int print(const char *format, ...);
            #define LINE_MAX 10
            #define LINE_IS(l) ((l) != 0)
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeHeader() throws IOException {
        Files.writeString(folder.resolve("a.h"), HEADER);
    }

    @Test
    void everything_is_listed_with_what_becomes_of_it() throws IOException {
        CommandRun run = CommandRun.in(folder, "--header", "a.h", "--list", "--exclude", "struct:point", "--exclude",
                "LINE_MAX");

        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                function  line_length  a.h:3  bound as lineLength
                function  point_norm   a.h:4  skipped (excluded-type)
                function  print        a.h:6  bound as print
                function  wait         a.h:5  bound as wait_ (every object in Java has a method wait)
                macro     LINE_IS      a.h:8  skipped (function-like-macro)
                macro     LINE_MAX     a.h:7  excluded
                member    line.from    a.h:2  skipped (excluded-type)
                struct    line         a.h:2  bound as Line
                struct    point        a.h:1  opaque as Point
                """);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("it writes nothing").containsExactly(folder.resolve("a.h"));
        }
    }

    @Test
    void headers_of_one_name_are_told_apart_in_the_order_in_which_they_are_given() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("a/types.h"), "int oneName(void);\n");
        Files.writeString(folder.resolve("b/types.h"), "\n\n\nint one_name(void);\n");

        CommandRun all = CommandRun.in(folder, "--header", "b/types.h", "--header", "a/types.h", "--list");
        CommandRun one = CommandRun.in(folder, "--header", "b/types.h", "--header", "a/types.h", "--list", "--include",
                "header:a/types.h");

        assertThat(all.out()).contains("oneName   a/types.h:1  bound as oneName_ (",
                "one_name  b/types.h:4  bound as oneName\n");
        assertThat(one.out()).contains("oneName   a/types.h:1  bound as oneName\n",
                "one_name  b/types.h:4  not-included\n");
    }

    @Test
    void names_that_macros_give_are_listed_and_select() throws IOException {
        Files.writeString(folder.resolve("b.h"), """
                int open_v2(int x);
                #define open_it open_v2
                int other(void);
                """);

        CommandRun run = CommandRun.in(folder, "--header", "b.h", "--list", "--include", "open_it", "--naming", "c",
                "--rename", "function:open_it=start");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("function  open_it  b.h:1  bound as start",
                "function  open_v2  b.h:1  bound as open_v2\n").doesNotContain("bound as other");
    }

    @Test
    void what_is_excluded_is_listed_so_even_if_something_needs_it() throws IOException {
        Files.writeString(folder.resolve("b.h"), """
                enum e { EA, EB = 7 };
                enum e f(enum e x);
                typedef int (*cb)(int);
                void g(cb c);
                #define G_IS(x) ((x) != 0)
                #define H_IS(x) ((x) == 0)
                """);

        CommandRun list = CommandRun.in(folder, "--header", "b.h", "--list", "--exclude", "enum:e", "--exclude",
                "typedef:cb", "--exclude", "G_IS", "--include", "f", "--include", "g");
        assertThat(list.out()).isEqualTo("""
                enum      e     b.h:1  excluded
                function  f     b.h:2  bound as f
                function  g     b.h:4  bound as g
                macro     G_IS  b.h:5  excluded
                macro     H_IS  b.h:6  not-included
                typedef   cb    b.h:3  excluded
                """);

        CommandRun run = CommandRun.in(folder, "--header", "b.h", "--out", "out", "--exclude", "enum:e", "--exclude",
                "typedef:cb");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("bound 2 functions; skipped 2");
    }

    @Test
    void what_is_not_included_is_listed_too() {
        assertThat(CommandRun.in(folder, "--header", "a.h", "--list", "--include", "point_*").out())
                .contains("macro     LINE_MAX     a.h:7  not-included\n",
                        "struct    point        a.h:1  bound as Point\n",
                        "struct    line         a.h:2  not-included\n");
    }

    @Test
    void programs_get_the_list_as_json() {
        CommandRun run = CommandRun.in(folder, "--header", "a.h", "--list", "--format", "json");

        JsonObject first = JsonParser.parseString(run.out())
                .getAsJsonObject()
                .getAsJsonArray("declarations")
                .get(0)
                .getAsJsonObject();
        assertThat(first.toString()).isEqualTo("{\"kind\":\"function\",\"name\":\"line_length\",\"place\":\"a.h:3:8\","
                + "\"status\":\"bound\",\"java\":\"lineLength\"}");
    }

    @Test
    void the_config_and_the_command_line_say_the_same() throws IOException {
        Files.writeString(folder.resolve("ffigen.yaml"), """
                naming: c
                strip-prefix: [line_]
                rename: {point_norm: norm, "struct:point.x": left}
                exclude: [print, "macro:*"]
                """);
        generate("one", "--config", "ffigen.yaml");
        generate("two", "--naming", "c", "--strip-prefix", "line_", "--rename", "point_norm=norm", "--rename",
                "struct:point.x=left", "--exclude", "print", "--exclude", "macro:*");

        for (String file : new String[]{"a/ALibrary.java", "a/point.java", "a.ffigen.json"}) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("two").resolve(file));
        }
        assertThat(folder.resolve("one/a/point.java")).content().contains("public record point(int left, int y)");
        assertThat(folder.resolve("one/a/ALibrary.java")).content().contains(" double length(", " double norm(");
    }

    @Test
    void a_manifest_and_the_header_give_the_same_java_under_the_same_rules() throws IOException {
        String[] rules = {"--exclude", "struct:point", "--exclude", "LINE_MAX", "--include", "line*", "--include",
                "point_*", "--rename", "line_length=len"};
        generate("one", rules);
        CommandRun run = CommandRun.in(folder, arguments(rules, "--manifest-in", "one/a.ffigen.json", "--out", "two"));

        assertThat(run.err()).isEmpty();
        for (String file : new String[]{"a/ALibrary.java", "a/Point.java", "a/Line.java"}) {
            assertThat(folder.resolve("two").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("one").resolve(file));
        }
    }

    @Test
    void a_changed_config_is_a_changed_input() throws IOException {
        Files.writeString(folder.resolve("ffigen.yaml"), "exclude: [wait]\n");
        generate("gen", "--config", "ffigen.yaml", "--if-changed");
        assertThat(generate("gen", "--config", "ffigen.yaml", "--if-changed").out()).startsWith("ffigen: up to date");

        Files.writeString(folder.resolve("ffigen.yaml"), "exclude: [print]\n");

        assertThat(generate("gen", "--config", "ffigen.yaml", "--if-changed").out()).contains("bound 3 functions");
    }

    @Test
    void what_is_left_out_is_counted() {
        assertThat(generate("gen", "--include", "wait", "--include", "LINE_IS").out())
                .isEqualTo(
                        "ffigen: bound 1 function; skipped 1 (function-like-macro 1); left out 6; 3 files, 3 written;"
                                + " <time>\n");
    }

    @Test
    void a_pattern_in_the_config_that_matches_nothing_is_shown_with_its_place() throws IOException {
        Files.writeString(folder.resolve("ffigen.yaml"), "include: [wait, point_nrom]\n");

        CommandRun run = CommandRun.in(folder, "--header", "a.h", "--out", "gen", "--config", "ffigen.yaml");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("""
                ffigen.yaml:1:17: error[FFI0021]: include 'point_nrom' matches nothing
                include: [wait, point_nrom]
                                ^
                hint: did you mean point_norm?
                """);
        assertThat(folder.resolve("gen")).doesNotExist();
    }

    @Test
    void a_kind_that_there_is_not_and_a_rename_that_cannot_be() {
        assertThat(CommandRun.in(folder, "--header", "a.h", "--out", "gen", "--include", "func:wait").err())
                .isEqualTo("""
                        ffigen: error[FFI0020]: --include 'func:wait': there is no kind 'func'
                        hint: the kinds are struct, union, enum, typedef, function, var, macro, header
                        """);
        assertThat(CommandRun.in(folder, "--header", "a.h", "--out", "gen", "--rename", "wait=class").err())
                .startsWith("ffigen: error[FFI0022]: --rename: 'class' is no name in Java\n");
    }

    @Test
    void rules_that_leave_nothing_are_an_error() {
        assertThat(CommandRun.in(folder, "--header", "a.h", "--out", "gen", "--exclude", "*").err()).isEqualTo("""
                ffigen: error[FFI0014]: your rules leave nothing of a.h
                hint: --list shows what there is
                """);
    }

    private CommandRun generate(String out, String... rules) {
        CommandRun run = CommandRun.in(folder, arguments(rules, "--header", "a.h", "--out", out));
        assertThat(run.err()).isEmpty();
        return run;
    }

    private static String[] arguments(String[] rules, String... more) {
        return Stream.concat(Stream.of(more), Stream.of(rules)).toArray(String[]::new);
    }
}
