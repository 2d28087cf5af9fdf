package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
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
}
