package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads after a mistake in the config, word by word. */
class BadConfigTest {

    @TempDir
    Path folder;

    @Test
    void a_key_that_there_is_not() throws IOException {
        assertThat(generate("""
                naming: c
                strip_prefix: [a_]
                """)).isEqualTo("""
                ffigen.yaml:2:1: error[FFI0019]: the config has no key 'strip_prefix'
                strip_prefix: [a_]
                ^
                hint: did you mean strip-prefix?
                """);
    }

    @Test
    void a_value_of_another_kind() throws IOException {
        assertThat(generate("rename: {f: 1}\n")).isEqualTo("""
                ffigen.yaml:1:13: error[FFI0019]: rename.f is the name in Java, not the number 1
                rename: {f: 1}
                            ^
                hint: a text that looks like something else stands in quotes: "1"
                """);
    }

    @Test
    void a_typed_method_whose_name_is_none() throws IOException {
        assertThat(generate("functions: {f: {variadic: {a-b: [int]}}}\n")).isEqualTo("""
                ffigen.yaml:1:28: error[FFI0019]: functions.f.variadic: 'a-b' is no name of a method
                functions: {f: {variadic: {a-b: [int]}}}
                                           ^
                hint: a name has letters, digits, _ and $, and begins with none of the digits
                """);
    }

    @Test
    void a_word_instead_of_a_list() throws IOException {
        assertThat(generate("include: f*\n")).isEqualTo("""
                ffigen.yaml:1:10: error[FFI0019]: include is a list of texts, [a, b], not the text 'f*'
                include: f*
                         ^
                hint: docs/config.md shows each key with an example
                """);
    }

    @Test
    void a_key_twice() throws IOException {
        assertThat(generate("""
                include: [a]
                exclude: [b]
                include: [c]
                """)).startsWith("ffigen.yaml:3:1: error[FFI0019]: the key 'include' stands here twice\n");
    }

    @Test
    void several_mistakes_at_once() throws IOException {
        assertThat(generate("nam: c\nnaming: rust\n")).contains("ffigen.yaml:1:1: ", "ffigen.yaml:2:9: ");
    }

    @Test
    void what_is_not_yaml() throws IOException {
        assertThat(generate("include: [a\nexclude: [b]\n"))
                .startsWith("ffigen.yaml:2:8: error[FFI0019]: this is not YAML");
        assertThat(generate("include: [*]\n")).startsWith("ffigen.yaml:1:12: error[FFI0019]: this is not YAML");
    }

    @Test
    void a_file_that_is_not_there() throws IOException {
        SmallManifest.write(folder, "f");

        CommandRun run = CommandRun.in(folder, "--manifest-in", "small.ffigen.json", "--out", "gen", "--config",
                "no.yaml");

        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).isEqualTo("""
                ffigen: error[FFI0019]: cannot read the config no.yaml: there is no such file
                hint: --config names a YAML file; docs/config.md tells what it holds
                """);
    }

    private String generate(String config) throws IOException {
        SmallManifest.write(folder, "f");
        Files.writeString(folder.resolve("ffigen.yaml"), config);
        CommandRun run = CommandRun.in(folder, "--manifest-in", "small.ffigen.json", "--out", "gen", "--config",
                "ffigen.yaml");
        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(folder.resolve("gen")).doesNotExist();
        return run.err();
    }
}
