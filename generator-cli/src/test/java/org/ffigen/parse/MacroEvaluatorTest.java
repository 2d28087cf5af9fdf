package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.ConstantValue.AddressValue;
import org.ffigen.model.ConstantValue.FloatingValue;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.ConstantValue.StringValue;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Macros: which are constants, and what their values are. */
class MacroEvaluatorTest {

    /** Integer constants of all kinds; gcc says what they are. */
    private static final List<String> INTEGERS = List.of("0", "0xFFFFFFFF", "0xFFFFFFFFFFFFFFFFULL",
            "(-9223372036854775807LL - 1)", "((uint8_t) 300)", "sizeof(struct mm)", "offsetof(struct mm, b[2])", "'A'",
            "'\\xff'", "'ab'", "ME_A", "(1 << 31)", "010", "(int) 3.99", "(3 > 2 ? 10 : 20)", "~0u", "!0",
            "((enum me) 3)", "((_Bool) 5)", "1 + 2", "L'x'", "UINT64_C(5)", "((char) 200)", "0b101", "(size_t) -1",
            "((int) 1e10)", "(0x7fffffff + 1)", "(1u - 2)", "(-1 >> 1)", "(5 % -3)", "(1LL << 63)", "((short) 0x12345)",
            "INT_MAX", "(1 ? 2 : 1 / 0)", "_Generic(1, int: 4, default: 5)");

    @TempDir
    Path temp;
    HeaderFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new HeaderFolder(temp);
    }

    @Test
    void what_has_a_sign_for_one_compiler_only_is_not_evaluated() {
        NativeApi api = folder.api("""
                enum b8 { B0, B1 } __attribute__((mode(byte)));
                typedef const enum b8 b8_const;
                typedef b8_const b8_t;
                #define CAST ((enum b8) 200)
                #define NEGATIVE ((b8_t) -1 < 0)
                #define PLAIN B1
                """);

        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .containsExactlyInAnyOrder(
                        tuple("CAST", SkipCode.NOT_EVALUATED), tuple("NEGATIVE", SkipCode.NOT_EVALUATED));
        assertThat(api.all(MacroConstant.class)).extracting(MacroConstant::name).containsExactly("PLAIN");
    }

    @Test
    void macros_that_stand_for_too_much_are_skipped_at_once() {
        StringBuilder header = new StringBuilder("""
                #define L0 1
                #define D(x) ((x) + (x))
                #define E(x) D(D(D(D(D(x)))))
                #define ARGUMENTS E(E(E(E(E(1)))))
                #define SMALL E(1)
                """);
        for (int i = 1; i <= 40; i++) {
            header.append("#define L%d (L%d + L%d)\n".formatted(i, i - 1, i - 1));
        }

        NativeApi api = folder.api(header.toString());

        assertThat(api.all(MacroConstant.class)).filteredOn(macro -> macro.name().matches("SMALL|L14"))
                .extracting(MacroConstant::value)
                .containsExactly(new IntegerValue(BigInteger.valueOf(1 << 14), BuiltinKind.INT),
                        new IntegerValue(BigInteger.valueOf(1 << 5), BuiltinKind.INT));
        assertThat(api.skipped()).filteredOn(skipped -> skipped.code() == SkipCode.LONG_MACRO)
                .extracting(Skipped::name)
                .contains("ARGUMENTS", "L40", "L20")
                .doesNotContain("L14", "SMALL", "D");
    }

    @Test
    void nested_calls_of_macros_count_each_argument_as_often_as_it_is_used() {
        NativeApi api = folder.api("""
                #define MAX(a, b) ((a) > (b) ? (a) : (b))
                #define LARGEST MAX(1, MAX(2, MAX(3, MAX(4, MAX(5, MAX(6, MAX(7, 8)))))))
                #define TERMS(base, n, x) ((base) + ((x) & ((n) - 1)))
                #define A0 1
                #define A1(x) TERMS(A0, 8, x)
                #define A2(x) TERMS(A1(-1) + 1, 8, x)
                #define A3(x) TERMS(A2(-1) + 1, 8, x)
                #define A4(x) TERMS(A3(-1) + 1, 8, x)
                #define LAST (A4(-1))
                #define ALL(first, ...) (first) + TERMS(__VA_ARGS__)
                #define SUM ALL(1, 2, 8, 3)
                """);

        assertThat(api.skipped()).filteredOn(skipped -> skipped.code() == SkipCode.LONG_MACRO).isEmpty();
        assertThat(api.all(MacroConstant.class)).filteredOn(macro -> macro.name().matches("LARGEST|LAST|SUM"))
                .extracting(MacroConstant::value)
                .containsExactly(new IntegerValue(BigInteger.valueOf(8), BuiltinKind.INT),
                        new IntegerValue(BigInteger.valueOf(32), BuiltinKind.INT),
                        new IntegerValue(BigInteger.valueOf(6), BuiltinKind.INT));
    }

    @Test
    void integers_are_gccs_with_their_types() {
        StringBuilder header = new StringBuilder("""
                #include <limits.h>
                #include <stddef.h>
                #include <stdint.h>
                struct mm { char a; int b[7]; };
                enum me { ME_A = 7 };
                """);
        Gcc gcc = new Gcc(temp);
        for (int i = 0; i < INTEGERS.size(); i++) {
            header.append("#define M").append(i).append(' ').append(INTEGERS.get(i)).append('\n');
            gcc.ask("M" + i, "%s", "(M" + i + ") < 0 ? \"negative\" : \"positive\"")
                    .ask("M" + i, "%llu", "(unsigned long long) (M" + i + ")")
                    .ask("M" + i, "%zu", "sizeof(M" + i + ")");
        }
        NativeApi api = folder.api(header.toString());

        List<String> ours = new ArrayList<>();
        for (int i = 0; i < INTEGERS.size(); i++) {
            IntegerValue value = (IntegerValue) macro(api, "M" + i).value();
            ours.add("M" + i + "=" + (value.value().signum() < 0 ? "negative" : "positive"));
            ours.add("M" + i + "=" + Long.toUnsignedString(value.value().longValue()));
            ours.add("M" + i + "=" + size(value.type()));
        }
        assertThat(ours).isEqualTo(gcc.answers("test.h"));
    }

    private static int size(BuiltinKind type) {
        return switch (type) {
            case BOOL, CHAR, SIGNED_CHAR, UNSIGNED_CHAR -> 1;
            case SHORT, UNSIGNED_SHORT -> 2;
            case INT, UNSIGNED_INT -> 4;
            default -> 8;
        };
    }

    @ParameterizedTest
    @CsvSource({"1.5f, 1.5, FLOAT", "0x1.8p3, 12.0, DOUBLE", "(1.0 / 3), 0.3333333333333333, DOUBLE",
            "__builtin_infl(), Infinity, LONG_DOUBLE", "-0.0, -0.0, DOUBLE",
            "((float) 0.1), 0.10000000149011612, FLOAT",
            "__builtin_nanf(\"\"), NaN, FLOAT", "0x1p-1074, 4.9E-324, DOUBLE"})
    void floating_point_numbers(String body, double value, BuiltinKind type) {
        assertThat(macro(folder.api("#define M " + body + "\n"), "M").value())
                .isEqualTo(new FloatingValue(value, type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"plain\"|plain", "\"a\" \"b\"|ab", "(\"paren\")|paren",
            "\"\"|``", "u8\"\u00fc\"|\u00fc", "\"\\x41\" \"42\"|A42", "\"\\101\\t\\\\\\\"\"|A\t\\\"",
            "(sizeof(long) == 8 ? \"LP64\" : \"LLP64\")|LP64", "((const char *) \"cast\")|cast",
            "(0 ? \"a\" : 0 ? \"b\" : \"c\")|c",
            "((char *) \"cast\" \"ed\")|casted", "((const unsigned char *) (\"cast\"))|cast", "\"??/\"|??/"})
    void strings(String body, String value) {
        assertThat(macro(folder.api("#define M " + body + "\n"), "M").value())
                .isEqualTo(StringValue.of(value.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"((void *) 0), 0", "((struct s *) -1), -1", "((void (*)(int)) 0xfff0), 65520", "(void *) FIVE, 5"})
    void numbers_cast_to_pointers_are_addresses(String body, long address) {
        NativeApi api = folder.api("struct s;\n#define FIVE 5\n#define M " + body + "\n");

        assertThat(macro(api, "M").value()).isEqualTo(new AddressValue(address));
    }

    @Test
    void strings_go_on_behind_a_nul() {
        MacroConstant macro = macro(folder.api("#define M \"nul\\0in\\377\"\n"), "M");

        assertThat(((StringValue) macro.value()).bytes())
                .containsExactly('n', 'u', 'l', 0, 'i', 'n', 0xff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(1", "1)", "(1) + (2", "{1, 2}", "1, 2", "LIST", "do { } while (0)", "if (1) {",
            "return 3", "int", "struct s", "undeclared", "__LINE__", "LINE", "5;",
            "extern", "__attribute__((packed))", "variable", "function()", "1 ?", "__COUNTER__", "(1), y = 2",
            "_Pragma(\"pack(1)\")", "_Pragma(\"GCC warning \\\"old\\\"\")", "# 3", "(struct s) { 1 }", "&variable",
            "({ 1; })", "1 }", "{",
            "'x", "\"x", "sizeof", "(int)", "1 / 0", "__FILE__", "__func__", "09",
            "__builtin_LINE()", "__builtin_FILE()", "__builtin_FUNCTION()", "__VERSION__", "__clang_major__",
            "__clang_version__", "__has_builtin(__builtin_clear_padding)", "SYSTEM_LINE", "SYSTEM_COMPILER",
            "__builtin_constant_p(fixed)", "IS_FIXED(fixed)"})
    void whatever_is_no_constant_expression_is_no_constant(String body) {
        folder.with("sys/places.h", "#define SYSTEM_LINE (__LINE__ + 0)\n#define SYSTEM_COMPILER __clang_major__\n");
        NativeApi api = folder.api("#include <places.h>\n"
                + "struct s { int x; }; extern struct s variable; int function(void); static const int fixed = 3;\n"
                + "#define LIST 1, 2\n#define LINE __LINE__\n#define IS_FIXED(x) __builtin_constant_p(x)\n"
                + "#define FIRST 1\n#define M " + body + "\n#define LAST 2\n", "-isystem" + folder.path("sys"));

        assertThat(api.all(MacroConstant.class)).extracting(MacroConstant::name)
                .containsExactlyInAnyOrder("FIRST", "LAST", "fixed");
        assertThat(api.skipped()).filteredOn(skipped -> skipped.code() != SkipCode.MACRO_EXPRESSION)
                .extracting(Skipped::name)
                .containsExactly("IS_FIXED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__DATE__", "__FILE__", "(__LINE__ + 0)", "LINE", "__COUNTER__", "__VERSION__",
            "__clang_major__", "__builtin_LINE()", "({ 5; })", "(1 + ({ use(); 2; }))"})
    void what_has_another_value_wherever_it_is_used_is_an_expression(String body) {
        NativeApi api = folder.api("void use(void);\n#define FIRST 1\n#define LINE __LINE__\n#define M " + body
                + "\n");

        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .contains(tuple("M", SkipCode.MACRO_EXPRESSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"__builtin_abs(-5)", "isgreater(2.0, 1.0)", "signbit(-1.0)", "__builtin_iszero(0.0)",
            "__builtin_mul_overflow_p(1, 2, 3)", "__builtin_assoc_barrier(1)", "'\\u00e9'", "__builtin_popcountg(7u)",
            "OTHER", "R\"(raw)\"", "u8R\"x(raw)x\""})
    void what_only_some_clangs_have_a_value_of_is_not_evaluated(String body) {
        NativeApi api = folder.api("#include <math.h>\n#define OTHER (1 + __builtin_labs(-2L))\n#define M " + body
                + "\n#define R_B \"R\"\n");

        assertThat(api.all(MacroConstant.class)).extracting(MacroConstant::name).containsExactly("R_B");
        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .contains(tuple("M", SkipCode.NOT_EVALUATED));
    }

    @Test
    void what_gcc_defines_and_only_new_clangs_do_is_known() {
        assertThat(value("#define M __INT64_C(5)\n")).isEqualTo(value("#define M 5L\n"));
        assertThat(value("#define M __UINT32_C(5)\n")).isEqualTo(value("#define M 5U\n"));
        assertThat(value("#define M __UINT8_C(5)\n")).isEqualTo(value("#define M 5\n"));
        assertThat(value("#define M __DBL_NORM_MAX__\n")).isEqualTo(value("#define M __DBL_MAX__\n"));
    }

    private ConstantValue value(String header) {
        return folder.api(header).all(MacroConstant.class).getFirst().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0}", "{ .x = 1 }", "{}", "{ \"abc\", 2 }", "{ 1; }", "OTHER", "MADE(1)", "<%0%>"})
    void a_list_of_values_and_a_block_are_no_expression(String body) {
        NativeApi api = folder.api("#define OTHER {0}\n#define MADE(x) {x}\n#define M " + body + "\nint f(void);\n");

        assertThat(api.all(MacroConstant.class)).isEmpty();
        assertThat(api.skipped()).extracting(Skipped::name).doesNotContain("M", "OTHER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__FILE__, __LINE__", "do { use(__FILE__); } while (0)", "__attribute__((at(__LINE__)))"})
    void what_tells_of_a_place_and_is_no_expression_is_nothing(String body) {
        NativeApi api = folder.api("void use(const char *text);\n#define M " + body + "\n");

        assertThat(api.skipped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(1 << 40)", "(1 << -1)", "L'ab'", "'\\xfff'", "1000000000000000000000", "1.5dd", "1.5w",
            "__builtin_sqrt(4.0)", "(__builtin_pow(2.0, 10.0) + 1)", "\"abc\" + 1", "((void *) \"abc\")",
            "_Generic(1, int: \"int\", default: \"\")", "_Pragma(\"GCC diagnostic push\") 1"})
    void what_may_have_a_value_that_is_not_found_out_is_skipped(String body) {
        NativeApi api = folder.api("#define FIRST 1\n#define M " + body + "\n#define LAST 2\n");

        assertThat(api.all(MacroConstant.class)).extracting(MacroConstant::name).containsExactly("FIRST", "LAST");
        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .containsExactly(tuple("M", SkipCode.NOT_EVALUATED));
    }

    @Test
    void a_pragma_that_only_warns_leaves_a_constant_what_it_is() {
        String header = """
                #define DO_PRAGMA(x) _Pragma(#x)
                #define DEPRECATED DO_PRAGMA(GCC warning "old")
                #define INSTEAD(x) DO_PRAGMA(GCC warning #x)
                #define BEHIND 5 _Pragma("GCC warning \\"old\\"")
                #define BEFORE _Pragma("GCC warning \\"old\\"") 6
                #define WITHIN (_Pragma("GCC warning \\"old\\"") 7)
                #define USES (BEHIND + WITHIN)
                #define OF_TEXT DEPRECATED 8
                #define OF_ARGUMENT INSTEAD(old) 9
                """;
        NativeApi api = folder.api(header + """
                #include <stddef.h>
                #define NOTHING _Pragma("GCC warning \\"use NULL\\"") NULL
                #define TEXT "text" _Pragma("GCC warning \\"old\\"")
                #define MESSAGE DO_PRAGMA(message "gcc has it in no expression") 10
                #define PUSH _Pragma("GCC diagnostic push")
                #define POP DO_PRAGMA(GCC diagnostic pop)
                """);
        List<MacroConstant> constants = api.all(MacroConstant.class);
        Gcc gcc = new Gcc(temp);
        List<String> numbers = List.of("BEFORE", "BEHIND", "OF_ARGUMENT", "OF_TEXT", "USES", "WITHIN");
        numbers.forEach(name -> gcc.ask(name, "%d", name));

        assertThat(constants).filteredOn(c -> c.value() instanceof IntegerValue)
                .extracting(c -> c.name() + "=" + ((IntegerValue) c.value()).value())
                .containsExactlyElementsOf(gcc.answers(folder.with("numbers.h", header).path("numbers.h").toString()));
        assertThat(constants).filteredOn(c -> !numbers.contains(c.name()))
                .extracting(MacroConstant::name, MacroConstant::value)
                .containsExactly(tuple("NOTHING", new AddressValue(0)),
                        tuple("TEXT", StringValue.of("text".getBytes(StandardCharsets.UTF_8))));
        assertThat(api.skipped()).filteredOn(skipped -> skipped.code() == SkipCode.NOT_EVALUATED)
                .extracting(Skipped::name)
                .containsExactly("MESSAGE");
    }

    @Test
    void bit_integers_and_nullptr_have_values() {
        NativeApi api = folder.api("""
                #define SMALL 5wb
                #define UNSIGNED 18446744073709551615uwb
                #define NOTHING nullptr
                #define WIDE ((_BitInt(100)) 1)
                """, "-std=gnu23");

        assertThat(api.all(MacroConstant.class)).extracting(MacroConstant::name, MacroConstant::value)
                .containsExactly(tuple("NOTHING", new AddressValue(0)),
                        tuple("SMALL", new IntegerValue(BigInteger.valueOf(5), BuiltinKind.INT)),
                        tuple("UNSIGNED", new IntegerValue(BigInteger.TWO.pow(64).subtract(BigInteger.ONE),
                                BuiltinKind.UNSIGNED_LONG)));
        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .containsExactly(tuple("WIDE", SkipCode.UNSUPPORTED_TYPE));
    }

    @Test
    void what_is_a_constant_to_every_compiler_stays_one() {
        NativeApi api = folder.api("""
                #define VERSION_TEXT "1.2"
                #define KNOWN __builtin_constant_p(5)
                #define __VERSION__ "mine"
                #define MINE __VERSION__
                """);

        assertThat(api.all(MacroConstant.class)).extracting(MacroConstant::name)
                .containsExactly("KNOWN", "MINE", "VERSION_TEXT", "__VERSION__");
    }

    @Test
    void the_definition_in_force_at_the_end_counts() {
        NativeApi api = folder.api("""
                #define GONE 1
                #undef GONE
                #define AGAIN 1
                #undef AGAIN
                #define AGAIN 2
                #define BECAME_VALUE(x) x
                #undef BECAME_VALUE
                #define BECAME_VALUE 3
                #define GONE_TOO(x) x
                #undef GONE_TOO
                #define STAYS(x) x
                """);

        assertThat(api.all(MacroConstant.class))
                .extracting(MacroConstant::name, m -> ((IntegerValue) m.value()).value())
                .containsExactly(tuple("AGAIN", BigInteger.TWO), tuple("BECAME_VALUE", BigInteger.valueOf(3)));
        assertThat(api.skipped()).extracting(Skipped::kind, Skipped::name, Skipped::code)
                .containsExactly(tuple("macro", "STAYS", SkipCode.FUNCTION_LIKE_MACRO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"((struct opaque *) 0)->kind", "((struct opaque *) 0)->kind[1]", "*3", "(1.5f << 2)",
            "undeclared(1)"})
    void a_macro_that_chooses_by_what_is_wrong_is_no_constant(String choice) {
        NativeApi api = folder.api("struct opaque;\nint f(struct opaque *o);\n#define FIRST 1\n"
                + "#define M _Generic(" + choice + ", int: 1, default: 0)\n#define LINE (M + __LINE__)\n"
                + "#define LAST _Generic(1, int: 2, default: 0)\n");

        assertThat(api.all(MacroConstant.class)).extracting(MacroConstant::name).containsExactly("FIRST", "LAST");
        assertThat(api.skipped()).isEmpty();
    }

    @Test
    void a_macro_of_the_system_that_opens_a_brace_swallows_no_other() {
        NativeApi api = folder.with("sys/braces.h", "#define OPEN(x) do { int y = x;\n#define CLOSE() } while (0)\n")
                .api("""
                        #include <braces.h>
                        #define A 1
                        #define SECOND(x, y) y
                        #define AFTER_ALL SECOND(OPEN(3), 1)
                        #define PUSH OPEN(3)
                        #define B 2
                        #define POP CLOSE()
                        #define C 3
                        #define PUSH_AGAIN OPEN(4)
                        #define D 4
                        #define F(x) x
                        """, "-isystem" + folder.path("sys"));

        assertThat(api.all(MacroConstant.class)).extracting(MacroConstant::name)
                .containsExactly("A", "AFTER_ALL", "B", "C",
                        "D");
        assertThat(api.skipped()).extracting(Skipped::name).containsExactly("F", "SECOND");
    }

    @Test
    void constants_of_types_the_model_lacks_are_skipped() {
        NativeApi api = folder.api("#define WIDE L\"\\xd800\"\n#define HUGE (1.0i)\n");

        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .containsExactly(
                        tuple("HUGE", SkipCode.UNSUPPORTED_TYPE), tuple("WIDE", SkipCode.NO_TEXT));
    }

    @Test
    void the_text_is_the_body_as_written_without_comments_on_one_line() {
        MacroConstant macro = macro(folder.api("#define M \\\n  (42 /* a\n b */  +1) // c\n"), "M");

        assertThat(macro.text()).isEqualTo("(42 +1)");
        assertThat(macro.value()).isEqualTo(new IntegerValue(BigInteger.valueOf(43), BuiltinKind.INT));
        assertThat(macro.source().toString()).isEqualTo("test.h:1:9");
    }

    @Test
    void macros_of_other_headers_stay_out() {
        assertThat(folder.api("#include <limits.h>\n#define M INT_MAX\n").all(MacroConstant.class))
                .extracting(MacroConstant::name)
                .containsExactly("M");
    }

    private static MacroConstant macro(NativeApi api, String name) {
        return api.all(MacroConstant.class).stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }
}
