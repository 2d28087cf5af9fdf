package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.Refusals;
import org.ffigen.lower.Shape;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that are called in another way than C's own must not be called in C's. */
class CallingConventionsTest {

    private static final String TARGET = "--target=x86_64-unknown-linux-gnu";
    private static final CType ADDRESS = new CType.Pointer(CallingConventions.FUNCTION);

    @TempDir
    Path temp;
    HeaderFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new HeaderFolder(temp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ms_abi", "vectorcall", "regcall", "preserve_most", "swiftcall"})
    void functions_are_skipped(String attribute) {
        NativeApi api = folder.api("""
                __attribute__((%1$s)) int foreign(int a);
                __attribute__((%1$s)) int foreign(int);
                typedef int __attribute__((%1$s)) type(int);
                type by_typedef;
                int own(int a);
                """.formatted(attribute), TARGET);

        assertThat(api.all(FunctionDecl.class)).extracting(FunctionDecl::name).containsExactly("own");
        assertThat(api.skipped()).extracting(Skipped::kind, Skipped::name, Skipped::code)
                .containsExactly(tuple("function", "by_typedef", SkipCode.CALLING_CONVENTION),
                        tuple("function", "foreign", SkipCode.CALLING_CONVENTION));
    }

    @Test
    void function_pointers_are_addresses() {
        NativeApi api = folder.api("""
                typedef int (__attribute__((ms_abi)) *callback)(int);
                typedef int (*plain)(int);
                typedef plain also __attribute__((ms_abi));
                void f(callback a, int (__attribute__((ms_abi)) *b)(int), int (__attribute__((ms_abi)) c)(int), also d);
                struct ops { int (__attribute__((ms_abi)) *open)(int); plain close; };
                void g(struct ops *ops);
                """, TARGET);
        Lowering lowering = new Lowering(api, api.targets().values().iterator().next());
        FunctionDecl function = (FunctionDecl) api.find(DeclId.function("f")).orElseThrow();
        RecordDecl record = (RecordDecl) api.find(new DeclId(DeclId.Kind.STRUCT, "ops")).orElseThrow();

        assertThat(lowering.refusal(function)).isEmpty();
        assertThat(function.type().parameters()).extracting(parameter -> lowering.resolve(parameter.type()))
                .containsExactly(ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        assertThat(function.type().parameters()).extracting(p -> lowering.shape(p.type())).containsOnly(Shape.POINTER);
        assertThat(record.members()).extracting(Member::type).first().isEqualTo(ADDRESS);
        assertThat(Refusals.noted(api).skipped()).extracting(Skipped::kind, Skipped::name, Skipped::code)
                .containsExactlyInAnyOrder(tuple("callback", "callback", SkipCode.CALLING_CONVENTION),
                        tuple("callback", "also", SkipCode.CALLING_CONVENTION),
                        tuple("callback", "f.b", SkipCode.CALLING_CONVENTION),
                        tuple("callback", "f.c", SkipCode.CALLING_CONVENTION),
                        tuple("callback", "ops.open", SkipCode.CALLING_CONVENTION));
    }

    @Test
    void what_the_target_calls_as_c_does_stays() {
        NativeApi api = folder.api("""
                __attribute__((sysv_abi)) int same(int a);
                __attribute__((stdcall)) int ignored(int a);
                """, TARGET);

        assertThat(api.all(FunctionDecl.class)).extracting(FunctionDecl::name)
                .isEqualTo(List.of("ignored", "same"));
        assertThat(api.skipped()).isEmpty();
    }
}
