package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue.AddressValue;
import org.ffigen.model.ConstantValue.FloatingValue;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.ConstantValue.StringValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros that are another name of a function or variable. */
class MacroAliasesTest {

    @TempDir
    Path temp;

    private List<String> aliases(String header, String function) {
        return ((FunctionDecl) api(header).find(DeclId.function(function)).orElseThrow()).aliases();
    }

    private NativeApi api(String header) {
        return new HeaderFolder(temp).api(header);
    }

    @Test
    void a_macro_that_is_the_name_of_a_function_is_its_alias() {
        assertThat(aliases("""
                #define foo_init foo_init_v2
                int foo_init_v2(int);
                """, "foo_init_v2")).containsExactly("foo_init");
    }

    @Test
    void aliases_go_through_other_macros_and_brackets_and_are_sorted() {
        assertThat(aliases("""
                int real(void);
                #define zebra middle
                #define middle (real)
                #define ape real
                """, "real")).containsExactly("ape", "middle", "zebra");
    }

    @Test
    void a_function_of_a_system_header_has_the_names_that_own_macros_give_it() {
        NativeApi api = api("""
                #include <stdlib.h>
                #include <time.h>
                #define my_zone daylight
                /** Gets memory. */
                #define my_malloc malloc
                #define my_malloc_too (my_malloc)
                #define my_free free
                #undef my_free
                #define my_release __builtin_free
                #define my_bits __builtin_popcount
                #define my_type __builtin_va_list
                #define my_exit __builtin_exit
                #undef my_exit
                #define my_labs my_labs
                long my_labs(long);
                """);

        FunctionDecl malloc = (FunctionDecl) api.find(DeclId.function("my_malloc")).orElseThrow();
        assertThat(malloc.symbol()).isEqualTo("malloc");
        assertThat(malloc.comment()).contains("/** Gets memory. */");
        assertThat(malloc.source().line()).isEqualTo(5);
        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .containsExactlyInAnyOrder(tuple("my_zone", SkipCode.MACRO_EXPRESSION),
                        tuple("my_bits", SkipCode.MACRO_EXPRESSION));
        assertThat(api.declarations().values()).filteredOn(FunctionDecl.class::isInstance)
                .extracting(d -> d.id().name())
                .containsExactlyInAnyOrder("my_malloc", "my_malloc_too", "my_labs", "my_release");
    }

    @Test
    void names_that_macros_put_together_are_aliases_too() {
        NativeApi api = api("""
                #define PASTED(a, b) a ## b
                #define SUFFIX(name) PASTED(name, 8)
                #define ID(x) x
                int compile_8(int);
                extern int count_8;
                #define compile SUFFIX(compile_)
                #define compile_too ID(compile)
                #define count SUFFIX(count_)
                #define address &SUFFIX(count_)
                #define called SUFFIX(compile_)(1)
                """);

        assertThat(((FunctionDecl) api.find(DeclId.function("compile_8")).orElseThrow()).aliases())
                .containsExactly("compile", "compile_too");
        assertThat(((VariableDecl) api.find(DeclId.parse("var:count_8")).orElseThrow()).aliases())
                .containsExactly("count");
        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .contains(tuple("called", SkipCode.MACRO_EXPRESSION))
                .doesNotContain(tuple("compile", SkipCode.MACRO_EXPRESSION), tuple("count", SkipCode.MACRO_EXPRESSION));
    }

    @Test
    void a_variable_has_aliases_too() {
        NativeApi api = api("""
                extern int count_2;
                #define count count_2
                """);

        assertThat(((VariableDecl) api.find(DeclId.parse("var:count_2")).orElseThrow()).aliases())
                .containsExactly("count");
    }

    @Test
    void a_function_with_a_macro_of_its_own_name_has_other_names_too() {
        assertThat(aliases("""
                int putx(int c);
                #define putx(c) putx(c)
                #define emit putx
                """, "putx")).containsExactly("emit");
    }

    @Test
    void what_is_undefined_again_declared_itself_more_than_a_name_or_a_circle_is_no_alias() {
        assertThat(aliases("""
                int real(void);
                int other(void);
                #define gone real
                #undef gone
                #define other real
                #define called real()
                #define with_parameter(x) real
                #define real real
                #define ping pong
                #define pong ping
                """, "real")).isEmpty();
    }

    @Test
    void the_name_of_a_constant_is_its_value() {
        NativeApi api = api("""
                static const int answer = 42;
                static const double half = 0.5;
                #define ANSWER answer
                #define ANSWER_IN_BRACKETS (answer)
                #define HALF half
                """);

        assertThat(api.all(MacroConstant.class)).filteredOn(c -> c.id().kind() == DeclId.Kind.MACRO)
                .extracting(MacroConstant::name, MacroConstant::value)
                .containsExactly(tuple("ANSWER", new IntegerValue(BigInteger.valueOf(42), BuiltinKind.INT)),
                        tuple("ANSWER_IN_BRACKETS", new IntegerValue(BigInteger.valueOf(42), BuiltinKind.INT)),
                        tuple("HALF", new FloatingValue(0.5, BuiltinKind.DOUBLE)));
    }

    @Test
    void the_name_of_a_text_or_of_an_address_is_that_too() {
        NativeApi api = api("""
                #include <stddef.h>
                static const char text[] = "abc";
                static const char *const pointer = "def";
                #define TEXT text
                #define POINTER (pointer)
                #define LAST ((char *) -1)
                #define END LAST
                #define NONE NULL
                #define GONE text
                #undef GONE
                """);

        assertThat(api.all(MacroConstant.class)).filteredOn(c -> c.id().kind() == DeclId.Kind.MACRO)
                .extracting(MacroConstant::name, MacroConstant::value)
                .containsExactly(tuple("END", new AddressValue(-1)), tuple("LAST", new AddressValue(-1)),
                        tuple("NONE", new AddressValue(0)),
                        tuple("POINTER", StringValue.of("def".getBytes(StandardCharsets.US_ASCII))),
                        tuple("TEXT", StringValue.of("abc".getBytes(StandardCharsets.US_ASCII))));
        assertThat(api.skipped()).isEmpty();
    }

    @Test
    void the_name_of_what_is_skipped_is_skipped_for_the_same_reason() {
        NativeApi api = api("""
                static int counter;
                #define COUNTER counter
                int foreign(void) __attribute__((ms_abi));
                #define FOREIGN foreign
                #define foreign foreign
                """);

        assertThat(api.skipped()).extracting(Skipped::kind, Skipped::name, Skipped::code)
                .containsExactly(tuple("function", "foreign", SkipCode.CALLING_CONVENTION),
                        tuple("macro", "COUNTER", SkipCode.STATIC_VARIABLE),
                        tuple("macro", "FOREIGN", SkipCode.CALLING_CONVENTION),
                        tuple("variable", "counter", SkipCode.STATIC_VARIABLE));
    }

    @Test
    void a_function_that_is_deprecated_under_another_name_has_that_name() {
        assertThat(aliases("""
                int real(void);
                #define old _Pragma("GCC warning \\"use real\\"") real
                """, "real")).containsExactly("old");
    }

    @Test
    void a_macro_that_hides_what_is_declared_is_reported() {
        NativeApi api = api("""
                int early(int);
                #define early late
                int late(int);
                #define both early
                extern int count, sum, total;
                #define count total
                #define sum (total + 1)
                extern int same, again;
                #define same same
                #define again (*&again)
                """);

        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .containsExactly(tuple("count", SkipCode.HIDES_DECLARATION),
                        tuple("early", SkipCode.HIDES_DECLARATION), tuple("sum", SkipCode.HIDES_DECLARATION));
        assertThat(((FunctionDecl) api.find(DeclId.function("late")).orElseThrow()).aliases())
                .containsExactly("both");
    }

    @Test
    void an_alias_is_no_constant_and_is_not_skipped() {
        NativeApi api = api("""
                int real(void);
                #define alias real
                """);

        assertThat(api.declarations()).hasSize(1);
        assertThat(api.skipped()).isEmpty();
    }
}
