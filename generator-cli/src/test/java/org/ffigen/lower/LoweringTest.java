package org.ffigen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ffigen.lower.ApiFixture.LINUX;
import static org.ffigen.lower.ApiFixture.LINUX_ARM;
import static org.ffigen.lower.ApiFixture.MACOS_ARM;
import static org.ffigen.lower.ApiFixture.WINDOWS;
import static org.ffigen.lower.ApiFixture.anonymous;
import static org.ffigen.lower.ApiFixture.api;
import static org.ffigen.lower.ApiFixture.array;
import static org.ffigen.lower.ApiFixture.bits;
import static org.ffigen.lower.ApiFixture.builtin;
import static org.ffigen.lower.ApiFixture.callback;
import static org.ffigen.lower.ApiFixture.constant;
import static org.ffigen.lower.ApiFixture.enumeration;
import static org.ffigen.lower.ApiFixture.field;
import static org.ffigen.lower.ApiFixture.incompleteArray;
import static org.ffigen.lower.ApiFixture.named;
import static org.ffigen.lower.ApiFixture.opaque;
import static org.ffigen.lower.ApiFixture.pointer;
import static org.ffigen.lower.ApiFixture.record;
import static org.ffigen.lower.ApiFixture.typedef;

import java.util.List;
import java.util.Map;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoweringTest {

    private static final CType INT = builtin(BuiltinKind.INT);
    private static final Shape I32 = new Shape.Scalar(ScalarKind.I32);

    private static Lowering on(Target target, Declaration... declarations) {
        return new Lowering(api(declarations), target);
    }

    @ParameterizedTest(name = "{0}: linux {1}, windows {2}, linux on ARM {3}, macOS {4}")
    @CsvSource({
            "LONG,           I64, I32, I64, I64",
            "UNSIGNED_LONG,  U64, U32, U64, U64",
            "WCHAR,          I32, U16, U32, I32",
            "CHAR,           I8,  I8,  U8,  I8",
            "SIGNED_CHAR,    I8,  I8,  I8,  I8",
            "SIZE,           USIZE, USIZE, USIZE, USIZE",
            "PTRDIFF,        ISIZE, ISIZE, ISIZE, ISIZE",
            "CHAR16,         U16, U16, U16, U16",
            "BOOL,           BOOL, BOOL, BOOL, BOOL",
    })
    void builtinTypesDependOnTheTarget(BuiltinKind kind, ScalarKind linux, ScalarKind windows, ScalarKind arm,
            ScalarKind macos) {
        assertThat(List.of(LINUX, WINDOWS, LINUX_ARM, MACOS_ARM))
                .map(target -> on(target).shape(builtin(kind)))
                .containsExactly(new Shape.Scalar(linux), new Shape.Scalar(windows), new Shape.Scalar(arm),
                        new Shape.Scalar(macos));
    }

    @ParameterizedTest
    @EnumSource(BuiltinKind.class)
    void everyBuiltinTypeHasAScalarOrIsRefused(BuiltinKind kind) {
        assertThat(on(LINUX).storage(builtin(kind))).isInstanceOfAny(Shape.Scalar.class, Shape.Refused.class);
    }

    @Test
    void typedefsAndConstAreLookedThrough() {
        Lowering lowering = on(LINUX, typedef("a", constant(INT)), typedef("b", constant(named("typedef:a"))));
        assertThat(lowering.resolve(constant(named("typedef:b")))).isEqualTo(INT);
        assertThat(lowering.shape(named("typedef:b"))).isEqualTo(I32);
    }

    @Test
    void aTypedefOfItselfIsRefusedNotFollowedForEver() {
        Lowering lowering = on(LINUX, typedef("a", named("typedef:b")), typedef("b", named("typedef:a")));
        assertThatThrownBy(() -> lowering.shape(named("typedef:a"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEnumIsItsInteger() {
        assertThat(on(LINUX, enumeration("e", BuiltinKind.UNSIGNED_INT, "A", 1)).shape(named("enum:e")))
                .isEqualTo(new Shape.Scalar(ScalarKind.U32));
    }

    @Test
    void parametersDecayToPointers() {
        Lowering lowering = on(LINUX, typedef("visit", ((CType.Pointer) callback(INT)).pointee()));
        assertThat(List.of(array(array(INT, 4), 3), incompleteArray(INT), named("typedef:visit"), callback(INT),
                pointer(INT), builtin(BuiltinKind.VA_LIST))).map(lowering::shape).containsOnly(Shape.POINTER);
    }

    @Test
    void arraysInMemoryAreFlat() {
        assertThat(on(LINUX).storage(array(array(INT, 4), 3))).isEqualTo(new Shape.ArrayShape(I32, 12));
        assertThat(on(LINUX).storage(incompleteArray(INT))).isEqualTo(new Shape.ArrayShape(I32, 0));
    }

    @Test
    void aRecordHasItsMembersWhereTheCompilerPutThem() {
        Lowering lowering = on(LINUX,
                record("struct:outer", 16, 4, field("tag", builtin(BuiltinKind.CHAR), 0),
                        anonymous(named("union:outer.#1"), Map.of("lo", 4L, "all", 4L)),
                        bits("flag", INT, 3, 64), field("end", incompleteArray(INT), 12)),
                record("union:outer.#1", 4, 4, anonymous(named("struct:outer.#1.#0"), Map.of("lo", 0L)),
                        field("all", INT, 0)),
                record("struct:outer.#1.#0", 4, 4, field("lo", INT, 0)));
        Shape inner = new Shape.StructShape(DeclId.parse("struct:outer.#1.#0"), 4, 4,
                List.of(new Shape.Field("lo", 0, I32)));
        Shape union = new Shape.UnionShape(DeclId.parse("union:outer.#1"), 4, 4,
                List.of(new Shape.Field("", 0, inner), new Shape.Field("all", 0, I32)));
        assertThat(lowering.shape(named("struct:outer"))).isEqualTo(
                new Shape.StructShape(DeclId.parse("struct:outer"), 16, 4, List.of(
                        new Shape.Field("tag", 0, new Shape.Scalar(ScalarKind.I8)),
                        new Shape.Field("", 4, union),
                        new Shape.Field("flag", 8, new Shape.BitField(ScalarKind.I32, 0, 3)),
                        new Shape.Field("end", 12, new Shape.ArrayShape(I32, 0)))));
    }

    @Test
    void anIncompleteTypeHasNoShape() {
        assertThat(on(LINUX, opaque("struct:s")).shape(named("struct:s")))
                .isEqualTo(new Shape.Refused(SkipCode.INCOMPLETE_BY_VALUE));
    }

    @Test
    void aTypeWithoutACounterpartHasNoShape() {
        assertThat(on(LINUX).shape(new CType.Unsupported("vector", "v4f")))
                .isEqualTo(new Shape.Refused(SkipCode.UNSUPPORTED_TYPE));
    }

    @Test
    void aLayoutWithoutAMemberIsAnError() {
        Declaration.RecordDecl whole = record("struct:s", 8, 4, field("a", INT, 0), field("b", INT, 4));
        Declaration.RecordDecl broken = new Declaration.RecordDecl(whole.id(), whole.members(),
                record("struct:s", 8, 4, field("a", INT, 0)).layout(), whole.comment(), whole.source());
        assertThatThrownBy(() -> on(LINUX, broken).shape(named("struct:s")))
                .hasMessage("struct:s has no offset for b on linux-x86_64");
    }
}
