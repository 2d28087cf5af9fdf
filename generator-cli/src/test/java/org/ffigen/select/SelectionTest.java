package org.ffigen.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;
import org.ffigen.model.Layout;
import org.ffigen.model.Linkage;
import org.ffigen.model.NativeApi;
import org.ffigen.model.PerTarget;
import org.ffigen.model.SourceLocation;
import org.junit.jupiter.api.Test;

/** What is bound: the library's own, and what that needs. */
class SelectionTest {

    private static final SourceLocation OWN = new SourceLocation("a.h", 1, 1);
    private static final SourceLocation SYSTEM = SourceLocation.systemHeader("stdio.h");

    @Test
    void own_declarations_stay_and_others_come_if_they_are_needed() {
        NativeApi selected = select(function("f", OWN, pointer("struct:tm")), function("printf", SYSTEM, CType.VOID),
                record("struct:tm", SYSTEM, named("typedef:time_t")), typedef("time_t", SYSTEM, CType.VOID),
                typedef("unused_t", SYSTEM, CType.VOID), typedef("unused_own_t", OWN, CType.VOID));

        assertThat(ids(selected)).containsExactlyInAnyOrder("function:f", "struct:tm", "typedef:time_t",
                "typedef:unused_own_t");
    }

    @Test
    void needs_are_found_wherever_a_type_can_stand() {
        CType nested = new CType.Array(new CType.Const(named("struct:in_array")), OptionalLong.of(2));
        CType callback = new CType.Pointer(new CType.Function(new FunctionType(named("typedef:result_t"),
                List.of(new Parameter("", pointer("struct:in_callback"))), false, true)));

        assertThat(ids(select(record("struct:own", OWN, nested, callback), record("struct:in_array", SYSTEM),
                record("struct:in_callback", SYSTEM), typedef("result_t", SYSTEM, CType.VOID))))
                .contains("struct:in_array", "struct:in_callback", "typedef:result_t");
    }

    @Test
    void internals_of_the_system_are_opaque_behind_a_pointer() {
        NativeApi selected = select(function("f", OWN, new CType.Pointer(named("typedef:FILE"))),
                typedef("FILE", SYSTEM, named("struct:_IO_FILE")),
                record("struct:_IO_FILE", SYSTEM, pointer("struct:_IO_marker")), record("struct:_IO_marker", SYSTEM));

        assertThat(selected.find(DeclId.parse("struct:_IO_FILE"))).get().isInstanceOf(OpaqueDecl.class);
        assertThat(ids(selected)).doesNotContain("struct:_IO_marker");
    }

    @Test
    void internals_that_lie_in_a_record_are_complete_also_through_a_typedef() {
        NativeApi selected = select(function("f", OWN, pointer("struct:_G_fpos_t")),
                record("struct:own", OWN, named("typedef:fpos_t")),
                typedef("fpos_t", SYSTEM, named("struct:_G_fpos_t")), record("struct:_G_fpos_t", SYSTEM));

        assertThat(selected.find(DeclId.parse("struct:_G_fpos_t"))).get().isInstanceOf(RecordDecl.class);
    }

    @Test
    void own_records_may_be_called_as_they_like() {
        assertThat(select(function("f", OWN, pointer("struct:_mine")), record("struct:_Mine", OWN),
                record("struct:_mine", SYSTEM)).find(DeclId.parse("struct:_Mine"))).get()
                .isInstanceOf(RecordDecl.class);
    }

    @Test
    void a_reference_to_nothing_is_an_error() {
        assertThatThrownBy(() -> select(function("f", OWN, pointer("struct:nothing"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing declares struct:nothing");
    }

    @Test
    void selecting_twice_changes_nothing() {
        NativeApi once = select(function("f", OWN, new CType.Pointer(named("typedef:FILE"))),
                typedef("FILE", SYSTEM, named("struct:_IO_FILE")), record("struct:_IO_FILE", SYSTEM));

        assertThat(Selection.apply(once)).isEqualTo(once);
    }

    private static NativeApi select(Declaration... declarations) {
        return Selection.apply(new NativeApi("x", List.of("a.h"), List.of(), Map.of(), List.of(declarations),
                List.of()));
    }

    private static List<String> ids(NativeApi api) {
        return api.declarations().keySet().stream().map(DeclId::toString).toList();
    }

    private static CType named(String id) {
        return new CType.Named(DeclId.parse(id));
    }

    private static CType pointer(String id) {
        return new CType.Pointer(named(id));
    }

    private static FunctionDecl function(String name, SourceLocation source, CType parameter) {
        return new FunctionDecl(DeclId.function(name), name,
                new FunctionType(CType.VOID, List.of(new Parameter("p", parameter)), false, true), Linkage.EXTERNAL,
                false,
                Optional.empty(), Optional.empty(), source);
    }

    private static TypedefDecl typedef(String name, SourceLocation source, CType type) {
        return new TypedefDecl(DeclId.typedef(name), type, OptionalLong.empty(), Optional.empty(), source);
    }

    private static RecordDecl record(String id, SourceLocation source, CType... members) {
        List<Member> list = List.of(members)
                .stream()
                .map(type -> new Member("m", type, OptionalInt.empty(), Optional.empty()))
                .toList();
        return new RecordDecl(DeclId.parse(id), list, new PerTarget.Same<>(new Layout(8, 8, Map.of(), Map.of())),
                Optional.empty(), source);
    }
}
