package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.NativeApi;
import org.ffigen.digest.InputDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are read, whose they are and what they are called. */
class InclusionsTest {

    @TempDir
    Path temp;
    HeaderFolder folder;

    @BeforeEach
    void newFolder() throws IOException {
        temp = temp.toRealPath();
        folder = new HeaderFolder(temp);
    }

    @Test
    void a_name_on_the_include_path_and_a_path_mean_the_same() {
        folder.with("inc/lib/a.h", "#include \"b.h\"\n#include <lib/c.h>\n#include \"../other/d.h\"\nint a(void);\n")
                .with("inc/lib/b.h", "int b(void);\n")
                .with("inc/lib/c.h", "int c(void);\n")
                .with("inc/other/d.h", "int d(void);\n");

        ParsedHeaders byName = folder.parse(List.of("lib/a.h"), List.of(), "-Iinc");
        ParsedHeaders byPath = folder.parse(List.of("inc/lib/a.h"), List.of(), "-Iinc");

        assertThat(byName.api().headers()).containsExactly("lib/a.h");
        assertThat(names(byName)).containsExactly("OWN lib/a.h", "OWN lib/b.h", "OWN lib/c.h", "OWN other/d.h");
        assertThat(byName.inclusions()).first().extracting(Inclusion::path).isEqualTo(temp.resolve("inc/lib/a.h"));
        assertThat(byPath).isEqualTo(byName);
    }

    @Test
    void a_file_has_the_digest_of_what_was_read_whatever_has_come_since() throws IOException {
        folder.with("a.h", "#include \"b.h\"\nint a(void);\n").with("b.h", "");
        ParsedHeaders parsed = folder.parse(List.of("a.h"), List.of());
        folder.with("a.h", "int replaced(void);\n");

        assertThat(parsed.inclusions()).extracting(Inclusion::digest)
                .containsExactly(InputDigest.ofText("#include \"b.h\"\nint a(void);\n"), InputDigest.ofText(""));
    }

    @Test
    void a_path_outside_the_include_path_is_known_by_its_file_name() {
        folder.with("deep/down/a.h", "#include \"sub/b.h\"\n").with("deep/down/sub/b.h", "int b(void);\n");

        assertThat(names(folder.parse(List.of("deep/down/a.h"), List.of()))).containsExactly("OWN a.h", "OWN sub/b.h");
        assertThat(names(folder.parse(List.of(folder.path("deep/down/a.h").toString()), List.of())))
                .containsExactly("OWN a.h", "OWN sub/b.h");
    }

    @Test
    void the_c_librarys_header_is_meant_where_clang_wraps_it_in_one_of_its_own() {
        ParsedHeaders byName = folder.parse(List.of("inttypes.h"), List.of());

        assertThat(byName.api().headers()).containsExactly("inttypes.h");
        assertThat(functions(byName)).contains("imaxabs", "strtoimax");
        assertThat(functions(byName))
                .isEqualTo(functions(folder.parse(List.of("/usr/include/inttypes.h"), List.of())));
        assertThat(folder.parse(List.of("limits.h"), List.of()).api().all(MacroConstant.class))
                .extracting(MacroConstant::name)
                .as("clang's own too")
                .contains("INT_MAX", "MB_LEN_MAX");
    }

    @Test
    void a_file_in_the_folder_goes_before_one_on_the_include_path() {
        folder.with("a.h", "int here(void);\n").with("inc/a.h", "int there(void);\n");

        assertThat(functions(folder.parse(List.of("a.h"), List.of(), "-Iinc"))).containsExactly("here");
    }

    @Test
    void several_headers_are_one_binding_in_their_order() {
        folder.with("one/types.h", "typedef int first_t;\n").with("two/user.h", "first_t f(void);\n");

        NativeApi api = folder.parse(List.of("one/types.h", "two/user.h"), List.of()).api();

        assertThat(api.headers()).containsExactly("types.h", "user.h");
        assertThat(api.declarations()).containsOnlyKeys(DeclId.typedef("first_t"), DeclId.function("f"));
    }

    @Test
    void headers_of_one_name_are_told_apart_by_their_folders() {
        folder.with("b/types.h", "#include \"detail.h\"\n\n\nint b(void);\n")
                .with("b/detail.h", "int b_detail(void);\n")
                .with("a/types.h", "#include \"detail.h\"\n#include \"only.h\"\nint a(void);\n")
                .with("a/detail.h", "int a_detail(void);\n")
                .with("a/only.h", "int only(void);\n");

        ParsedHeaders parsed = folder.parse(List.of("b/types.h", "a/types.h"), List.of());

        assertThat(names(parsed)).containsExactly("OWN b/types.h", "OWN b/detail.h", "OWN a/types.h",
                "OWN a/detail.h", "OWN only.h");
        assertThat(parsed.api().headers()).containsExactly("b/types.h", "a/types.h");
        assertThat(parsed.api().declarations().values()).extracting(d -> d.name() + " " + d.source())
                .containsExactly("a a/types.h:3:5", "a_detail a/detail.h:1:5", "b b/types.h:4:5",
                        "b_detail b/detail.h:1:5", "only only.h:1:5");
    }

    @ParameterizedTest
    @CsvSource({"types.h; sub/types.h, types.h; sub/types.h",
            "x/inc/types.h; y/inc/types.h, x/inc/types.h; y/inc/types.h",
            "deep/x/one/types.h; two/types.h, one/types.h; two/types.h",
            "types.h; a/types.h; b/a/types.h, types.h; a/types.h; b/a/types.h",
            "a/types.h; b/other.h, types.h; other.h"})
    void names_grow_as_far_as_they_must(String headers, String expected) {
        List<String> files = List.of(headers.split("; "));
        files.forEach(file -> folder.with("project/" + file, "int f_" + files.indexOf(file) + "(void);\n"));

        for (String prefix : List.of("project/", folder.path("project") + "/")) {
            assertThat(folder.parse(files.stream().map(prefix::concat).toList(), List.of()).api().headers())
                    .containsExactly(expected.split("; "));
        }
    }

    @Test
    void an_own_header_of_a_system_headers_name_keeps_it() {
        folder.with("string.h", "#include <string.h>\nint own(void);\n").with("theirs/string.h", "int their(void);\n");

        assertThat(names(folder.parse(List.of("string.h"), List.of(), "-isystem", "theirs"))).contains("OWN string.h",
                "SYSTEM string.h");
    }

    @Test
    void headers_of_the_compiler_and_the_system_have_their_roles() {
        folder.with("a.h", "#include <stddef.h>\n#include <sys/types.h>\nint a(void);\n");

        List<String> names = names(folder.parse(List.of("a.h"), List.of()));

        assertThat(names).contains("OWN a.h", "RESOURCE stddef.h", "SYSTEM sys/types.h", "SYSTEM bits/types.h")
                .noneMatch(name -> name.contains(" /"));
    }

    @Test
    void a_forced_include_is_read_and_named() {
        folder.with("a.h", "forced_t a(void);\n").with("config/forced.h", "typedef int forced_t;\n");

        assertThat(names(folder.parse(List.of("a.h"), List.of(), "-include", "config/forced.h")))
                .containsExactly("SYSTEM forced.h", "OWN a.h");
        assertThat(names(folder.parse(List.of("a.h"), List.of(), "-Iconfig", "-includeforced.h")))
                .containsExactly("SYSTEM forced.h", "OWN a.h");
    }

    @Test
    void a_forced_include_may_declare_what_a_header_may() {
        folder.with("lib.h", "int f(enum color c);\n#define MOST (CONFIG_SIZE + GREEN)\n")
                .with("config/forced.h", "enum color { RED, GREEN = 5 };\n#define CONFIG_SIZE 3\n");

        NativeApi api = folder.parse(List.of("lib.h"), List.of("forced.h"), "-include", "config/forced.h").api();

        assertThat(api.declarations().values()).extracting(d -> d.id() + " " + d.source())
                .containsExactlyInAnyOrder("enum:color forced.h:1:6", "macro:CONFIG_SIZE forced.h:2:9",
                        "function:f lib.h:1:5", "macro:MOST lib.h:2:9");
        assertThat(api.targets().get(api.targets().firstKey()).pointerBits()).isEqualTo(64);
    }

    @Test
    void a_file_of_macros_is_looked_for_where_the_compiler_looks() {
        folder.with("a.h", "int a[SIZE];\nint i[INT_MAX > 0 ? 1 : -1];\n")
                .with("config/macros.h", "#define SIZE 3\n");

        assertThat(names(folder.parse(List.of("a.h"), List.of(), "-imacros", "limits.h", "-imacros",
                "config/macros.h"))).contains("SYSTEM macros.h", "OWN a.h").anyMatch(n -> n.endsWith(" limits.h"));
        assertThat(names(folder.parse(List.of("a.h"), List.of(), "-imacroslimits.h", "-Iconfig", "-imacros",
                "macros.h"))).contains("SYSTEM macros.h", "OWN a.h");
    }

    @Test
    void an_include_through_a_macro_is_followed() {
        folder.with("a.h", "#define B_H \"sub/b.h\"\n#define C_H <c.h>\n#include B_H\n#include C_H\n")
                .with("sub/b.h", "int b(void);\n")
                .with("theirs/c.h", "int c(void);\n");

        assertThat(functions(folder.parse(List.of("a.h"), List.of(), "-isystem", "theirs"))).containsExactly("b");
    }

    @Test
    void a_link_leads_to_the_same_file() throws IOException {
        folder.with("a.h", "#include <links/platform.h>\n#include \"platform.h\"\n")
                .with("platform.h", "#pragma once\nint platform(void);\n")
                .with("links/other.h", "");
        Files.createSymbolicLink(folder.path("links/platform.h"), folder.path("platform.h"));

        assertThat(functions(folder.parse(List.of("a.h"), List.of(), "-isystem."))).containsExactly("platform");
    }

    @Test
    void only_arguments_that_mean_something_to_every_machine_are_kept() {
        folder.with("a.h", "int a(void);\n").with("inc/b.h", "");

        assertThat(folder.parse(List.of("a.h"), List.of(), "-Iinc", "-I", "inc", "-DX=1", "-isystem", "inc", "-std=c11",
                "-isysroot/", "-UY").api().arguments()).containsExactly("-DX=1", "-std=c11", "-UY");
    }

    @Test
    void the_target_is_what_the_arguments_say() {
        folder.with("a.h", "long a(void);\n");

        assertThat(folder.parse(List.of("a.h"), List.of(), "--target=aarch64-unknown-linux-gnu").api().targets())
                .hasEntrySatisfying("linux-aarch64", target -> {
                    assertThat(target.charSigned()).isFalse();
                    assertThat(target.longBits()).isEqualTo(64);
                });
        assertThat(folder.parse(List.of("a.h"), List.of(), "-target", "i686-pc-windows-msvc").api().targets())
                .hasEntrySatisfying("windows-i686", target -> {
                    assertThat(target.pointerBits()).isEqualTo(32);
                    assertThat(target.wcharBits()).isEqualTo(16);
                    assertThat(target.littleEndian()).isTrue();
                });
    }

    private static List<String> names(ParsedHeaders parsed) {
        return parsed.inclusions().stream().map(i -> i.role() + " " + i.name()).toList();
    }

    private static List<String> functions(ParsedHeaders parsed) {
        return parsed.api().all(Declaration.FunctionDecl.class).stream().map(Declaration::name).toList();
    }
}
