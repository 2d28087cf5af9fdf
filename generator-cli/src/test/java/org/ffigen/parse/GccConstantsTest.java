package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constants of clang's that are none of gcc's. */
class GccConstantsTest {

    private static final String HEADER = """
            struct s { int a; int m; char t[4]; };
            static const int number = 5;
            static const int array[3] = {1, 2, 3};
            static const int matrix[2][2] = {{1, 2}, {3, 4}};
            static const char text[] = "xyz";
            static const __WCHAR_TYPE__ wide[] = L"xyz";
            static const struct s record = {1, 2, "abc"};
            static const char *const to_text = "pqr";
            static const int *const to_number = &array[1];
            static const struct s *const to_record = &record;
            """;

    private static final List<String> CONSTANT = List.of("\"abc\"[1]", "1[\"abc\"]", "u\"abc\"[1]", "L\"abc\"[0]",
            "(&\"abc\"[1])[0]", "*&\"abc\"[1]", "1 ? 3 : *\"abc\"", "sizeof(*\"abc\")", "sizeof *text",
            "_Generic(*\"abc\", char: 3, default: 4)", "__builtin_choose_expr(1, 3, *\"abc\")", "\"abc\" != 0",
            "number", "*&number", "*(const int *) &number", "(&number)[0]", "*(&number + 0)", "array[1]", "*&array[1]",
            "matrix[1][0]", "text[1]", "wide[0]", "record.m", "record.t[1]", "(&record)->m", "(&record)->t[1]",
            "(*(const struct s *) &record).m", "(1 ? record : record).m", "to_number == &array[1]", "to_text != 0",
            "__builtin_strlen(text)", "__builtin_strlen(\"abc\" + 1)", "__builtin_memcmp(text, \"xyz\", 3)",
            "(unsigned long) &((struct s *) 0)->m", "(int) 1e40", "(unsigned char) 300.5", "1 ?: 2",
            "(unsigned long) &((int *) 0)[3]", "&array[2] - &array[0]", "_Generic(1, int: 5, default: 6)");

    private static final List<String> NOT_CONSTANT = List.of("*\"abc\"", "*(\"abc\" + 1)", "(\"abc\" + 1)[0]",
            "L\"abc\"[1]", "U\"abc\"[1]", "wide[1]", "((const char *) \"abc\")[1]", "(1 ? \"abc\" : \"d\")[0]",
            "0 ? 3 : *\"abc\"", "1 + *\"abc\"", "__extension__ (*\"a\")", "*text", "*array", "*(array + 1)",
            "(&array[0])[1]", "*matrix[1]", "**matrix", "(*matrix)[1]", "*record.t", "((struct s *) &record)->m",
            "*to_text", "to_text[0]", "*to_number", "to_record->m", "(*to_record).m", "*(1 ? &number : &array[0])",
            "__builtin_strlen(to_text)", "__builtin_rotateleft32(1, 2)", "__builtin_bitreverse8(1)",
            "__builtin_wcslen(L\"abc\")", "__builtin_align_up(5, 8)", "__builtin_object_size(\"abc\", 1)",
            "__builtin_issubnormal(1.0)", "__builtin_elementwise_max(1, 2)");

    @TempDir
    Path temp;

    @Test
    void what_gcc_takes_for_constants_has_gccs_values() {
        Gcc gcc = new Gcc(temp);
        NativeApi api = new HeaderFolder(temp).api(header(CONSTANT, gcc));

        List<String> ours = macros(api).map(macro -> macro.name() + "="
                + ((IntegerValue) macro.value()).value()).toList();
        assertThat(ours).hasSize(CONSTANT.size()).containsExactlyInAnyOrderElementsOf(gcc.answers("test.h"));
    }

    @Test
    void what_gcc_takes_for_none_is_skipped() {
        for (String expression : NOT_CONSTANT) {
            Gcc gcc = new Gcc(temp);
            NativeApi api = new HeaderFolder(temp).api(header(List.of(expression), gcc));

            assertThat(macros(api)).as(expression).isEmpty();
            assertThat(api.skipped()).as(expression)
                    .filteredOn(skipped -> skipped.kind().equals("macro"))
                    .singleElement()
                    .matches(skipped -> skipped.code() == SkipCode.NOT_EVALUATED);
            assertThat(gcc.refuses("test.h")).as(expression).isTrue();
        }
    }

    /** The macros, and variables for gcc that they initialize. */
    private static String header(List<String> expressions, Gcc gcc) {
        StringBuilder header = new StringBuilder(HEADER);
        for (int i = 0; i < expressions.size(); i++) {
            header.append("#define X%d (%s)\n".formatted(i, expressions.get(i)));
            gcc.ask("X" + i, "%lld", "({ static const long long x = X" + i + "; x; })");
        }
        return header.toString();
    }

    private static Stream<MacroConstant> macros(NativeApi api) {
        return api.declarations()
                .values()
                .stream()
                .filter(declaration -> declaration.id().kind() == DeclId.Kind.MACRO)
                .map(MacroConstant.class::cast);
    }
}
