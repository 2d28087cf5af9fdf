package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.CType.Qualifier;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SourceLocation;
import org.ffigen.spell.CSpelling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types as they are written: builtins, typedefs of the standard, of the system and of the library. */
class TypeReaderTest {

    @TempDir
    Path temp;
    HeaderFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new HeaderFolder(temp);
    }

    @ParameterizedTest
    @CsvSource({"int8_t, INT8", "uint8_t, UINT8", "int64_t, INT64", "uint64_t, UINT64", "size_t, SIZE",
            "ssize_t, SSIZE", "intptr_t, INTPTR", "uintptr_t, UINTPTR", "ptrdiff_t, PTRDIFF",
            "wchar_t, WCHAR", "char16_t, CHAR16",
            "char32_t, CHAR32", "va_list, VA_LIST", "bool, BOOL", "__int128, INT128", "unsigned char, UNSIGNED_CHAR",
            "signed char, SIGNED_CHAR", "char, CHAR", "unsigned long long, UNSIGNED_LONG_LONG",
            "long double, LONG_DOUBLE", "_Float16, FLOAT16", "__float128, FLOAT128"})
    void builtins_and_standard_typedefs(String type, BuiltinKind kind) {
        assertThat(variable("extern " + type + " v;")).isEqualTo(new CType.Builtin(kind));
    }

    @Test
    void a_typedef_with_a_standard_name_and_another_type_stays_a_typedef() {
        assertThat(variable("typedef int size_t;\nextern size_t v;"))
                .isEqualTo(new CType.Named(DeclId.typedef("size_t")));
    }

    @Test
    void typedefs_of_the_library_are_named_one_by_one() {
        NativeApi api = folder.api("typedef int one; typedef one two; extern const two v;");

        assertThat(type(api)).isEqualTo(new CType.Const(new CType.Named(DeclId.typedef("two"))));
        assertThat(typedef(api, "two").type()).isEqualTo(new CType.Named(DeclId.typedef("one")));
    }

    @Test
    void typedefs_of_the_system_come_without_its_internals_and_name_the_header_that_was_included() {
        NativeApi api = folder.api("#include <sys/types.h>\nextern off_t v;");

        assertThat(type(api)).isEqualTo(new CType.Named(DeclId.typedef("off_t")));
        assertThat(typedef(api, "off_t").type()).isEqualTo(new CType.Builtin(BuiltinKind.LONG));
        assertThat(typedef(api, "off_t").source()).isEqualTo(SourceLocation.systemHeader("sys/types.h"));
        assertThat(api.declarations().keySet()).extracting(DeclId::toString)
                .containsExactlyInAnyOrder("typedef:off_t", "var:v");
    }

    @Test
    void a_file_is_an_opaque_type() {
        NativeApi api = folder.api("#include <stdio.h>\nextern FILE *v;");

        assertThat(type(api)).isEqualTo(new CType.Pointer(new CType.Named(DeclId.typedef("FILE"))));
        assertThat(typedef(api, "FILE").type()).isEqualTo(new CType.Named(DeclId.parse("struct:_IO_FILE")));
        assertThat(api.find(DeclId.parse("struct:_IO_FILE"))).get().isInstanceOf(OpaqueDecl.class);
    }

    @Test
    void complex_numbers_vectors_atomics_and_bit_integers_have_forms_of_their_own() {
        CType single = new CType.Builtin(BuiltinKind.FLOAT);
        CType record = new CType.Named(DeclId.parse("struct:s"));

        assertThat(variable("extern float _Complex v;")).isEqualTo(new CType.Complex(single));
        assertThat(variable("extern float __attribute__((vector_size(16))) v;"))
                .isEqualTo(new CType.Vector(single, 4, 16));
        NativeApi threes = folder.api("typedef float v3 __attribute__((ext_vector_type(3))); extern v3 v;");
        assertThat(typedef(threes, "v3").type()).isEqualTo(new CType.Vector(single, 3, 16));
        assertThat(variable("extern _Atomic int v;")).isEqualTo(new CType.Atomic(new CType.Builtin(BuiltinKind.INT)));
        assertThat(variable("struct s { char c[3]; }; extern _Atomic(struct s) v;"))
                .isEqualTo(new CType.Atomic(record));
        assertThat(variable("extern _BitInt(17) v;")).isEqualTo(new CType.BitInt(17, true));
        assertThat(variable("extern unsigned _BitInt(100) v;")).isEqualTo(new CType.BitInt(100, false));
        assertThat(variable("extern const volatile unsigned _BitInt(100) v;")).isEqualTo(new CType.Const(
                new CType.Qualified(Qualifier.VOLATILE, new CType.BitInt(100, false))));
    }

    @Test
    void const_of_a_parameter_stays_where_it_is_that_of_an_arrays_elements() {
        NativeApi api = folder.api("typedef char name[16]; void f(const name n, const int i, char *const p);");
        FunctionDecl function = (FunctionDecl) api.find(DeclId.function("f")).orElseThrow();

        assertThat(function.type().parameters()).extracting(FunctionType.Parameter::type)
                .containsExactly(new CType.Const(new CType.Named(DeclId.typedef("name"))),
                        new CType.Builtin(BuiltinKind.INT),
                        new CType.Pointer(new CType.Builtin(BuiltinKind.CHAR)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"volatile int v", "const volatile int v", "volatile const int *v", "int *const volatile v",
            "int *restrict v", "int *const restrict *volatile v", "volatile int v[3]", "volatile struct s *v",
            "void (*volatile v)(volatile int *a, const int *restrict b)", "volatile _Atomic(int) *v",
            "volatile bool *v"})
    void qualifiers_are_read_and_spelled_as_they_are(String declaration) {
        NativeApi api = folder.api("#include <stdbool.h>\nstruct s { int x; }; extern " + declaration + ";");
        String spelled = new CSpelling(api).declare(type(api), "v");

        assertThat(spelled).isEqualTo(declaration.replace("volatile const", "const volatile"));
        assertThat(new Gcc(temp).ask("same", "%d",
                "__builtin_types_compatible_p(__typeof__(&v), __typeof__("
                        + new CSpelling(api).declare(type(api), "(*)")
                        + "))")
                .answers("test.h")).containsExactly("same=1");
    }

    @Test
    void qualifiers_that_typedefs_add_are_there_once() {
        NativeApi api = folder.api("typedef volatile int reg; typedef volatile reg twice; extern volatile reg v;"
                + " void f(volatile int by_value, char *restrict volatile to, twice *from);");
        FunctionDecl function = (FunctionDecl) api.find(DeclId.function("f")).orElseThrow();

        assertThat(type(api))
                .isEqualTo(new CType.Qualified(Qualifier.VOLATILE, new CType.Named(DeclId.typedef("reg"))));
        assertThat(function.type().parameters()).extracting(FunctionType.Parameter::type)
                .containsExactly(new CType.Builtin(BuiltinKind.INT),
                        new CType.Qualified(Qualifier.RESTRICT, new CType.Pointer(new CType.Builtin(BuiltinKind.CHAR))),
                        new CType.Pointer(new CType.Named(DeclId.typedef("twice"))));
    }

    @Test
    void a_type_without_a_model_says_what_it_is_and_how_large() {
        assertThat(variable("extern __bf16 v;"))
                .isEqualTo(new CType.Unsupported("unsupported-type", "__bf16", 2, 2));
    }

    @ParameterizedTest
    @CsvSource({"_Complex int, 8, 4", "unsigned _Complex, 8, 4", "_Complex char, 2, 1", "short _Complex, 4, 2",
            "unsigned long long _Complex, 16, 8"})
    void complex_integers_have_no_model_but_a_size(String type, long size, long align) {
        assertThat(variable("extern " + type + " v;")).isInstanceOfSatisfying(CType.Unsupported.class, found -> {
            assertThat(found.code()).isEqualTo("unsupported-type");
            assertThat(found.size()).isEqualTo(size);
            assertThat(found.align()).isEqualTo(align);
        });
    }

    @Test
    void a_type_that_refers_to_itself_ends() {
        NativeApi api = folder.api("typedef struct node node; struct node { node *next; }; extern node v;");

        assertThat(type(api)).isEqualTo(new CType.Named(DeclId.typedef("node")));
    }

    private CType variable(String header) {
        return type(folder.api("#include <stdarg.h>\n#include <stdbool.h>\n" + (header.contains("typedef")
                ? ""
                : "#include <sys/types.h>\n#include <stdint.h>\n#include <stddef.h>\n#include <uchar.h>\n") + header));
    }

    private static CType type(NativeApi api) {
        return ((VariableDecl) api.find(new DeclId(DeclId.Kind.VAR, "v")).orElseThrow()).type();
    }

    private static TypedefDecl typedef(NativeApi api, String name) {
        return (TypedefDecl) api.find(DeclId.typedef(name)).orElseThrow();
    }
}
