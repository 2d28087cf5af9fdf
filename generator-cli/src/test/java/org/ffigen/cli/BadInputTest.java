package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads after a mistake, word by word; and that a mistake leaves no file behind. */
class BadInputTest {

    @TempDir
    Path folder;

    @AfterEach
    void nothingWasWritten() {
        assertThat(folder.resolve("gen")).satisfiesAnyOf(gen -> assertThat(gen).doesNotExist(),
                gen -> assertThat(gen).isRegularFile());
    }

    @Test
    void a_header_that_is_nowhere() {
        CommandRun run = CommandRun.in(folder, "--header", "nope.h", "--out", "gen", "-I", "inc");

        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err())
                .startsWith("ffigen: error[FFI0001]: cannot find the header nope.h\nhint: looked in " + folder)
                .contains("-I");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_header_that_c_cannot_include() {
        CommandRun run = CommandRun.in(folder, "--header", "we\"ird.h", "--out", "gen");

        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).startsWith("ffigen: error[FFI0001]: C cannot include the header we\"ird.h: its path has a"
                + " quote or a line break in it\nhint: rename the file or folder");
    }

    @Test
    void java_for_a_machine_with_small_pointers() throws IOException {
        header("a.h", "int f(void *p);\n");

        CommandRun java = CommandRun.in(folder, "--header", "a.h", "--out", "gen", "--", "--target=i686-linux-gnu");
        CommandRun manifest = CommandRun.in(folder, "--header", "a.h", "--manifest", "a.json", "--",
                "--target=i686-linux-gnu");

        assertThat(java.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(java.err())
                .startsWith("ffigen: error[FFI0013]: Java calls no C on linux-i686, whose pointers have 32 bits\n");
        assertThat(manifest.exit()).as(manifest.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void a_name_of_the_c_library_for_something_else() throws IOException {
        header("a.h", "extern int index;\n");

        assertThat(generate("a.h").err()).isEqualTo(
                """
                        a.h:1:12: error[FFI0003]: redefinition of 'index' as different kind of symbol
                        extern int index;
                                   ^
                        hint: if the other is none of the headers' but the C library's function of that name, -- -fno-builtin helps
                        """);
    }

    @Test
    void an_include_that_is_nowhere() throws IOException {
        header("a.h", "int f(void);\n#  include \"none.h\"\n");

        CommandRun run = generate("a.h");

        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).isEqualTo("""
                a.h:2:12: error[FFI0002]: cannot find the included file none.h
                #  include "none.h"
                           ^
                hint: add the folder that has it with -I
                """);
    }

    @Test
    void an_include_of_an_include_that_is_nowhere() throws IOException {
        header("a.h", "#include \"sub/b.h\"\n");
        header("sub/b.h", "#include <none.h>\n");

        assertThat(generate("a.h").err())
                .startsWith("sub/b.h:1:10: error[FFI0002]: cannot find the included file none.h\n");
    }

    @Test
    void a_syntax_error() throws IOException {
        header("a.h", "#include <stddef.h>\n\tint add(intt a, int b);\nint ok(void)\nint z;\n");

        CommandRun run = generate("a.h");

        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).isEqualTo("""
                a.h:2:10: error[FFI0003]: unknown type name 'intt'
                \tint add(intt a, int b);
                \t        ^
                a.h:3:13: error[FFI0003]: expected ';' after top level declarator
                int ok(void)
                            ^
                """);
    }

    @Test
    void a_header_without_anything_to_bind() throws IOException {
        header("a.h", "#pragma once\n");

        CommandRun run = generate("a.h");

        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).isEqualTo("""
                ffigen: error[FFI0014]: nothing in a.h belongs to the library
                hint: if the headers only include others, name those with --header or --own
                """);
    }

    @Test
    void a_package_that_is_none() throws IOException {
        header("a.h", "int f(void);\n");

        CommandRun run = CommandRun.in(folder, "--header", "a.h", "--out", "gen", "--package", "com.example.my-lib");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("""
                ffigen: error[FFI0005]: 'com.example.my-lib' is not the name of a Java package
                hint: for example: --package com.example.my_lib
                """);
    }

    @Test
    void an_output_folder_that_cannot_be_one() throws IOException {
        header("a.h", "int f(void);\n");
        Files.writeString(folder.resolve("gen"), "in the way");

        CommandRun run = generate("a.h");

        assertThat(run.exit()).isEqualTo(ExitCode.OUTPUT);
        assertThat(run.err()).isEqualTo("""
                ffigen: error[FFI0007]: cannot write %1$s/a.ffigen.json: %1$s is a file, not a folder
                hint: choose another place with --out or --manifest, or make this one writable
                """.formatted(folder.resolve("gen")));
        assertThat(folder.resolve("gen")).hasContent("in the way");
    }

    @Test
    void a_file_of_shims_that_is_a_folder() throws IOException {
        header("a.h", "static inline int f(void) { return 1; }\n");

        for (String place : new String[]{"/", ".", ".."}) {
            CommandRun run = CommandRun.in(folder, "--header", "a.h", "--out", "gen", "--shims", place);

            assertThat(run.exit()).as(place).isEqualTo(ExitCode.OUTPUT);
            assertThat(run.err()).as(place).contains("error[FFI0007]: cannot write", "there is a folder of that name");
        }
    }

    @Test
    void a_libclang_that_is_none() throws IOException {
        header("a.h", "int f(void);\n");

        CommandRun run = CommandRun.in(folder, "--header", "a.h", "--out", "gen", "--libclang", "no/such");

        assertThat(run.exit()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(run.err()).startsWith("ffigen: error[FFI0010]: --libclang names " + folder.resolve("no/such"));
    }

    @Test
    void a_libclang_of_the_environment_that_is_none() throws IOException {
        header("a.h", "int f(void);\n");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("FFIGEN_LIBCLANG", "/no/such");

        CommandRun run = CommandRun.in(folder, environment, "--header", "a.h", "--out", "gen");

        assertThat(run.exit()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(run.err()).startsWith("ffigen: error[FFI0010]: FFIGEN_LIBCLANG names /no/such");

        environment.put("FFIGEN_MAVEN_REPOSITORY", "http://a b/");
        assertThat(CommandRun.in(folder, environment, "--header", "shape.h", "--out", "gen").err())
                .startsWith("ffigen: error[FFI0010]: FFIGEN_MAVEN_REPOSITORY is no address: ");
    }

    @Test
    void what_is_no_path_wherever_it_comes_from() throws IOException {
        header("a.h", "int f(void);\n");

        CommandRun run = CommandRun.in(folder, "--header", "a.h", "--out", "gen", "--", "-Ib\0");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("ffigen: error[FFI0013]: no path here: ").contains("LC_ALL=C.UTF-8");
        assertThat(folder.resolve("gen")).doesNotExist();
    }

    private CommandRun generate(String header) {
        return CommandRun.in(folder, "--header", header, "--out", "gen");
    }

    private void header(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
