package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a typedef says of the alignment is known wherever a run goes on from what it has read. */
class AlignedTypedefsTest {

    private static final String HEADER = """
            typedef double wide __attribute__((aligned(32)));
            int use(wide *w);
            int other(void);
            """;
    private static final String LOOKED_AT = "Pointer.aligned(Pointer.segmentOf(w), 32, \"w\")";

    @TempDir
    Path temp;

    @Test
    void when_something_is_excluded() throws IOException {
        assertThat(java("--header", "a.h", "--exclude", "other")).contains(LOOKED_AT);
    }

    @Test
    void when_java_is_made_from_the_manifest() throws IOException {
        java("--header", "a.h");
        Files.move(temp.resolve("out/a.ffigen.json"), temp.resolve("a.ffigen.json"));

        assertThat(java("--manifest-in", "a.ffigen.json")).contains(LOOKED_AT);
    }

    private String java(String... arguments) throws IOException {
        Files.writeString(temp.resolve("a.h"), HEADER);
        CommandRun run = CommandRun.in(temp,
                Stream.concat(Stream.of(arguments), Stream.of("--out", "out")).toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        return Files.readString(temp.resolve("out/a/ALibrary.java"));
    }
}
