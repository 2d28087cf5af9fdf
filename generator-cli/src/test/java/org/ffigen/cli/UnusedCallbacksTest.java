package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of functions that nothing has: thousands in OpenGL's headers, where whoever needs one asks for it. */
class UnusedCallbacksTest {

    private static final String HEADER = """
            typedef void (*PFN_used)(int);
            typedef int (*PFN_alone)(int);
            typedef PFN_alone (*PFN_finder)(const char *);
            typedef void plain(void);
            typedef struct { PFN_used call; } table;
            int f(table *t);
            """;

    @TempDir
    Path temp;

    @BeforeEach
    void header() throws IOException {
        Files.writeString(temp.resolve("h.h"), HEADER);
    }

    @Test
    void they_are_said_to_be_unused() {
        CommandRun run = run("--verbose");

        assertThat(run.out()).contains("1 function, 1 struct, 1 callback; skipped nothing; unused 3 callbacks; ");
        assertThat(run.err()).contains("unused typedef:PFN_alone: nothing has this type, so that there is no interface"
                + " of it; --include 'typedef:PFN_alone' asks for one");
        assertThat(java("PFNUsed")).exists();
        assertThat(java("PFNAlone")).doesNotExist();
        assertThat(java("Plain")).doesNotExist();
    }

    @Test
    void the_list_and_the_report_know_them() {
        assertThat(CommandRun.in(temp, "--header", "h.h", "--list").out().lines())
                .anyMatch(line -> line.matches("typedef +PFN_alone +h.h:2 +unused"))
                .anyMatch(line -> line.matches("typedef +PFN_used +h.h:1 +bound as PFNUsed"));
        assertThat(run("--format", "json").out().replaceAll("\\s", ""))
                .contains("\"callbacks\":1",
                        "\"unused\":[\"typedef:PFN_alone\",\"typedef:PFN_finder\",\"typedef:plain\"]");
    }

    @Test
    void what_java_cannot_call_is_skipped_and_not_unused() throws IOException {
        Files.writeString(temp.resolve("v.h"), "typedef void (*vcb)(int n, ...);\nint f(vcb v);\n");

        CommandRun run = CommandRun.in(temp, "--header", "v.h", "--out", "out", "--verbose");
        CommandRun list = CommandRun.in(temp, "--header", "v.h", "--list");

        assertThat(run.err()).contains("skipped callback vcb (variadic-function)").doesNotContain("unused");
        assertThat(list.out().lines()).filteredOn(line -> line.contains("vcb"))
                .singleElement()
                .asString()
                .matches("typedef +vcb +v.h:1 +skipped \\(variadic-function\\)");
    }

    @Test
    void one_that_a_pattern_names_is_there_with_what_it_needs() {
        CommandRun run = run("--include", "typedef:PFN_finder", "--include", "f");

        assertThat(run.out()).contains("3 callbacks; skipped nothing; left out");
        assertThat(java("PFNFinder")).exists();
        assertThat(java("PFNAlone")).exists();
    }

    @Test
    void a_pattern_for_a_header_names_none() {
        assertThat(run("--include", "header:h.h").out()).contains("1 callback; skipped nothing; unused 3 callbacks");
    }

    private CommandRun run(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[]{"--header", "h.h", "--out", "out"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandRun.in(temp, arguments);
    }

    private Path java(String type) {
        return temp.resolve("out/h/" + type + ".java");
    }
}
