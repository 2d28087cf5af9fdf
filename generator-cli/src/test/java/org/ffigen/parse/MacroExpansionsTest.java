package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a macro is, the preprocessor's expansion tells, and not its body: gcc is asked of each. */
class MacroExpansionsTest {

    private static final String SYSTEM = """
            #define SYS_LIST 1, 2
            #define SYS_COMMA (1, 2)
            #define SYS_ID(x) x
            """;
    private static final String MACROS = """
            #include <lists.h>
            #include <stddef.h>
            #include <stdint.h>
            struct s { int a; int b[3]; };
            #define RGBA(r, g, b, a) (r), (g), (b), (a)
            #define PAIR(a, b) (a), (b)
            #define VA(...) __VA_ARGS__
            #define ID(x) x
            #define LIST 1, 2, 3
            #define VER(a, b, c) ((a) << 16 | (b) << 8 | (c))
            #define SELECT(x) VER
            #define ONE(x) ((x) + 1)
            #define SELECT_ONE(x) ONE
            #define CAT(a, b) a##b
            #define XCAT(a, b) CAT(a, b)
            #define VCAT(a, ...) a##__VA_ARGS__
            #define APPLY(m, args) m args
            #define IF(c) CAT(IF_, c)
            #define VIF(c) VCAT(IF_, c)
            #define IF_1(t, f) t
            #define IF_0(t, f) f
            #define LP (
            #define RP )
            #define EMPTY
            #define DEFER(x) x EMPTY
            #define COMMA ,
            #define FIRST(a, ...) a
            #define REST(a, ...) __VA_ARGS__
            #define CALL VER(
            #define PASTE(x) PASTED_##x
            #define PASTED_VALUE 7
            #define PASTED_LIST 1, 2
            #define PASTED_COMMA (1, 2)
            #define BOTH(x) ((x), 2)
            #define BRACES(x) {x}
            #define STRING(x) #x
            """;
    /** What is a constant, and what looks like it. */
    private static final List<String> BODIES = List.of("RGBA(255, 0, 0, 200)", "PAIR(1, 2)", "VA(1, 2, 3)",
            "(VA(1, 2))", "VA(\"a\", 2)", "ID(LIST)", "-ID(LIST)", "(1, 2)", "LIST", "SELECT(0)(1, 2, 3)",
            "SELECT_ONE(0)(1)", "ID(VER)(1, 2, 3)", "CAT(VE, R)(1, 2, 3)", "XCAT(VE, R)(1, 2, 3)",
            "APPLY(VER, (1, 2, 3))", "IF(1)(10, 20)", "VIF(0)(10, 20)", "LP 5 )", "sizeof LP int )", "LP 1, 2 )",
            "(1 COMMA 2)", "(1 COMMA 2 RP", "CALL 1, 2, 3)", "VER LP 1, 2, 3 RP", "ID(VER LP 1, 2, 3 RP)",
            "DEFER(VER)(1, 2, 3)", "ID(DEFER(VER)(1, 2, 3))", "PASTE(VALUE)", "PASTE(LIST)", "PASTE(COMMA)",
            "FIRST(1, 2, 3)", "REST(1, 2)", "REST(1, 2, 3)", "FIRST(VA(4, 5), 6)", "sizeof (int){3}", "sizeof((1, 2))",
            "sizeof(PAIR(1, 2))", "__extension__ (1, 2)", "__extension__ (5)", "(int) (1, 2)",
            "__builtin_choose_expr(PAIR(1, 2), 3)", "offsetof(struct s, b[2])", "BOTH(1)", "sizeof(BOTH(1))",
            "((struct s) BRACES(1)).a", "SYS_LIST", "(SYS_LIST)", "SYS_COMMA", "SYS_ID((1, 2))", "SYS_ID(LIST)",
            "SYS_ID(VER)(1, 2, 3)", "1) + (2", "LP 1) + (2 RP", "RP 1 LP", "\"a,b\"", "','", "STRING((1, 2))",
            "STRING(LIST) \"x\"", "VER(1, 2, 3)", "VER(LIST)", "ID((LIST))", "(ID(LIST), 4)", "__real__ (1, 2)",
            "__imag__ 3", "VA(1)", "VA()", "ID() 5", "((const char *) VA(\"x\"))", "(VA(\"x\", \"y\"))",
            "((void *) FIRST(3, 4))", "((void *) VA(3, 4))", "~FIRST(0, 1)", "FIRST(1.5L, 2)", "REST(1, 2.5L, 3.5L)",
            "((__int128) FIRST(5, 4) << 70)", "VA(-9223372036854775808)", "VA(1, 9223372036854775808)");

    @TempDir
    Path temp;

    @Test
    void a_constant_is_one_expression_that_gcc_takes_for_one() {
        HeaderFolder folder = new HeaderFolder(temp).with("sys/lists.h", SYSTEM);
        StringBuilder header = new StringBuilder(MACROS);
        for (int i = 0; i < BODIES.size(); i++) {
            header.append("#define M%d %s\n".formatted(i, BODIES.get(i)));
        }
        List<String> ours = folder.api(header.toString(), "-isystem" + folder.path("sys"))
                .all(MacroConstant.class)
                .stream()
                .map(MacroConstant::name)
                .toList();

        List<String> asked = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < BODIES.size(); i++) {
            String macro = "M" + i;
            asked.add(BODIES.get(i) + (ours.contains(macro) ? " is a constant" : " is none"));
            answers.add(BODIES.get(i) + (isConstantToGcc(folder, macro) ? " is a constant" : " is none"));
        }
        assertThat(asked).isEqualTo(answers);
    }

    /** With brackets around it, it may be a comma operator; without, a list. */
    private boolean isConstantToGcc(HeaderFolder folder, String macro) {
        folder.with("ask.h", """
                #include "test.h"
                static const __auto_type a = %1$s;
                static const __auto_type b = (%1$s);
                """.formatted(macro));
        return !new Gcc(temp, "-fsyntax-only", "-isystem" + folder.path("sys")).refuses("ask.h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(*loc())", "loc()", "(loc(), count)", "-count", "((struct world *) (void *) &world)",
            "&world", "world.a", "(struct world){1}", "(1, count)"})
    void what_is_an_expression_and_no_constant_is_skipped_with_a_code(String body) {
        NativeApi api = new HeaderFolder(temp).api("""
                extern struct world { int a; } world;
                extern long count;
                int *loc(void);
                #define M (%s)
                """.formatted(body));

        assertThat(api.all(MacroConstant.class)).isEmpty();
        assertThat(api.skipped()).extracting(Skipped::kind, Skipped::name, Skipped::code)
                .containsExactly(tuple("macro", "M", SkipCode.MACRO_EXPRESSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"do { } while (0)", "return 3", "int", "struct s", "__attribute__((packed))", "extern",
            "5;",
            "1, 2", "undeclared", "nowhere()", "((nowhere()))", "loc", "system_function", "{", "static int x = 3",
            "(void) 0"})
    void what_is_no_expression_or_bound_otherwise_is_not(String body) {
        NativeApi api = new HeaderFolder(temp).with("sys/functions.h", "int system_function(int x);\n").api("""
                #include <functions.h>
                int *loc(void);
                int own(void);
                #define FIRST_USE nowhere()
                #define own own()
                #define M %s
                """.formatted(body), "-isystem" + temp.resolve("sys"));

        assertThat(api.skipped()).isEmpty();
    }
}
