package org.ffigen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.lower.ApiFixture.LINUX;
import static org.ffigen.lower.ApiFixture.anonymous;
import static org.ffigen.lower.ApiFixture.api;
import static org.ffigen.lower.ApiFixture.array;
import static org.ffigen.lower.ApiFixture.bits;
import static org.ffigen.lower.ApiFixture.builtin;
import static org.ffigen.lower.ApiFixture.field;
import static org.ffigen.lower.ApiFixture.function;
import static org.ffigen.lower.ApiFixture.incompleteArray;
import static org.ffigen.lower.ApiFixture.named;
import static org.ffigen.lower.ApiFixture.opaque;
import static org.ffigen.lower.ApiFixture.pointer;
import static org.ffigen.lower.ApiFixture.record;
import static org.ffigen.lower.ApiFixture.type;
import static org.ffigen.lower.ApiFixture.unnamedBits;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration;
import org.ffigen.model.FunctionType;
import org.ffigen.model.SkipCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

    private static final CType CHAR = builtin(BuiltinKind.CHAR);
    private static final CType INT = builtin(BuiltinKind.INT);
    private static final CType LONG = builtin(BuiltinKind.LONG);
    private static final CType FLOAT = builtin(BuiltinKind.FLOAT);
    private static final CType DOUBLE = builtin(BuiltinKind.DOUBLE);
    private static final CType S = named("struct:s");
    private static final CType U = named("union:u");

    static Stream<Declaration> natural() {
        return Stream.of(
                record("struct:s", 8, 4, field("c", CHAR, 0), field("i", INT, 4)),
                record("struct:s", 8, 4, field("i", INT, 0), field("c", CHAR, 4)),
                record("struct:s", 24, 8, field("c", array(CHAR, 3), 0), field("d", DOUBLE, 8), field("i", INT, 16)),
                record("struct:s", 2, 1, field("a", CHAR, 0), field("b", CHAR, 1)),
                record("struct:s", 16, 8, field("u", U, 0), field("i", INT, 8)),
                record("struct:s", 16, 8, anonymous(U, Map.of("all", 0L, "raw", 0L)), field("c", CHAR, 8)));
    }

    private static final Declaration UNION = record("union:u", 8, 8, field("all", LONG, 0),
            field("raw", array(CHAR, 5), 0));

    private static Lowering lowering(Declaration... declarations) {
        return new Lowering(api(declarations), LINUX);
    }

    @ParameterizedTest
    @MethodSource("natural")
    void naturalRecordsPassAndTheLinkerAgrees(Declaration struct) {
        Lowering lowering = lowering(struct, UNION);
        assertThat(lowering.refusal(type(S, S, U))).isEmpty();
        assertThat(ForeignLinker.accepts(lowering, type(S, S, U))).isTrue();
    }

    static Stream<Arguments> refused() {
        CType longDouble = builtin(BuiltinKind.LONG_DOUBLE);
        return Stream.of(
                Arguments.of(record("struct:s", 8, 4, field("a", FLOAT, 0), unnamedBits(INT, 32)),
                        SkipCode.BIT_FIELD_BY_VALUE),
                Arguments.of(record("struct:s", 16, 8, bits("a", INT, 3, 0), unnamedBits(LONG, 64)),
                        SkipCode.BIT_FIELD_BY_VALUE),
                Arguments.of(record("struct:s", 8, 4, field("a", new CType.Atomic(INT), 0), field("b", CHAR, 4)),
                        SkipCode.ATOMIC_BY_VALUE),
                Arguments.of(record("struct:s", 8, 4, field("x", array(new CType.Atomic(FLOAT), 2), 0)),
                        SkipCode.ATOMIC_BY_VALUE),
                Arguments.of(record("struct:s", 5, 1, field("c", CHAR, 0), field("i", INT, 1)),
                        SkipCode.PACKED_BY_VALUE),
                Arguments.of(record("struct:s", 9, 1, field("d", DOUBLE, 0), field("c", CHAR, 8)),
                        SkipCode.PACKED_BY_VALUE),
                Arguments.of(record("struct:s", 64, 32, field("c", CHAR, 0), field("i", INT, 32)),
                        SkipCode.OVER_ALIGNED_BY_VALUE),
                Arguments.of(record("struct:s", 16, 16, field("i", INT, 0)), SkipCode.OVER_ALIGNED_BY_VALUE),
                Arguments.of(record("struct:s", 16, 8, field("i", INT, 0)), SkipCode.OVER_ALIGNED_BY_VALUE),
                Arguments.of(record("struct:s", 0, 1), SkipCode.EMPTY_BY_VALUE),
                Arguments.of(record("struct:s", 8, 8, field("n", LONG, 0), field("x", incompleteArray(INT), 8)),
                        SkipCode.FLEXIBLE_BY_VALUE),
                Arguments.of(record("struct:s", 8, 8, field("n", LONG, 0), field("x", array(INT, 0), 8)),
                        SkipCode.FLEXIBLE_BY_VALUE),
                Arguments.of(record("struct:s", 16, 16, field("x", longDouble, 0)), SkipCode.UNSUPPORTED_TYPE),
                Arguments.of(record("struct:s", 32, 16, field("a", longDouble, 0), field("b", longDouble, 16)),
                        SkipCode.OVER_ALIGNED_BY_VALUE),
                Arguments.of(record("struct:s", 32, 16, field("a", builtin(BuiltinKind.INT128), 0),
                        field("b", INT, 16)), SkipCode.OVER_ALIGNED_BY_VALUE),
                Arguments.of(record("struct:s", 8, 2, field("x", array(builtin(BuiltinKind.FLOAT16), 4), 0)),
                        SkipCode.UNSUPPORTED_TYPE),
                Arguments.of(record("struct:s", 16, 8, field("x", array(new CType.Unsupported("complex", "_Complex"),
                        1), 0)), SkipCode.UNSUPPORTED_TYPE),
                Arguments.of(opaque("struct:s"), SkipCode.INCOMPLETE_BY_VALUE));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheLinkerCannotPassIsRefusedWithItsReason(Declaration struct, SkipCode code) {
        assertThat(lowering(struct).refusal(type(CType.VOID, S))).contains(code);
        assertThat(lowering(struct).refusal(type(S))).contains(code);
        assertThat(lowering(struct).refusal(type(CType.VOID, pointer(S)))).isEmpty();
    }

    @Test
    void scalarsWithoutACounterpartAreRefused() {
        for (CType type : new CType[]{builtin(BuiltinKind.LONG_DOUBLE), builtin(BuiltinKind.INT128),
                builtin(BuiltinKind.FLOAT16), new CType.Unsupported("vector", "v4f")}) {
            assertThat(lowering().refusal(type(type))).contains(SkipCode.UNSUPPORTED_TYPE);
            assertThat(lowering().refusal(type(CType.VOID, type))).contains(SkipCode.UNSUPPORTED_TYPE);
        }
    }

    @Test
    void voidIsAResultAndNoParameter() {
        assertThat(lowering().refusal(type(CType.VOID))).isEmpty();
        assertThat(lowering().refusal(type(CType.VOID, CType.VOID))).contains(SkipCode.UNSUPPORTED_TYPE);
    }

    @Test
    void variadicAndInlineFunctionsAreRefused() {
        FunctionType variadic = new FunctionType(INT, type(INT, INT).parameters(), true, true);
        assertThat(lowering().refusal(variadic)).contains(SkipCode.VARIADIC_FUNCTION);
        assertThat(lowering().refusal(function("f", "f", type(INT), true))).contains(SkipCode.INLINE_FUNCTION);
        assertThat(lowering().refusal(function("f", "f", type(INT), false))).isEmpty();
    }

    @Test
    void argumentsAreLimitedToWhatTheLinkerTakes() {
        for (CType element : new CType[]{CHAR, INT, LONG}) {
            long size = element == CHAR ? 1 : element == INT ? 4 : 8;
            FunctionType type = type(S, S);
            assertThat(lowering(struct(element, size, 960)).refusal(type)).isEmpty();
            assertThat(ForeignLinker.accepts(lowering(struct(element, size, 960)), type)).isTrue();
            assertThat(lowering(struct(element, size, 968)).refusal(type)).contains(SkipCode.TOO_LARGE_BY_VALUE);
            assertThat(ForeignLinker.accepts(lowering(struct(element, size, 1024)), type)).isFalse();
        }
    }

    @Test
    void manyScalarsAreLimitedToo() {
        assertThat(lowering().refusal(longs(120))).isEmpty();
        assertThat(ForeignLinker.accepts(lowering(), longs(120))).isTrue();
        assertThat(lowering().refusal(longs(127))).contains(SkipCode.TOO_LARGE_BY_VALUE);
        assertThat(ForeignLinker.accepts(lowering(), longs(127))).isFalse();
    }

    @Test
    void aLargeResultIsNoProblem() {
        assertThat(lowering(struct(LONG, 8, 4096)).refusal(type(S))).isEmpty();
        assertThat(ForeignLinker.accepts(lowering(struct(LONG, 8, 4096)), type(S))).isTrue();
    }

    private static Declaration struct(CType element, long size, long bytes) {
        return record("struct:s", bytes, size, field("x", array(element, bytes / size), 0));
    }

    private static FunctionType longs(int count) {
        return type(LONG, IntStream.range(0, count).mapToObj(_ -> LONG).toArray(CType[]::new));
    }
}
