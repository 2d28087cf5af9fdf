package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that generated code gives another meaning is refused, and a free one that works is told. */
class TakenRenamesTest {

    private static final String HEADER = """
            struct rec { int x, y; };
            union one { int i; float f; int both[2]; };
            typedef int (*step)(int);
            enum color { RED, GREEN };
            enum color mix(enum color a, union one b);
            struct rec bar(int n, step s);
            #define MM 5
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"struct:rec.x=get", "struct:rec.x=segment", "struct:rec.x=hashCode",
            "struct:rec.x=toString",
            "struct:rec.x=wait", "struct:rec.x=LAYOUT", "union:one.i=view", "union:one.i=toSegment", "rec=String",
            "rec=Pointer", "rec=Calls", "rec=Object", "rec=Override", "step=Upcalls", "color=Calls", "RED=value",
            "RED=Known", "MM=LIBRARY", "MM=Calls", "bar=notify", "bar=isAvailable", "bar=mixRaw"})
    void a_name_of_generated_code_is_refused(String rename) throws IOException {
        Files.writeString(folder.resolve("a.h"), HEADER);

        CommandRun run = CommandRun.in(folder, "--header", "a.h", "--out", "out", "--rename", rename);

        String name = rename.substring(rename.indexOf('=') + 1);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("error[FFI0022]: --rename: the name " + name + " of ",
                "hint: it may be " + name + "_");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "point_t=Punkt | it stands for struct:point_s: rename that",
            "typedef:handle=Griff | it stands for struct:point_s: rename that",
            "number=Zahl | Java has what it stands for"})
    void what_a_typedef_stands_for_has_the_name_in_java(String rename, String hint) throws IOException {
        Files.writeString(folder.resolve("b.h"), """
                typedef struct point_s { int x; } point_t, *handle;
                typedef int number;
                number len(point_t *p, handle h);
                """);

        CommandRun run = CommandRun.in(folder, "--header", "b.h", "--out", "out", "--rename", rename);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("error[FFI0022]: " + rename.replaceFirst("=.*", "")
                + " is no type of its own in Java", "hint: " + hint);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
