package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.ConstantValue.FloatingValue;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.ConstantValue.StringValue;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Constants that clang's own evaluation does not hold: long double, 128 bits, wide strings, static variables. */
class WideConstantsTest {

    @TempDir
    Path temp;

    private ConstantValue value(String body) {
        return constant("#include <float.h>\n#include <stddef.h>\n#define X " + body + "\n", "macro:X").value();
    }

    private MacroConstant constant(String header, String id) {
        return (MacroConstant) new HeaderFolder(temp).api(header).find(DeclId.parse(id)).orElseThrow();
    }

    /** What gcc makes of our digits is bit for bit what it makes of the macro. */
    @Test
    void long_doubles_read_back_as_gccs() {
        List<String> bodies = List.of("LDBL_MAX", "LDBL_MIN", "LDBL_EPSILON", "(-LDBL_MAX)", "0.1L", "1.5L", "(1/3.0L)",
                "3.141592653589793238462643383279502884L", "__LDBL_DENORM_MIN__", "(LDBL_MIN * 1.9L)", "0x1.8p-1074L",
                "(1.0L + LDBL_EPSILON)", "(2.0L - LDBL_EPSILON)", "0x1p900L", "0x1.fffffffffffffffep899L", "-1e-4000L",
                "18446744073709551615.0L", "(long double) 7");
        StringBuilder header = new StringBuilder("#include <float.h>\n");
        for (int i = 0; i < bodies.size(); i++) {
            header.append("#define X").append(i).append(' ').append(bodies.get(i)).append('\n');
        }
        NativeApi api = new HeaderFolder(temp).api(header.toString());
        Gcc gcc = new Gcc(temp);
        List<String> same = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            MacroConstant macro = (MacroConstant) api.find(DeclId.parse("macro:X" + i)).orElseThrow();
            BigDecimal value = ((WideFloatingValue) macro.value()).value();
            gcc.ask(bodies.get(i), "%d", "(X" + i + ") == " + value + (value.scale() <= 0
                    && !value.toString().contains("E") ? ".0L" : "L"));
            same.add(bodies.get(i) + "=1");
        }

        assertThat(gcc.answers("test.h")).isEqualTo(same);
    }

    @Test
    void quadruple_floats_keep_their_digits() {
        WideFloatingValue value = (WideFloatingValue) value("1.18973149535723176508575932662800702e4932q");

        assertThat(value.type()).isEqualTo(BuiltinKind.FLOAT128);
        assertThat(value.value()).isEqualByComparingTo("1.189731495357231765085759326628007e4932");
    }

    @ParameterizedTest
    @CsvSource({"(-0.0L), -0.0", "__builtin_infl(), Infinity", "-__builtin_infl(), -Infinity",
            "__builtin_nanl(\"\"), NaN"})
    void what_has_no_digits_is_as_in_double(String body, double value) {
        assertThat(value(body)).isEqualTo(new FloatingValue(value, BuiltinKind.LONG_DOUBLE));
    }

    @ParameterizedTest
    @CsvSource({
            "((__int128) 1 << 100), __int128, 1267650600228229401496703205376",
            "(-((__int128) 1 << 126) * 2), __int128, -170141183460469231731687303715884105728",
            "((unsigned __int128) -1), unsigned __int128, 340282366920938463463374607431768211455",
            "((__int128) -5), __int128, -5"
    })
    void integers_of_128_bits_are_whole(String body, String type, String value) {
        assertThat(value(body)).isEqualTo(new IntegerValue(new java.math.BigInteger(value), BuiltinKind.of(type)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "L\"wide\"                 | wchar_t  | UTF-32LE",
            "L\"caf\u00e9\" L\"\uD83D\uDE00\" | wchar_t  | UTF-32LE",
            "u\"sixteen \uD83D\uDE00\"   | char16_t | UTF-16LE",
            "U\"thirty-two \uD83D\uDE00\"| char32_t | UTF-32LE",
            "u8\"eight \u00e9\"        | char     | UTF-8",
            "L\"\u00e9abc\u4e2dabc\"    | wchar_t  | UTF-32LE",
    })
    void wide_strings_have_their_elements(String literal, String unit, Charset charset) {
        StringValue text = (StringValue) value(literal);

        assertThat(text.unit().spelling()).isEqualTo(unit);
        assertThat(new String(text.bytes(), charset)).isEqualTo(literal.replaceAll("(u8|[uUL])?\" (u8|[uUL])?\"", "")
                .replaceAll("(u8|[uUL])?\"", ""));
    }

    @Test
    void nul_and_escapes_are_in_the_bytes() {
        assertThat(HexFormat.of().formatHex(((StringValue) value("L\"a\\0b\\x4e2d\" L\"1\"")).bytes()))
                .isEqualTo("6100000000000000620000002d4e000031000000");
        assertThat(HexFormat.of().formatHex(((StringValue) value("\"a\\0b\\x4e\" \"1\\377\"")).bytes()))
                .isEqualTo("6100624e31ff");
        assertThat(HexFormat.of().formatHex(((StringValue) value("u\"\\xd800\\x41\"")).bytes())).isEqualTo("00d84100");
    }

    @Test
    void a_wide_string_that_is_no_unicode_is_skipped() {
        NativeApi api = new HeaderFolder(temp).api("#define X L\"\\xd800\"\n");

        assertThat(api.declarations()).isEmpty();
        assertThat(api.skipped()).extracting(Skipped::code).containsExactly(SkipCode.NO_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"((1, 2))", "(1, 2) + 1", "1, 2", "((int){3})", "((int[]){1, 2})[0]"})
    void commas_and_compound_literals_are_in_no_constant_to_gcc(String body) {
        assertThat(new HeaderFolder(temp).api("#define LIST " + body + "\n#define X (LIST)\n").declarations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sizeof((int[]){1, 2}) | 8", "__builtin_choose_expr(1, 2, 3) | 2",
            "_Generic(1, int: 4, default: 5) | 4"})
    void commas_between_arguments_are_no_operators(String body, int value) {
        assertThat(((IntegerValue) value(body)).value()).isEqualTo(value);
    }

    @Test
    void static_const_variables_are_constants() {
        String header = """
                #include <stdint.h>
                /** The most. */
                static const uint64_t MOST = (1ULL << 63) | 1;
                static const double HALF = 0.5, QUARTER = .25; static const float THIRD = 1 / 3.0f;
                static const char NAME[] = "na" "me";
                static const char SIZED[10] = "sized";
                static const char *const POINTED = "pointed";
                #define MADE(name, value) static const int name = value;
                MADE(BY_MACRO, 7)
                """;

        assertThat(constant(header, "var:MOST").value()).isEqualTo(
                new IntegerValue(new java.math.BigInteger("9223372036854775809"), BuiltinKind.UNSIGNED_LONG));
        assertThat(constant(header, "var:MOST").text()).isEqualTo("( 1ULL << 63 ) | 1");
        assertThat(constant(header, "var:MOST").comment()).contains("/** The most. */");
        assertThat(constant(header, "var:HALF").value()).isEqualTo(new FloatingValue(0.5, BuiltinKind.DOUBLE));
        assertThat(constant(header, "var:QUARTER").text()).isEqualTo(".25");
        assertThat(constant(header, "var:THIRD").value()).isEqualTo(new FloatingValue(1 / 3.0f, BuiltinKind.FLOAT));
        assertThat(constant(header, "var:NAME").value()).isEqualTo(text("name"));
        assertThat(constant(header, "var:SIZED").value()).isEqualTo(text("sized"));
        assertThat(constant(header, "var:POINTED").value()).isEqualTo(text("pointed"));
        assertThat(constant(header, "var:BY_MACRO").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"static int X = 1;", "static const volatile int X = 1;", "static const int X;",
            "static const char *X = \"x\";", "static const struct { int a; } X = {1};",
            "static const int X[] = {1, 2};",
            "extern int other; static int *const X = &other;"})
    void other_static_variables_are_none(String declaration) {
        NativeApi api = new HeaderFolder(temp).api(declaration);

        assertThat(api.all(MacroConstant.class)).isEmpty();
        assertThat(api.skipped()).extracting(Skipped::code).containsExactly(SkipCode.STATIC_VARIABLE);
    }

    private static StringValue text(String text) {
        return StringValue.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
