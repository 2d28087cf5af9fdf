package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros that nest deeper than anybody writes: each is bound or listed, and clang lives. */
class DeepMacrosTest {

    @TempDir
    Path temp;

    @Test
    void macros_that_count_up_from_each_other_may_nest_deep_and_those_that_take_too_long_are_listed()
            throws IOException {
        StringBuilder header = new StringBuilder("#define C0 1\n");
        for (int i = 1; i <= 1000; i++) {
            header.append("#define C%d (C%d + 1)\n".formatted(i, i - 1));
        }

        CommandRun run = run(header.toString());

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        Matcher bound = Pattern.compile("bound (\\d+) constants; skipped (\\d+) \\(long-macro (\\d+)\\)")
                .matcher(run.out() + run.err());
        assertThat(bound.find()).as(run.out() + run.err()).isTrue();
        assertThat(Integer.parseInt(bound.group(1)) + Integer.parseInt(bound.group(3))).isEqualTo(1001);
        assertThat(Files.readString(temp.resolve("out/a/ALibrary.java"))).contains("int C400 = 401;");
    }

    @Test
    void brackets_too_deep_for_clang_are_listed() throws IOException {
        CommandRun run = run("#define DEEP " + "(".repeat(3000) + "1" + ")".repeat(3000) + "\n#define NEXT 2\n");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out() + run.err()).contains("bound 1 constant; skipped 1 (not-evaluated 1)");
    }

    private CommandRun run(String header) throws IOException {
        Files.writeString(temp.resolve("a.h"), header);
        return DeepStack.call(() -> CommandRun.in(temp, "--header", "a.h", "--out", "out"));
    }
}
