package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that C has no name for are called by where they stand, as that is called in Java. */
class PlaceNamesTest {

    private static final String HEADER = """
            typedef struct _gm_ev { struct { int k; } in; void (*cb)(int); } gm_ev;
            typedef struct gm_node {
                struct { struct { int k; } deep; } in;
                void (*cb)(int);
                union { int a; float f; } u;
                enum { QA, QB } e;
            } gm_node;
            typedef struct db_value_s { struct { int k; } in; int (*cb)(int); } db_value;
            int gm_each(gm_node *n, void (*visit)(int), gm_ev *e, db_value *v);
            extern void (*gm_hook)(int);
            extern struct { int q; } gm_state;
            """;

    @TempDir
    Path temp;

    @Test
    void by_the_name_that_everybody_knows() throws IOException {
        assertThat(types()).contains("GmEv", "GmEv_In", "GmEv_Cb", "GmNode_In_Deep", "DbValue", "DbValue_In",
                "DbValue_Cb", "GmEach_Visit", "GmHook");
    }

    @Test
    void without_the_prefix_that_names_lose() throws IOException {
        assertThat(types("--strip-prefix", "gm_")).contains("Ev", "Ev_In", "Ev_Cb", "Node", "Node_In", "Node_In_Deep",
                "Node_Cb", "Node_U", "Node_E", "Each_Visit", "Hook", "State_Type")
                .noneMatch(name -> name.contains("Gm"));
        assertThat(types("--strip-prefix", "gm_", "--naming", "c")).contains("ev", "ev_in", "ev_cb", "node_in_deep",
                "each_visit", "hook");
    }

    @Test
    void by_the_name_that_the_user_gives() throws IOException {
        assertThat(types("--rename", "struct:gm_node=Knoten")).contains("Knoten", "Knoten_In", "Knoten_In_Deep",
                "Knoten_U", "Knoten_E", "Knoten_Cb");
    }

    private List<String> types(String... options) throws IOException {
        Files.writeString(temp.resolve("a.h"), HEADER);
        CommandRun run = CommandRun.in(temp, Stream.concat(
                Stream.of("--header", "a.h", "--out", "out", "--manifest", "out/a.ffigen.json"),
                Stream.of(options)).toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        try (Stream<Path> files = Files.list(temp.resolve("out/a"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", "")).toList();
        }
    }
}
