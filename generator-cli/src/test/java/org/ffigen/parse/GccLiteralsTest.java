package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.ConstantValue.FloatingValue;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.ConstantValue.WideFloatingValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decimal numbers over 63 bits, and suffixes, which gcc and clang see differently. */
class GccLiteralsTest {

    private static final List<String> BODIES = List.of("-9223372036854775808", "(-9223372036854775808)",
            "(-9223372036854775808 / 2)", "(-9223372036854775808 < 0)", "(18446744073709551615 + 1 > 0)",
            "18446744073709551615", "(MIN + 1)", "OF(9223372036854775808)", "-9223372036854775808L",
            "UINT64_C(18446744073709551615)", "(1 ? -1 : 9223372036854775808)", "9223372036854775808ULL",
            "(9223372036854775808 >> 1)", "~9223372036854775808");

    @TempDir
    Path temp;

    @Test
    void values_are_gccs() {
        StringBuilder header = new StringBuilder("""
                #include <stdint.h>
                #define MIN -9223372036854775808
                #define OF(x) (x - 9223372036854775809)
                """);
        Gcc gcc = new Gcc(temp);
        for (int i = 0; i < BODIES.size(); i++) {
            header.append("#define X").append(i).append(' ').append(BODIES.get(i)).append('\n');
            gcc.ask("X" + i, "%lld", "(long long) ((__int128) (X" + i + ") >> 64)")
                    .ask("X" + i, "%llu", "(unsigned long long) (X" + i + ")");
        }
        NativeApi api = new HeaderFolder(temp).api(header.toString());

        List<String> ours = new ArrayList<>();
        for (int i = 0; i < BODIES.size(); i++) {
            BigInteger value = ((IntegerValue) value(api, "X" + i)).value();
            ours.add("X" + i + "=" + value.shiftRight(64));
            ours.add("X" + i + "=" + Long.toUnsignedString(value.longValue()));
        }
        assertThat(ours).isEqualTo(gcc.answers("test.h"));
    }

    @ParameterizedTest
    @CsvSource({"-9223372036854775808, LONG", "18446744073709551615, UNSIGNED_LONG",
            "(18446744073709551615 + 1), INT128",
            "(-9223372036854775808 < 0), INT", "((__int128) 5), INT128"})
    void the_type_is_the_smallest_that_holds_the_value(String body, BuiltinKind type) {
        NativeApi api = new HeaderFolder(temp).api("#define X " + body + "\n");

        assertThat(((IntegerValue) value(api, "X")).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"1.5f32, 1.5, FLOAT", "0.1f32x, 0.1, DOUBLE", "2.5e3F64, 2500.0, DOUBLE", "0x1p3f64, 8.0, DOUBLE"})
    void suffixes_of_gccs_types_are_known(String body, double value, BuiltinKind type) {
        NativeApi api = new HeaderFolder(temp).api("#define X (" + body + " + 0)\n#define HEX 0x1f32\n");

        assertThat(value(api, "X")).isEqualTo(new FloatingValue(value, type));
        assertThat(((IntegerValue) value(api, "HEX")).value()).isEqualTo(0x1f32);
    }

    @ParameterizedTest
    @CsvSource({"1.5f128, 1.5, FLOAT128", "1.5F64x, 1.5, LONG_DOUBLE"})
    void suffixes_of_wide_types_are_known(String body, BigDecimal value, BuiltinKind type) {
        assertThat(value(new HeaderFolder(temp).api("#define X " + body + "\n"), "X"))
                .isEqualTo(new WideFloatingValue(value, type));
    }

    @Test
    void large_literals_that_macros_paste_are_known_too() {
        NativeApi api = new HeaderFolder(temp).api("""
                #define F32(x) x##f32
                #define L(x) x##L
                #define HALF F32(0.5)
                #define LEAST L(-9223372036854775808)
                """);

        assertThat(value(api, "LEAST")).isEqualTo(new IntegerValue(BigInteger.valueOf(Long.MIN_VALUE),
                BuiltinKind.LONG));
        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .contains(tuple("HALF", SkipCode.NOT_EVALUATED));
    }

    @Test
    void no_option_or_pragma_hides_them() {
        NativeApi api = new HeaderFolder(temp).api("""
                #pragma GCC diagnostic ignored "-Wimplicitly-unsigned-literal"
                #define X (-9223372036854775808 < 0)
                """, "-w", "-Werror");

        assertThat(((IntegerValue) value(api, "X")).value()).isEqualTo(1);
    }

    private static ConstantValue value(NativeApi api, String name) {
        return ((MacroConstant) api.find(DeclId.parse("macro:" + name)).orElseThrow()).value();
    }
}
