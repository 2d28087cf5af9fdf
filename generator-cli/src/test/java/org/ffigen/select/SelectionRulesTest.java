package org.ffigen.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ffigen.config.Given;
import org.ffigen.config.SelectionRules;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumConstant;
import org.ffigen.model.Declaration.EnumDecl;
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
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.ffigen.model.SourceLocation;
import org.junit.jupiter.api.Test;

/** What the rules of a user leave of an api. */
class SelectionRulesTest {

    private static final SourceLocation A = new SourceLocation("lib/a.h", 3, 1);
    private static final SourceLocation B = new SourceLocation("lib/b.h", 3, 1);

    private final Diagnostics diagnostics = new Diagnostics();

    /** {@code int shape_area(struct shape *)}, {@code struct shape} with a {@code struct point} by value, and more. */
    private final NativeApi api = new NativeApi("x", List.of("a.h"), List.of(), Map.of(), List.of(
            function("shape_area", A, pointer("struct:shape")), function("point_norm", A, named("typedef:point_t")),
            function("color_name", B, named("enum:color")), function("on_click", B, named("typedef:click")),
            record("struct:shape", A, named("struct:point"), pointer("struct:point")), record("struct:point", A),
            record("struct:alone", B),
            new TypedefDecl(DeclId.typedef("point_t"), named("struct:point"), OptionalLong.empty(), Optional.empty(),
                    A),
            new TypedefDecl(DeclId.typedef("click"), new CType.Pointer(new CType.Function(
                    new FunctionType(CType.VOID, List.of(), false, true))), OptionalLong.empty(), Optional.empty(), B),
            enumeration("enum:color", "RED"), enumeration("enum:#MODE_ON", "MODE_ON")),
            List.of(new Skipped("macro", "SHAPE_MAX", SkipCode.FUNCTION_LIKE_MACRO, "r", A)));

    @Test
    void what_is_included_brings_the_types_it_needs() {
        assertThat(ids(select(List.of("shape_*"), List.of()))).containsExactly("struct:point", "struct:shape",
                "function:shape_area");
        assertThat(ids(select(List.of("function:point_norm"), List.of()))).containsExactly("struct:point",
                "typedef:point_t", "function:point_norm");
    }

    @Test
    void a_kind_or_a_header_selects_too() {
        assertThat(ids(select(List.of("struct:al?ne"), List.of()))).containsExactly("struct:alone");
        assertThat(ids(select(List.of("header:b.h"), List.of()))).containsExactly("struct:alone", "enum:#MODE_ON",
                "enum:color", "typedef:click", "function:color_name", "function:on_click");
        assertThat(ids(select(List.of("header:lib/*"), List.of()))).hasSize(api.declarations().size());
    }

    @Test
    void an_unnamed_enumeration_goes_by_its_constants() {
        assertThat(ids(select(List.of("MODE_*"), List.of()))).containsExactly("enum:#MODE_ON");
    }

    @Test
    void an_excluded_record_is_opaque_behind_pointers_and_of_unknown_shape_by_value() {
        NativeApi selected = select(List.of(), List.of("struct:point"));

        assertThat(selected.find(DeclId.parse("struct:point"))).get().isInstanceOf(OpaqueDecl.class);
        RecordDecl shape = (RecordDecl) selected.find(DeclId.parse("struct:shape")).orElseThrow();
        assertThat(shape.members().get(0).type())
                .isEqualTo(new CType.Unsupported("excluded-type", "struct point"));
        assertThat(shape.members().get(1).type()).isEqualTo(pointer("struct:point"));
        assertThat(shape.layout()).isEqualTo(((RecordDecl) api.find(shape.id()).orElseThrow()).layout());
        FunctionDecl norm = (FunctionDecl) selected.find(DeclId.function("point_norm")).orElseThrow();
        assertThat(norm.type().parameters().getFirst().type()).as("through a typedef")
                .isEqualTo(new CType.Unsupported("excluded-type", "struct point"));
    }

    @Test
    void what_nothing_needs_is_gone() {
        assertThat(ids(select(List.of(), List.of("alone", "shape_area", "struct:shape"))))
                .doesNotContain("struct:alone",
                        "function:shape_area", "struct:shape")
                .contains("struct:point");
    }

    @Test
    void an_excluded_enumeration_is_an_integer_and_a_callback_an_address() {
        NativeApi selected = select(List.of(), List.of("enum:color", "click"));

        assertThat(((EnumDecl) selected.find(DeclId.parse("enum:color")).orElseThrow()).constants()).isEmpty();
        assertThat(((TypedefDecl) selected.find(DeclId.typedef("click")).orElseThrow()).type())
                .isEqualTo(new CType.Pointer(CType.VOID));
    }

    @Test
    void what_is_left_out_is_known_and_what_is_skipped_follows_the_rules() {
        Selected selected = apply(api, List.of("shape_*", "SHAPE_*"), List.of("color*"), true);

        assertThat(selected.leftOut()).containsEntry(DeclId.parse("enum:color"), Selected.How.EXCLUDED)
                .containsEntry(DeclId.parse("struct:alone"), Selected.How.NOT_INCLUDED)
                .doesNotContainKey(DeclId.parse("struct:point"));
        assertThat(selected.api().skipped()).hasSize(1);
        assertThat(select(List.of(), List.of("macro:SHAPE*")).skipped()).isEmpty();
        assertThat(select(List.of("point_norm"), List.of()).skipped()).isEmpty();
    }

    @Test
    void the_same_rules_on_the_result_change_nothing() {
        for (List<List<String>> rules : List.of(List.of(List.of("shape_*"), List.<String>of()),
                List.of(List.<String>of(), List.of("struct:point", "color", "click", "SHAPE*")))) {
            NativeApi once = select(rules.get(0), rules.get(1));

            assertThat(apply(once, rules.get(0), rules.get(1), false).api()).isEqualTo(once);
        }
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void a_pattern_that_matches_nothing_is_an_error_with_the_nearest_names() {
        apply(api, List.of("shape_aera", "header:c.h"), List.of("union:*"), true);

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsOnly(DiagnosticCode.NOTHING_MATCHES);
        assertThat(diagnostics.all()).extracting(Diagnostic::message)
                .containsExactly(
                        "--include 'shape_aera' matches nothing", "--include 'header:c.h' matches nothing",
                        "--exclude 'union:*' matches nothing");
        assertThat(diagnostics.all().get(0).hint()).contains("did you mean shape_area?");
        assertThat(diagnostics.all().get(1).hint()).contains("the headers are lib/a.h, lib/b.h");
    }

    @Test
    void a_kind_that_there_is_not_is_an_error() {
        apply(api, List.of("functions:f"), List.of(), true);

        assertThat(diagnostics.all()).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo(DiagnosticCode.INVALID_PATTERN);
            assertThat(d.hint()).contains("did you mean function?");
        });
    }

    private NativeApi select(List<String> include, List<String> exclude) {
        NativeApi selected = apply(api, include, exclude, true).api();
        assertThat(diagnostics.all()).isEmpty();
        return selected;
    }

    private Selected apply(NativeApi from, List<String> include, List<String> exclude, boolean complete) {
        return Selection.apply(from, new SelectionRules(given("--include", include), given("--exclude", exclude)),
                complete, diagnostics);
    }

    private static List<Given> given(String option, List<String> texts) {
        return texts.stream().map(text -> Given.option(option, text)).toList();
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

    private static Declaration function(String name, SourceLocation source, CType parameter) {
        return new FunctionDecl(DeclId.function(name), name,
                new FunctionType(CType.VOID, List.of(new Parameter("p", parameter)), false, true), Linkage.EXTERNAL,
                false,
                Optional.empty(), Optional.empty(), source);
    }

    private static Declaration record(String id, SourceLocation source, CType... members) {
        List<Member> list = Stream.of(members)
                .map(type -> new Member("m", type, OptionalInt.empty(), Optional.empty()))
                .toList();
        return new RecordDecl(DeclId.parse(id), list, new PerTarget.Same<>(new Layout(8, 8, Map.of(), Map.of())),
                Optional.empty(), source);
    }

    private static Declaration enumeration(String id, String constant) {
        return new EnumDecl(DeclId.parse(id), BuiltinKind.UNSIGNED_INT,
                List.of(new EnumConstant(constant, BigInteger.ONE, Optional.empty())), false, Optional.empty(), B);
    }
}
