package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.ffigen.lower.Refusals;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Layout;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records whose bytes lie in another order than the machine's. */
class StorageOrderTest {

    @TempDir
    Path temp;

    @Test
    void scalars_in_the_other_order_have_a_place_and_no_accessor() {
        NativeApi api = Refusals.noted(new HeaderFolder(temp).api("""
                #define BIG __attribute__((__scalar_storage_order__("big-endian")))
                struct point { int x; };
                struct __attribute__((scalar_storage_order("big-endian"))) be {
                    int x; unsigned y : 4, z : 12; char c; struct point p; short a[3]; char name[8];
                };
                typedef struct { int x; } BIG typed;
                struct __attribute__((scalar_storage_order("little-endian"))) le { int x; };
                int f(struct be *p);
                int by_value(struct be b);
                void g(typed t, struct le l);
                """));

        assertThat(api.skipped()).extracting(Skipped::kind, Skipped::name, Skipped::code)
                .containsExactlyInAnyOrder(tuple("member", "be.x", SkipCode.STORAGE_ORDER),
                        tuple("member", "be.y", SkipCode.STORAGE_ORDER),
                        tuple("member", "be.z", SkipCode.STORAGE_ORDER),
                        tuple("member", "be.a", SkipCode.STORAGE_ORDER),
                        tuple("member", "typed.x", SkipCode.STORAGE_ORDER),
                        tuple("function", "by_value", SkipCode.STORAGE_ORDER),
                        tuple("function", "g", SkipCode.STORAGE_ORDER));
        RecordDecl record = (RecordDecl) api.find(DeclId.parse("struct:be")).orElseThrow();
        Layout layout = record.layout().on("linux-x86_64");
        assertThat(record.members()).extracting(Member::name).containsExactly("x", "y", "z", "c", "p", "a", "name");
        assertThat(layout.size()).isEqualTo(28);
        assertThat(layout.offsets()).containsEntry("c", 6L).containsEntry("p", 8L).containsEntry("name", 18L);
    }

    /** What gcc does: what holds where a record ends holds for it, and the attribute outweighs the pragma. */
    @Test
    void the_pragma_holds_for_the_records_that_end_behind_it() {
        String records = """
                struct before { int x; };
                #pragma scalar_storage_order big-endian
                struct behind { int x; };
                struct __attribute__((scalar_storage_order("little-endian"))) attribute { int x; };
                #include "included.h"
                struct behind_include { int x; };
                #  pragma scalar_storage_order\tbig-endian // again
                typedef struct { int x; } typed;
                #pragma scalar_storage_order native
                struct unknown_word { int x; };
                _Pragma("scalar_storage_order default")
                struct last {
                    int x;
                #pragma scalar_storage_order big-endian
                    struct nested { int x; } n;
                };
                #define END _Pragma("scalar_storage_order little-endian")
                END
                // #pragma scalar_storage_order big-endian
                union after { int x; };
                """;
        HeaderFolder folder = new HeaderFolder(temp).with("included.h", """
                struct included { int x; };
                #pragma scalar_storage_order little-endian
                struct included_behind { int x; };
                """);
        List<String> names = List.of("struct before", "struct behind", "struct attribute", "struct included",
                "struct included_behind", "struct behind_include", "typed", "struct unknown_word", "struct last",
                "struct nested", "union after");
        NativeApi api = Refusals.noted(folder.api(records));

        Gcc gcc = new Gcc(temp);
        names.forEach(name -> gcc.ask(name.replaceAll(".* ", ""), "%d",
                "({ " + name + " v = { 1 }; *(char *) &v == 0; })"));
        List<String> big = gcc.answers("test.h")
                .stream()
                .filter(answer -> answer.endsWith("=1"))
                .map(answer -> answer.replace("=1", ".x"))
                .toList();

        assertThat(api.skipped()).extracting(Skipped::code).containsOnly(SkipCode.STORAGE_ORDER);
        assertThat(api.skipped()).extracting(Skipped::name)
                .containsExactlyInAnyOrderElementsOf(big)
                .contains("behind.x", "included.x", "last.x", "nested.x");
    }
}
