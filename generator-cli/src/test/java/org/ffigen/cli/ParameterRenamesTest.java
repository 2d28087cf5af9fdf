package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters whose names the user decides. */
class ParameterRenamesTest {

    private static final String HEADER = """
            struct foo { int ptr; };
            int foo(unsigned char *ptr, unsigned n, int *count, int);
            int other(int ptr, int buffer);
            #define foo_alias foo
            """;

    @TempDir
    Path temp;

    @Test
    void names_are_the_users_and_roles_go_on_with_those_of_c() throws IOException {
        CommandRun run = run("""
                rename: {"function:foo.ptr": buffer, foo.count: written, other.ptr: buffer, foo.4: flags}
                functions:
                  foo: {parameters: {n: length of ptr, count: out}}
                """);

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        String java = Files.readString(temp.resolve("out/a/ALibrary.java"));
        assertThat(java).contains("foo(@Nullable BytePtr buffer, @Unsigned int n, @Nullable IntPtr written, int flags)",
                "foo(byte @Nullable [] buffer, int flags)",
                "fooAlias(byte @Nullable [] buffer, int flags)",
                "other(int buffer, int buffer_)");
        assertThat(Files.readString(temp.resolve("out/a/Foo.java"))).contains("int ptr()");
        assertThat(Files.readString(temp.resolve("out/a.ffigen.json"))).contains("\"name\": \"ptr\"");
    }

    @Test
    void an_option_wins_over_the_config() throws IOException {
        CommandRun run = run("rename: {other.ptr: first}\n", "--rename", "other.ptr=left");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(temp.resolve("out/a/ALibrary.java"))).contains("other(int left, int buffer)");
    }

    @Test
    void a_name_that_does_not_exist_is_an_error_with_near_ones() throws IOException {
        CommandRun run = run("rename: {\"function:foo.ptrs\": buffer}\n");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("there is no function:foo.ptrs to be renamed",
                "did you mean function:foo.ptr");
    }

    @Test
    void a_name_that_cannot_be_is_an_error() throws IOException {
        assertThat(run("rename: {other.ptr: int}\n").err()).contains("'int' is no name in Java");
        assertThat(run("rename: {other.ptr: same, other.buffer: same}\n").err())
                .containsOnlyOnce("the name same of function:other.buffer is function:other.ptr");
        assertThat(run("rename: {foo.ptr: scratch}\n").err())
                .containsOnlyOnce("the name scratch of function:foo.ptr is something else in the code of the method");
    }

    private CommandRun run(String config, String... options) throws IOException {
        Files.writeString(temp.resolve("a.h"), HEADER);
        Files.writeString(temp.resolve("config.yaml"), config);
        String[] arguments = Stream.concat(
                Stream.of("--header", "a.h", "--out", "out", "--manifest", "out/a.ffigen.json",
                        "--config", "config.yaml"),
                Arrays.stream(options)).toArray(String[]::new);
        return CommandRun.in(temp, arguments);
    }
}
