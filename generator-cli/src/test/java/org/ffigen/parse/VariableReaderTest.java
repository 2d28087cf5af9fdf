package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.ffigen.model.BuiltinKind;
import org.ffigen.lower.Refusals;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
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

    private static VariableDecl find(NativeApi api, String name) {
        return (VariableDecl) api.find(new DeclId(DeclId.Kind.VAR, name)).orElseThrow();
    }
}
