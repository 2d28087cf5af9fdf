package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on headers, with a real libclang. */
class HeaderRunTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeHeaders() throws IOException {
        Files.writeString(folder.resolve("shape.h"), """
                #include "part.h"
                #define SHAPE_MAX 10
                #define SHAPE_TWICE(x) (2 * (x))
                #define shape_area(s) shape_area(s)
                struct shape { int sides; };
                double shape_area(const struct shape *s);
                int shape_log(const char *format, ...);
                """);
        Files.writeString(folder.resolve("part.h"), "int part_count(void);\n");
    }

    @Test
    void binds_a_header_and_what_it_includes() {
        CommandRun run = generate();

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("ffigen: bound 3 functions, 1 struct, 1 constant; skipped 2 "
                + "(function-like-macro 2); 4 files, 4 written; <time>\n");
        assertThat(folder.resolve("gen/shape/ShapeLibrary.java")).content().contains("shapeArea(", "partCount(");
        assertThat(folder.resolve("gen/shape.ffigen.json.inputs.json")).content().contains("\"part.h\"", "\"shape.h\"");
    }

    @Test
    void a_header_that_is_included_by_its_absolute_path_goes_by_its_name() throws IOException {
        Path part = Files.createDirectory(folder.resolve("elsewhere")).resolve("away.h");
        Files.writeString(part, "struct away { int far; };\n");
        Files.writeString(folder.resolve("part.h"), "#include \"" + part + "\"\nint part_far(struct away *it);\n");

        CommandRun run = generate();

        assertThat(run.err()).isEmpty();
        assertThat(folder.resolve("gen/shape/Away.java")).exists();
        assertThat(folder.resolve("gen/shape.ffigen.json.inputs.json")).content()
                .contains("\"away.h\"")
                .doesNotContain(folder.toString());
    }

    @Test
    void java_of_the_manifest_is_the_java_of_the_header() throws IOException {
        generate();
        CommandRun.in(folder, "--manifest-in", "gen/shape.ffigen.json", "--out", "gen2");

        assertThat(contents("gen2/shape")).isEqualTo(contents("gen/shape"));
        assertThat(folder.resolve("gen2/shape.ffigen.json"))
                .hasSameTextualContentAs(folder.resolve("gen/shape.ffigen.json"));
    }

    @Test
    void a_language_with_digits_of_its_own_gives_the_same_bytes() throws IOException {
        Files.writeString(folder.resolve("part.h"), "struct gap { char c; int v[3]; short s; double d; };\n");
        generate();
        SortedMap<String, String> expected = contents("gen/shape");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(CommandRun.in(folder, "--header", "shape.h", "--out", "gen3").out()).contains("bound 2");
            assertThat(CommandRun.in(folder, "--header", "none.h", "--out", "gen4").err()).contains("error[FFI0001]");
        } finally {
            Locale.setDefault(before);
        }

        assertThat(contents("gen3/shape")).isEqualTo(expected);
    }

    @Test
    void two_runs_in_two_places_give_the_same_bytes() throws IOException {
        generate();
        Path other = Files.createDirectory(folder.resolve("elsewhere"));
        for (String header : List.of("shape.h", "part.h")) {
            Files.copy(folder.resolve(header), other.resolve(header));
        }
        CommandRun.in(other, "--header", "shape.h", "--out", "gen");

        SortedMap<String, String> first = contents("gen");
        SortedMap<String, String> second = contents("elsewhere/gen");
        first.keySet().removeIf(name -> name.endsWith(".depfile"));
        second.keySet().removeIf(name -> name.endsWith(".depfile"));
        assertThat(second).isEqualTo(first).hasSize(4);
    }

    @Test
    void if_changed_sees_a_change_in_an_included_header() throws IOException {
        generate("--if-changed");
        assertThat(generate("--if-changed").out()).startsWith("ffigen: up to date");

        Files.writeString(folder.resolve("part.h"), "int part_count(void);\nint part_size(void);\n");

        assertThat(generate("--if-changed").out()).contains("bound 4 functions");
        assertThat(generate("--if-changed").out()).startsWith("ffigen: up to date");
    }

    @Test
    void if_changed_needs_no_libclang_to_see_that_nothing_did() {
        generate();

        CommandRun run = CommandRun.in(folder, Map.of("FFIGEN_LIBCLANG", "/no/such"), "--header", "shape.h",
                "--out", "gen", "--if-changed");

        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).isEqualTo("ffigen: up to date; <time>\n");
    }

    @Test
    void options_reach_clang_in_order() throws IOException {
        Files.writeString(folder.resolve("opt.h"),
                "#if defined A && __STDC_VERSION__ == 199901L\nint ok(void);\n#endif\n");

        CommandRun run = CommandRun.in(folder, "--header", "opt.h", "--out", "gen", "-D", "A", "--", "-std=c99");

        assertThat(run.out()).contains("bound 1 function");
    }

    @Test
    void a_removed_declaration_takes_its_file_along() throws IOException {
        generate();
        assertThat(folder.resolve("gen/shape/Shape.java")).exists();
        Files.writeString(folder.resolve("shape.h"), "int shape_count(void);\n");

        generate();

        assertThat(folder.resolve("gen/shape/Shape.java")).doesNotExist();
    }

    private CommandRun generate(String... more) {
        return CommandRun.in(folder, Stream.concat(Stream.of("--header", "shape.h", "--out", "gen"), Stream.of(more))
                .toArray(String[]::new));
    }

    private SortedMap<String, String> contents(String root) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(root))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.resolve(root).relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
