package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.ffigen.model.BuiltinKind;
import org.ffigen.lower.Refusals;
import org.ffigen.model.CType;
import org.ffigen.model.ConstantValue.FloatingValue;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables, and those that cannot be bound. */
class VariableReaderTest {

    private static final CType INT = new CType.Builtin(BuiltinKind.INT);

    @TempDir
    Path temp;

    @Test
    void has_type_symbol_and_comment() {
        NativeApi api = new HeaderFolder(temp).api("""
                /** Read only. */
                extern const int limit;
                extern char name[16] __asm__("name_2");
                """);

        assertThat(find(api, "limit").type()).isEqualTo(new CType.Const(INT));
        assertThat(find(api, "limit").comment()).contains("/** Read only. */");
        assertThat(find(api, "name").symbol()).isEqualTo("name_2");
        assertThat(api.skipped()).isEmpty();
    }

    @Test
    void the_declaration_with_a_length_wins() {
        NativeApi api = new HeaderFolder(temp).api("extern int a[]; extern int a[7]; extern int b[7]; extern int b[];");

        assertThat(find(api, "a").type()).isEqualTo(new CType.Array(INT, OptionalLong.of(7)));
        assertThat(find(api, "b").type()).isEqualTo(new CType.Array(INT, OptionalLong.of(7)));
    }

    @Test
    void what_cannot_be_bound_is_skipped_with_a_reason() {
        NativeApi api = new HeaderFolder(temp).api("""
                extern _Thread_local int tls;
                static int local = 3;
                struct never;
                typedef struct never never_t;
                extern never_t incomplete;
                """);

        assertThat(Refusals.noted(api).skipped()).extracting(Skipped::kind, Skipped::name, Skipped::code)
                .containsExactly(
                        tuple("variable", "incomplete", SkipCode.INCOMPLETE_VARIABLE),
                        tuple("variable", "local", SkipCode.STATIC_VARIABLE));
        assertThat(find(api, "tls").threadLocal()).isTrue();
    }

    @Test
    void constexpr_variables_are_constants() {
        NativeApi api = new HeaderFolder(temp).api("constexpr int CE = 42;\nconstexpr double CD = 2.5;\n",
                "-std=gnu23");

        assertThat(api.all(MacroConstant.class)).extracting(c -> c.id().toString(), MacroConstant::value)
                .containsExactly(tuple("var:CD", new FloatingValue(2.5, BuiltinKind.DOUBLE)),
                        tuple("var:CE", new IntegerValue(BigInteger.valueOf(42), BuiltinKind.INT)));
        assertThat(api.all(VariableDecl.class)).isEmpty();
    }

    @Test
    void what_differs_from_one_machine_or_run_to_the_next_is_no_constant() {
        NativeApi api = new HeaderFolder(temp).api("""
                #define WHEN __DATE__ " " __TIME__
                #define BUILT "built " WHEN
                static const char file[] = __FILE__;
                static const char built[] = BUILT;
                static const int length = sizeof(__FILE__);
                static const int line = __LINE__;
                """);

        assertThat(api.all(MacroConstant.class)).extracting(c -> c.id().toString()).containsExactly("var:line");
        assertThat(api.skipped().stream().filter(skipped -> skipped.code() == SkipCode.STATIC_VARIABLE))
                .extracting(Skipped::name)
                .containsExactlyInAnyOrder("file", "built", "length");
    }

    @Test
    void a_variable_that_was_static_before_stays_so() {
        NativeApi api = new HeaderFolder(temp).api("static int local; extern int local;");

        assertThat(api.declarations()).isEmpty();
        assertThat(api.skipped()).extracting(Skipped::code).containsOnly(SkipCode.STATIC_VARIABLE);
    }

    private static VariableDecl find(NativeApi api, String name) {
        return (VariableDecl) api.find(new DeclId(DeclId.Kind.VAR, name)).orElseThrow();
    }
}
