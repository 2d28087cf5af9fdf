package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --names}: what a header gains, wherever, renames nothing that was there. */
class KeptNamesTest {

    private static final String BEFORE = """
            enum { PLAIN };
            enum flags { READ, WRITE };
            typedef struct oneRecord { int someMember; struct { int innerMember; }; } oneRecord;
            int doIt(oneRecord r);
            int wait_for(int (*cb)(int));
            struct result { int x; };
            void out_pair(int *a, int *b);
            void read_all(void);
            #define HUGE_VALUE 1
            """;

    /** Every line collides with something above, or with what is generated for it. */
    private static final String AFTER = """
            enum { FIRST };
            typedef struct one_record { int some_member, someMember; struct { int z; }; struct { int inner_member, innerMember; }; } one_record;
            int do_it(one_record r);
            typedef struct wait_for_Cb WaitFor_Cb;
            typedef struct out_pair_result { int x; } out_pair_result;
            typedef struct RESULT { int y; } RESULT;
            void read_all_async(void);
            void see(WaitFor_Cb *a, out_pair_result b, RESULT c);
            enum { HUGE_value };
            enum flags { READ, WRITE };
            void use(enum flags f);
            enum { OTHER, PLAIN };
            typedef struct oneRecord { int some_member, someMember; struct { int z; }; struct { int inner_member, innerMember; }; } oneRecord;
            int doIt(oneRecord r);
            int wait_for(int (*cb)(int));
            struct result { int x; };
            void out_pair(int *a, int *b);
            void read_all(void);
            #define HUGE_VALUE 1
            """;

    private static final String CONFIG = """
            functions:
              out_pair: {parameters: {a: out, b: out}}
              read_all: {nonblocking: true}
            """;

    @TempDir
    Path temp;

    @BeforeEach
    void version() throws IOException {
        write("h.h", BEFORE);
        write("config.yaml", CONFIG);
    }

    @Test
    void whatAHeaderGainsRenamesNothing() throws IOException {
        assertThat(run().err()).isEmpty();
        List<String> before = Files.readAllLines(temp.resolve("names.yaml"));
        assertThat(before).contains("  \"function:doIt\": \"doIt\"",
                "  \"struct:oneRecord.someMember\": \"someMember\"",
                "  \"struct:oneRecord.innerMember\": \"innerMember\"",
                "  \"generated:OutPairResult\": \"OutPairResult\"",
                "  \"second:readAllAsync\": \"readAllAsync\"",
                "  \"generated:WaitFor_Cb int (*)(int)\": \"WaitFor_Cb\"", "  \"enum:PLAIN\": \"PLAIN\"",
                "  - \"enum:flags\"");

        write("h.h", AFTER);
        assertThat(run().err()).isEmpty();
        assertThat(Files.readAllLines(temp.resolve("names.yaml"))).containsAll(before)
                .contains("  \"function:do_it\": \"doIt_\"", "  \"struct:oneRecord.some_member\": \"someMember_\"",
                        "  \"function:read_all_async\": \"readAllAsync_\"",
                        "  \"struct:out_pair_result\": \"OutPairResult_\"");
        assertThat(library()).contains("int doIt(OneRecord ", "public static void use(", "int f)");
    }

    @Test
    void typesOfMembersAreKeptBesideTheMembers() throws IOException {
        write("config.yaml", "{}");
        String type = "struct http_req { struct { int k; } in; union { int a; } u; };\nint f(struct http_req *r);\n";
        write("h.h", type);
        assertThat(run().exit()).isEqualTo(ExitCode.OK);

        write("h.h", "struct HttpReq { struct { double other; } in; union { double d; } u; };\n" + type);
        assertThat(run().exit()).isEqualTo(ExitCode.OK);

        assertThat(Files.readString(temp.resolve("out/h/HttpReq_In.java"))).contains("int k");
        assertThat(Files.readString(temp.resolve("out/h/HttpReq_U.java"))).contains("int a");
    }

    @Test
    void aCallbackKeepsItsNameHoweverCWritesItsType() throws IOException {
        write("config.yaml", "{}");
        write("h.h", """
                struct point { int x; };
                void do_it(struct point *p, int (*visit)(struct point *p));
                """);
        run();
        write("h.h", """
                typedef struct point point;
                struct point { int x; };
                void do_it(struct point *p, int (*visit)(point *where));
                """);
        run();

        assertThat(Files.readAllLines(temp.resolve("names.yaml")))
                .contains("  \"generated:DoIt_Visit int (*)(point *where)\": \"DoIt_Visit\"")
                .noneMatch(line -> line.contains("DoIt_Visit_"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "struct io { %s }; struct io *io_open(void);            | int (*x_close)(void);  | int (*xClose)(int);",
            "struct io { %s }; struct io *io_open(void);            | int (*X_close)(void); int (*x_close)(long);"
                    + " | int (*xClose)(int);",
            "struct io { struct { %s }; }; struct io *io_open(void); | int (*x_close)(void); | int (*xClose)(int);",
            "void use(%s int last);                                 | int (*a_b)(void),      | int (*aB)(int),",
            "typedef void use(%s int last); void f(use *u);         | int (*a_b)(void),      | int (*aB)(int),",
    })
    void aTypeThatComesBeforeAnotherOfThePlaceLeavesItItsNameAndGetsItsOwn(String header, String added, String kept)
            throws IOException {
        write("config.yaml", "{}");
        write("h.h", header.formatted(kept));
        run();
        Path type = onlyFunction();
        String before = Files.readString(type);

        write("h.h", header.formatted(added + " " + kept));
        assertThat(run().err()).isEmpty();

        assertThat(type).hasContent(before);
        assertThat(functions()).hasSize(1 + added.split("\\(\\*").length - 1);
        assertThat(run().out()).contains("0 written");
        assertThat(run("--check").exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void typesThatCWritesAlikeHaveNamesOfTheirOwn() throws IOException {
        write("config.yaml", "{}");
        write("h.h", """
                struct io {
                  int (*a_b)(struct { int x; } *p);
                  int (*aB)(struct { long y; } *p);
                };
                struct io *io_open(void);
                """);
        run();
        assertThat(functions()).hasSize(2);
        assertThat(run().out()).contains("0 written");
        assertThat(run("--check").exit()).isEqualTo(ExitCode.OK);
    }

    /** Else the tests above would tell nothing. */
    @Test
    void withoutTheFileWhatComesFirstHasTheName() throws IOException {
        write("h.h", AFTER);
        assertThat(run().err()).isEmpty();
        assertThat(Files.readAllLines(temp.resolve("names.yaml"))).contains("  \"function:do_it\": \"doIt\"",
                "  \"function:doIt\": \"doIt_\"", "  \"struct:oneRecord.some_member\": \"someMember\"",
                "  \"function:read_all_async\": \"readAllAsync\"", "  \"second:readAllAsync\": \"readAllAsync_\"")
                .doesNotContain("  - \"enum:flags\"");
    }

    @Test
    void theSameHeadersGiveTheSameFileAgain() throws IOException {
        write("h.h", AFTER);
        run();
        String first = Files.readString(temp.resolve("names.yaml"));
        assertThat(run().out()).contains("0 written");
        assertThat(Files.readString(temp.resolve("names.yaml"))).isEqualTo(first);
        assertThat(run("--check").exit()).isEqualTo(ExitCode.OK);
        assertThat(run("--if-changed").out()).contains("up to date");
    }

    @Test
    void aNameThatTheRulesNoLongerGiveIsNotKept() throws IOException {
        run();
        assertThat(run("--naming", "c").err()).isEmpty();
        assertThat(library()).contains(" wait_for(");
        assertThat(run("--naming", "c", "--rename", "wait_for=doIt").err()).isEmpty();
        assertThat(library()).contains(" doIt(@Nullable FunctionPointer<wait_for_cb> cb)", " doIt_(oneRecord ");
    }

    @Test
    void anEditedFileIsObeyedAndAMissingOneIsMadeAgain() throws IOException {
        run();
        Path names = temp.resolve("names.yaml");
        Files.writeString(names, Files.readString(names).replace("\"doIt\"", "\"doIt__\""));
        assertThat(run("--check").exit()).isEqualTo(ExitCode.OUT_OF_DATE);
        run("--if-changed");
        assertThat(library()).contains("int doIt__(OneRecord ");
        assertThat(run("--verbose").err()).contains("doIt__", "it was called so before");

        Files.delete(names);
        assertThat(run("--check").exit()).isEqualTo(ExitCode.OUT_OF_DATE);
        assertThat(names).doesNotExist();
        run("--if-changed");
        assertThat(names).exists();
        assertThat(library()).contains("int doIt(OneRecord ");
    }

    @Test
    void theFileStaysWhenNobodyAsksForItAnyMore() {
        run();
        CommandRun.in(temp, "--header", "h.h", "--out", "out", "--config", "config.yaml");
        assertThat(temp.resolve("names.yaml")).exists();
    }

    @Test
    void aFileThatHoldsSomethingElseIsRefusedAtItsPlace() throws IOException {
        write("names.yaml", "names:\n  a: [b]\nmore: 1\n");
        assertThat(run().err()).contains("names.yaml:2:6: error[FFI0019]: names.a is a name in Java, not a list",
                "names.yaml:3:1: error[FFI0019]: the file of names has no key 'more'");
        assertThat(Files.readString(temp.resolve("names.yaml"))).isEqualTo("names:\n  a: [b]\nmore: 1\n");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void aFileOfTheUsersIsNotWrittenOver() throws IOException {
        write("names.yaml", "# mine\n");
        CommandRun run = run();
        assertThat(run.exit()).isNotEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("names.yaml exists, and ffigen did not write it");
        assertThat(Files.readString(temp.resolve("names.yaml"))).isEqualTo("# mine\n");
    }

    @Test
    void namesAreNeverWrittenOverTheIndexOrTheConfig() throws IOException {
        assertThat(run().exit()).isEqualTo(ExitCode.OK);
        String index = "out/.ffigen/h.HLibrary.depfile";
        String before = Files.readString(temp.resolve(index));

        CommandRun overIndex = CommandRun.in(temp, "--header", "h.h", "--out", "out", "--names", index);
        assertThat(overIndex.exit()).isNotEqualTo(ExitCode.OK);
        assertThat(Files.readString(temp.resolve(index))).isEqualTo(before);

        CommandRun overConfig = CommandRun.in(temp, "--header", "h.h", "--out", "new", "--config", "config.yaml",
                "--names", "config.yaml");
        assertThat(overConfig.exit()).isNotEqualTo(ExitCode.OK);
        assertThat(Files.readString(temp.resolve("config.yaml"))).isEqualTo(CONFIG);
        assertThat(temp.resolve("new")).doesNotExist();

        CommandRun first = CommandRun.in(temp, "--header", "h.h", "--out", "new", "--names",
                "new/.ffigen/h.HLibrary.depfile");
        assertThat(first.err()).contains("new/.ffigen/h.HLibrary.depfile would be written twice");
    }

    @Test
    void namesAreThoseOfJavaFiles() {
        CommandRun run = CommandRun.in(temp, "--header", "h.h", "--manifest", "m.json", "--names", "names.yaml");
        assertThat(run.err()).contains("--names means nothing without --out");
    }

    private CommandRun run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--header", "h.h", "--out", "out", "--config", "config.yaml",
                "--names", "names.yaml"));
        arguments.addAll(List.of(more));
        return CommandRun.in(temp, arguments.toArray(String[]::new));
    }

    private Path onlyFunction() throws IOException {
        assertThat(functions()).hasSize(1);
        return functions().getFirst();
    }

    /** The interfaces of function pointers. */
    private List<Path> functions() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("out/h"))) {
            return files.filter(file -> file.getFileName().toString().matches("\\w+_(XClose|AB)_*\\.java")).toList();
        }
    }

    private String library() throws IOException {
        return Files.readString(temp.resolve("out/h/HLibrary.java"));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(temp.resolve(file), text);
    }
}
