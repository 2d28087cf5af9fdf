package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ffigen.lower.Refusals;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Layout;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.ffigen.spell.CSpelling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structs and unions: what they hold, where that lies, and what they are called if they have no name. */
class RecordReaderTest {

    @TempDir
    Path temp;
    HeaderFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new HeaderFolder(temp);
    }

    @Test
    void members_have_types_comments_and_offsets() {
        NativeApi api = folder.api("""
                /** A point. */
                struct point {
                    int x; /**< across */
                    /** down */
                    double y;
                };
                """);

        RecordDecl point = record(api, "struct:point");
        assertThat(point.comment()).contains("/** A point. */");
        assertThat(point.members()).extracting(Member::name, m -> m.comment().orElse(""))
                .containsExactly(tuple("x", "/**< across */"), tuple("y", "/** down */"));
        assertThat(layout(point)).isEqualTo(new Layout(16, 8, Map.of("x", 0L, "y", 8L), Map.of()));
    }

    @Test
    void what_gcc_and_clang_lay_out_in_different_ways_is_opaque() throws IOException {
        String header = """
                struct small { char c[3]; };
                struct atomic { char x; _Atomic struct small a[2]; char y; };
                struct whole { int a, b, c, d; };
                struct same { char x; _Atomic struct whole a; char y; };
                struct within { char c; int i;
                #pragma pack(push, 1)
                    char d; long j; };
                struct packed { char d; long j; };
                #pragma pack(pop)
                typedef int wide __attribute__((aligned(16)));
                struct bits { char x; wide b : 5; char y; };
                struct plain { char x; int b : 5; wide w; };
                #pragma pack(push, 4)
                struct aligned { char c[3]; int m : 5 __attribute__((aligned(8))); char d; };
                #pragma pack(pop)
                typedef struct within within_t;
                struct around { int x; struct { within_t all[2]; } y; };
                struct beside { int x; struct within *y; };
                """;
        NativeApi api = folder.api(header);

        List<String> opaque = List.of("aligned", "around", "atomic", "bits", "within");
        assertThat(api.all(OpaqueDecl.class)).extracting(o -> o.id().name()).containsAll(opaque);
        assertThat(api.skipped()).filteredOn(s -> s.code() == SkipCode.LAYOUT_DIFFERS)
                .extracting(Skipped::name)
                .containsAll(opaque);
        Gcc gcc = new Gcc(temp);
        List<String> sizes = new ArrayList<>();
        for (String name : List.of("beside", "packed", "plain", "same", "small", "whole")) {
            gcc.ask(name, "%zu", "sizeof(struct " + name + ")");
            sizes.add(name + "=" + layout(record(api, "struct:" + name)).size());
        }
        assertThat(gcc.answers(folder.with("sizes.h", header).path("sizes.h").toString())).isEqualTo(sizes);
    }

    @Test
    void a_pragma_of_another_compiler_makes_bit_fields_uncertain() {
        NativeApi api = folder.api("""
                #pragma ms_struct on
                struct bits { unsigned long m : 15; char c; };
                struct none { unsigned long m; char c; };
                #pragma ms_struct off
                """);

        assertThat(api.skipped()).extracting(Skipped::name).containsExactly("bits");
        assertThat(record(api, "struct:none").members()).hasSize(2);
    }

    @Test
    void members_of_anonymous_members_lie_in_the_outermost_record() {
        NativeApi api = folder.api("struct anon { int tag; union { struct { int lo, hi; }; long all; }; int end; };");

        assertThat(layout(record(api, "struct:anon")).offsets())
                .containsExactlyInAnyOrderEntriesOf(Map.of("tag", 0L, "lo", 8L, "hi", 12L, "all", 8L, "end", 16L));
        assertThat(record(api, "struct:anon").members()).extracting(Member::name, Member::type)
                .contains(tuple("", new CType.Named(DeclId.parse("union:anon.#1"))));
        assertThat(record(api, "union:anon.#1").members()).extracting(Member::type)
                .contains(new CType.Named(DeclId.parse("struct:anon.#1.#0")));
    }

    @Test
    void bit_fields_have_widths_and_positions() {
        NativeApi api = folder.api("struct bits { unsigned a : 3; int b : 5; unsigned : 0; unsigned long c : 40; };");

        RecordDecl bits = record(api, "struct:bits");
        assertThat(bits.members()).extracting(Member::name, Member::bits)
                .containsExactly(
                        tuple("a", OptionalInt.of(3)), tuple("b", OptionalInt.of(5)), tuple("", OptionalInt.of(0)),
                        tuple("c", OptionalInt.of(40)));
        assertThat(layout(bits).bitOffsets())
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", 0L, "b", 3L, "c", 64L));
        assertThat(layout(bits).offsets()).isEmpty();
        assertThat(api.skipped()).isEmpty();
    }

    @Test
    void bit_fields_of_every_integer_have_accessors() {
        NativeApi api = folder
                .api("""
                        struct s {
                            unsigned __int128 a : 64; __int128 b : 5; __int128 c : 100; _BitInt(20) d : 5; int e : 3; _Bool f : 1;
                            _BitInt(200) g : 150;
                        };
                        """);

        assertThat(Refusals.noted(api).skipped()).isEmpty();
    }

    @Test
    void a_flexible_array_member_has_no_length() {
        RecordDecl flex = record(folder.api("struct flex { int n; double items[]; };"), "struct:flex");

        assertThat(((CType.Array) flex.members().getLast().type()).length()).isEmpty();
        assertThat(layout(flex).offsets()).containsEntry("items", 8L);
    }

    @Test
    void a_record_that_is_never_complete_is_opaque() {
        NativeApi api = folder.api("struct handle; struct handle *open_it(void);");

        assertThat(api.find(DeclId.parse("struct:handle"))).get().isInstanceOf(OpaqueDecl.class);
    }

    @Test
    void the_complete_declaration_wins_wherever_it_stands() {
        NativeApi api = folder.api("struct late; struct late *f(void);\n/** Here. */\nstruct late { int x; };");

        assertThat(record(api, "struct:late").comment()).contains("/** Here. */");
        assertThat(record(api, "struct:late").source().line()).isEqualTo(3);
    }

    @Test
    void types_without_a_name_are_named_by_where_they_stand() {
        NativeApi api = folder.api("""
                typedef struct { int x; } named_t;
                typedef struct { int x; } *handle;
                extern struct { struct { int b; } in; } global;
                struct s {
                    enum { S_A, S_B } kind;
                    union { int i; float f; } u[3];
                    struct { int z; } *p;
                    struct { int z; } one, two;
                    struct inner { int q; } in;
                    enum { S_LONE };
                };
                enum { LONELY = 7 };
                """);

        assertThat(ids(api)).contains("struct:named_t", "struct:handle.#type", "struct:global.#type",
                "struct:global.#type.in", "enum:s.kind", "union:s.u", "struct:s.p", "struct:s.one", "struct:inner",
                "enum:#S_LONE", "enum:#LONELY");
        assertThat(record(api, "struct:s").members()).extracting(Member::name, Member::type)
                .contains(tuple("two", new CType.Named(DeclId.parse("struct:s.one"))));
    }

    @Test
    void a_tag_and_a_typedef_of_one_name_are_told_apart() {
        NativeApi api = folder.api("""
                typedef struct { int by_typedef; } both;
                struct both { int by_tag; };
                void f(struct both *a, both *b);
                """);

        assertThat(record(api, "struct:both").members()).extracting(Member::name).containsExactly("by_tag");
        assertThat(record(api, "struct:both.#typedef").members()).extracting(Member::name)
                .containsExactly("by_typedef");
    }

    @Test
    void so_are_types_inside_of_a_tag_and_a_typedef_of_different_kinds() {
        NativeApi api = folder.api("""
                typedef union { struct { int k; } in; } z;
                struct z { struct { double b, c; } in; };
                double f(const struct z *tagged, const z *named);
                """);

        assertThat(layout(record(api, "struct:z.in")).size()).isEqualTo(16);
        assertThat(layout(record(api, "struct:z.#typedef.in")).size()).isEqualTo(4);
    }

    @Test
    void unnamed_records_of_one_macro_are_told_apart() {
        NativeApi api = folder.api("""
                #define PAIR struct { struct { int a; } x; struct { long b; } y; }
                struct s { PAIR first; PAIR second; };
                """);

        assertThat(layout(record(api, "struct:s.second.x")).size()).isEqualTo(4);
        assertThat(layout(record(api, "struct:s.second.y")).size()).isEqualTo(8);
    }

    @Test
    void layouts_are_gccs() {
        String header = """
                #include <stdint.h>
                struct __attribute__((packed)) packed { char c; int i; };
                #pragma pack(push, 2)
                struct two { char c; int i; double d; };
                #pragma pack(pop)
                struct over { char c; _Alignas(32) int i; };
                struct tail { int64_t a; char b; struct { char c; short d; } in[3]; };
                union mixed { char c[5]; long double ld; struct { int x; } s; };
                struct nested { struct tail t; union mixed m; struct packed p[2]; };
                """;
        NativeApi api = folder.api(header);
        Gcc gcc = new Gcc(temp);
        List<String> ours = new ArrayList<>();
        for (RecordDecl record : api.all(RecordDecl.class)) {
            if (record.id().isSpelled()) {
                String type = record.id().kind().word() + " " + record.name();
                gcc.ask(type, "%zu", "sizeof(" + type + ")").ask(type, "%zu", "_Alignof(" + type + ")");
                ours.add(type + "=" + layout(record).size());
                ours.add(type + "=" + layout(record).align());
                layout(record).offsets().forEach((member, offset) -> {
                    gcc.ask(member, "%zu", "offsetof(" + type + ", " + member + ")");
                    ours.add(member + "=" + offset);
                });
            }
        }

        assertThat(ours).hasSizeGreaterThan(25).isEqualTo(gcc.answers("test.h"));
    }

    @Test
    void const_of_a_member_without_a_name_is_known() {
        NativeApi api = folder.api("""
                struct s {
                    const struct { int before; };
                    struct { int behind; } /* ; */ const;
                    const /* struct */
                    union { int on_two_lines; };
                    struct { const int inside; };
                    struct { int open; };
                };
                """);

        assertThat(record(api, "struct:s").members()).extracting(member -> member.type() instanceof CType.Const)
                .containsExactly(true, true, true, false, false);
        Gcc gcc = new Gcc(temp);
        for (String member : List.of("before", "behind", "on_two_lines", "inside", "open")) {
            gcc.ask(member, "%d", "_Generic(&((struct s *) 0)->" + member + ", const int *: 1, int *: 0)");
        }
        assertThat(gcc.answers("test.h")).containsExactly("before=1", "behind=1", "on_two_lines=1", "inside=1",
                "open=0");
    }

    @Test
    void volatile_of_a_member_without_a_name_is_known_too() {
        NativeApi api = folder.api("struct s { volatile const struct { int x; }; __volatile__ union { int y; }; };");

        assertThat(record(api, "struct:s").members()).extracting(member -> CSpelling.qualifiers(member.type()))
                .containsExactly("const volatile ", "volatile ");
    }

    @Test
    void a_typedef_that_names_a_record_aligns_it() {
        String header = """
                typedef struct { char c; long l[13]; } named __attribute__((aligned(32)));
                typedef union { int i; } plain;
                typedef struct tagged { int i; } aligned_tagged __attribute__((aligned(16)));
                """;
        NativeApi api = folder.api(header);
        List<String> gcc = new Gcc(temp).ask("named", "%zu", "sizeof(named)")
                .ask("named", "%zu", "_Alignof(named)")
                .ask("plain", "%zu", "_Alignof(plain)")
                .ask("tagged", "%zu", "_Alignof(struct tagged)")
                .answers("test.h");

        assertThat(List.of("named=" + layout(record(api, "struct:named")).size(),
                "named=" + layout(record(api, "struct:named")).align(),
                "plain=" + layout(record(api, "union:plain")).align(),
                "tagged=" + layout(record(api, "struct:tagged")).align())).isEqualTo(gcc);
    }

    private static Layout layout(RecordDecl record) {
        return record.layout().on("linux-x86_64");
    }

    private static RecordDecl record(NativeApi api, String id) {
        return (RecordDecl) api.find(DeclId.parse(id))
                .orElseThrow(() -> new AssertionError(id + " is not in " + ids(api)));
    }

    private static List<String> ids(NativeApi api) {
        return api.declarations().keySet().stream().map(DeclId::toString).toList();
    }
}
