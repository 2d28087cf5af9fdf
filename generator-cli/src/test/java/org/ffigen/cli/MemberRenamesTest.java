package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members whose types have no names, which go by the members' own. */
class MemberRenamesTest {

    private static final String HEADER = """
            struct d {
                union { int i; void *p; } u;
                struct { struct { int q; } in; } s;
                struct { int x; } many[2];
                enum { EA, EB } e;
            };
            int use(struct d *d);
            """;

    @TempDir
    Path temp;

    @Test
    void without_a_kind_the_member_is_renamed_and_not_its_type() throws IOException {
        String java = bound("d.u=payload", "d.s=inner", "d.s.in=deep", "d.many=few", "d.e=kind");

        assertThat(java).contains("D_U payload()", "D_S inner()", "D_Many.Ptr few()",
                "record D_S(D_S_In deep)");
        assertThat(temp.resolve("out/a/D_U.java")).exists();
    }

    @Test
    void with_its_kind_the_type_is_renamed_and_not_the_member() throws IOException {
        String java = bound("union:d.u=Payload", "struct:d.s=Inner", "enum:d.e=Kind");

        assertThat(java).contains("Payload u()", "Inner s()", "Kind");
        assertThat(temp.resolve("out/a/Payload.java")).exists();
        assertThat(temp.resolve("out/a/D_U.java")).doesNotExist();
    }

    @Test
    void both_can_be_renamed() throws IOException {
        assertThat(bound("union:d.u=Payload", "d.u=payload")).contains("Payload payload()");
    }

    /** All of Java that comes out. */
    private String bound(String... renames) throws IOException {
        Files.writeString(temp.resolve("a.h"), HEADER);
        CommandRun run = CommandRun.in(temp, Stream.concat(
                Stream.of("--header", "a.h", "--out", "out", "--manifest", "out/a.ffigen.json"),
                Stream.of(renames).flatMap(rename -> Stream.of("--rename", rename))).toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.OK);
        StringBuilder java = new StringBuilder();
        try (Stream<Path> files = Files.list(temp.resolve("out/a"))) {
            for (Path file : files.sorted().toList()) {
                java.append(Files.readString(file));
            }
        }
        return java.toString();
    }
}
