package org.ffigen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.lower.ApiFixture.LINUX;
import static org.ffigen.lower.ApiFixture.LINUX_ARM;
import static org.ffigen.lower.ApiFixture.WINDOWS;
import static org.ffigen.lower.ApiFixture.api;
import static org.ffigen.lower.ApiFixture.array;
import static org.ffigen.lower.ApiFixture.bits;
import static org.ffigen.lower.ApiFixture.builtin;
import static org.ffigen.lower.ApiFixture.field;
import static org.ffigen.lower.ApiFixture.named;
import static org.ffigen.lower.ApiFixture.record;
import static org.ffigen.lower.ApiFixture.type;
import static org.ffigen.lower.ApiFixture.unnamedBits;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The registers are those gcc 12 and clang 19 use on x86-64 Linux; the ABI fuzzer calls such functions. */
class CallShapeTest {

    private static final CType CHAR = builtin(BuiltinKind.CHAR);
    private static final CType INT = builtin(BuiltinKind.INT);
    private static final CType LONG = builtin(BuiltinKind.LONG);
    private static final CType FLOAT = builtin(BuiltinKind.FLOAT);
    private static final CType DOUBLE = builtin(BuiltinKind.DOUBLE);
    private static final CType FLOAT16 = builtin(BuiltinKind.FLOAT16);
    private static final CType S = named("struct:s");

    private static String units(Target target, Declaration... declarations) {
        return text(new Lowering(api(declarations), target).callShape(S));
    }

    private static String text(Shape shape) {
        return switch (shape) {
            case Shape.Scalar(var word) -> word.word();
            case Shape.ArrayShape(var element, var count) -> count + "*" + text(element);
            case Shape.StructShape struct -> struct.fields()
                    .stream()
                    .map(field -> text(field.shape()))
                    .collect(Collectors.joining(" "));
            default -> shape.toString();
        };
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("i32", record("struct:s", 4, 4, bits("a", INT, 3, 0), bits("b", INT, 20, 3))),
                Arguments.of("i64 i64", record("struct:s", 16, 8, bits("a", LONG, 40, 0), bits("b", LONG, 40, 64))),
                Arguments.of("i64 f64", record("struct:s", 16, 8, bits("a", INT, 3, 0), field("d", DOUBLE, 8))),
                Arguments.of("2*f32 i32",
                        record("struct:s", 12, 4, field("x", array(FLOAT, 2), 0), bits("a", INT, 3, 64))),
                Arguments.of("2*i32 f32",
                        record("struct:s", 12, 4, field("f", FLOAT, 0), bits("a", INT, 3, 32), field("g", FLOAT, 8))),
                Arguments.of("i32", record("struct:s", 4, 4, bits("a", INT, 3, 0), unnamedBits(INT, 9))),
                Arguments.of("i64", record("struct:s", 8, 8, field("i", INT, 0))),
                Arguments.of("8*i8", record("struct:s", 8, 1, field("i", INT, 0), bits("b", INT, 31, 32))),
                Arguments.of("2*f32", record("struct:s", 8, 1, field("x", FLOAT, 0), field("y", FLOAT, 4))),
                Arguments.of("5*i8", record("struct:s", 5, 1, field("f", FLOAT, 0), field("c", CHAR, 4))),
                Arguments.of("17*i8", record("struct:s", 17, 1, field("c", CHAR, 0), field("d", array(DOUBLE, 2), 1))),
                Arguments.of("3*i64", record("struct:s", 24, 8, bits("a", INT, 3, 0), field("d", array(DOUBLE, 2), 8))),
                Arguments.of("10*i16", record("struct:s", 20, 2, field("h", array(FLOAT16, 10), 0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void whatTheLinkerCannotReadTravelsAsUnitsThatItTakes(String units, Declaration struct) {
        Lowering lowering = new Lowering(api(struct), LINUX);

        assertThat(text(lowering.callShape(S))).isEqualTo(units);
        assertThat(lowering.callShape(S).size()).isEqualTo(lowering.shape(S).size());
        assertThat(lowering.refusal(type(S, S))).isEmpty();
        assertThat(ForeignLinker.accepts(lowering, type(S, S))).isTrue();
    }

    @Test
    void unitsAreThoseOfWhatIsInside() {
        assertThat(units(LINUX, record("struct:s", 16, 8, field("in", named("struct:in"), 0), field("d", DOUBLE, 8)),
                record("struct:in", 8, 4, bits("a", INT, 3, 0), field("f", FLOAT, 4)))).isEqualTo("i64 f64");
    }

    @Test
    void aNaturalRecordIsToldAsItIs() {
        Lowering lowering = new Lowering(api(record("struct:s", 8, 4, field("c", CHAR, 0), field("f", FLOAT, 4))),
                LINUX);

        assertThat(lowering.callShape(S)).isEqualTo(lowering.shape(S));
    }

    @Test
    void elsewhereIntegersGoBySizeAndTheRestIsRefused() {
        for (Target target : List.of(LINUX_ARM, WINDOWS)) {
            assertThat(units(target, record("struct:s", 12, 4, bits("a", INT, 3, 0), field("i", array(INT, 2), 4))))
                    .isEqualTo("3*i32");
            assertThat(units(target, record("struct:s", 12, 4, bits("a", INT, 3, 0), field("f", array(FLOAT, 2), 4))))
                    .isEqualTo(new Shape.Refused(SkipCode.BIT_FIELD_BY_VALUE).toString());
        }
    }
}
