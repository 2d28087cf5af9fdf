package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ffigen.lower.Refusals;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;
import org.ffigen.model.Linkage;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.ffigen.model.SourceLocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions, as the model has them. */
class FunctionReaderTest {

    private static final CType INT = new CType.Builtin(BuiltinKind.INT);
    private static final CType CHAR = new CType.Builtin(BuiltinKind.CHAR);

    @TempDir
    Path temp;
    HeaderFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new HeaderFolder(temp);
    }

    @Test
    void has_its_type_names_comment_and_place() {
        FunctionDecl function = function("""
                /** Adds. */
                int add(int a, const char *text);
                """, "add");

        assertThat(function.type().result()).isEqualTo(INT);
        assertThat(function.type().parameters()).containsExactly(new Parameter("a", INT),
                new Parameter("text", new CType.Pointer(new CType.Const(CHAR))));
        assertThat(function.type().prototyped()).isTrue();
        assertThat(function.comment()).contains("/** Adds. */");
        assertThat(function.source()).isEqualTo(new SourceLocation("test.h", 2, 5));
        assertThat(function.symbol()).isEqualTo("add");
    }

    @Test
    void parameters_lose_their_own_const_only() {
        assertThat(function("void f(const int a, char *const b);", "f").type().parameters())
                .containsExactly(new Parameter("a", INT), new Parameter("b", new CType.Pointer(CHAR)));
    }

    @Test
    void array_parameters_stay_as_written() {
        assertThat(function("void f(int m[3][4]);", "f").type().parameters().getFirst().type()).isEqualTo(
                new CType.Array(new CType.Array(INT, OptionalLong.of(4)), OptionalLong.of(3)));
    }

    @Test
    void nullability_is_kept() {
        assertThat(function("void f(char *_Nonnull a, char *_Nullable b);", "f").type().parameters())
                .extracting(p -> ((CType.Pointer) p.type()).nullability())
                .containsExactly(CType.Nullability.NONNULL, CType.Nullability.NULLABLE);
    }

    @Test
    void a_declaration_without_prototype_says_so() {
        assertThat(function("int f();", "f").type().prototyped()).isFalse();
    }

    @Test
    void redeclarations_are_one_function_with_what_each_of_them_says() {
        FunctionDecl function = function("""
                int f();
                int f(int, char *);
                /** Documented late. */
                int f(int count, char *text) __attribute__((deprecated("use g")));
                """, "f");

        assertThat(function.type().parameters()).extracting(Parameter::name).containsExactly("count", "text");
        assertThat(function.comment()).contains("/** Documented late. */");
        assertThat(function.deprecated()).contains("use g");
        assertThat(function.source().line()).isEqualTo(1);
    }

    @Test
    void attributes_reach_the_model_however_they_are_written() {
        NativeApi api = folder.api("""
                #define NORETURN _Noreturn
                NORETURN void a(void);
                __attribute__((noreturn)) void b(int);
                void c(void (*handler)(int) __attribute__((noreturn)));
                int d(void) __attribute__((deprecated));
                int e(void) __asm__("e_version_2");
                [[noreturn]] void g(void);
                void h(void) __attribute__((__noreturn__));
                """, "-std=gnu2x");

        assertThat(find(api, "a").noreturn()).isTrue();
        assertThat(find(api, "b").noreturn()).isTrue();
        assertThat(find(api, "c").noreturn()).isFalse();
        assertThat(find(api, "g").noreturn()).isTrue();
        assertThat(find(api, "h").noreturn()).isTrue();
        assertThat(find(api, "d").deprecated()).contains("");
        assertThat(find(api, "c").deprecated()).isEqualTo(Optional.empty());
        assertThat(find(api, "e").symbol()).isEqualTo("e_version_2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "void f(int *a, char b, int *c) __attribute__((nonnull))                      | 0 2",
            "void f(int *a, char b, int *c) __attribute__((nonnull(3)))                   | 2",
            "void f(int *a, char b, int *c) __attribute__((__nonnull__(1, 3)))            | 0 2",
            "void f(int *a, char b, int *c) __attribute__((nonnull(1), __nonnull__ (3)))  | 0 2",
            "void f(int *a __attribute__((nonnull)), char b, int *c)                      | 0",
            "void f(int *_Nonnull a, char b, int *_Nullable c)                            | 0",
            "void f(int *a, char b, int *c); void f(int *, char, int *) __attribute__((nonnull(1)))| 0",
            "int *f(int *a, char b, int *c) __attribute__((returns_nonnull))              | result",
            "void f(int *a, char b, int *c) __attribute__((cold))                         | ''"
    })
    void pointers_that_attributes_forbid_to_be_null_are_nonnull(String declaration, String nonnull) {
        FunctionType type = function(declaration + ";", "f").type();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < type.parameters().size(); i++) {
            if (isNonnull(type.parameters().get(i).type())) {
                found.add(String.valueOf(i));
            }
        }
        if (isNonnull(type.result())) {
            found.add("result");
        }

        assertThat(String.join(" ", found)).isEqualTo(nonnull);
    }

    private static boolean isNonnull(CType type) {
        return type instanceof CType.Pointer pointer && pointer.nullability() == CType.Nullability.NONNULL;
    }

    @Test
    void inline_functions_are_skipped_and_variadic_ones_are_not() {
        NativeApi api = folder.api("""
                static inline int twice(int x) { return 2 * x; }
                inline int thrice(int x) { return 3 * x; }
                extern inline int exported(int x) { return x; }
                int log_it(const char *format, ...);
                """);

        assertThat(find(api, "twice").linkage()).isEqualTo(Linkage.INLINE);
        assertThat(find(api, "exported").linkage()).isEqualTo(Linkage.EXTERNAL);
        assertThat(find(api, "log_it").type().variadic()).isTrue();
        NativeApi noted = Refusals.noted(api);
        assertThat(noted.skipped()).extracting(Skipped::name, Skipped::code)
                .containsExactly(
                        tuple("thrice", SkipCode.INLINE_FUNCTION),
                        tuple("twice", SkipCode.INLINE_FUNCTION));
        assertThat(noted.skipped().getFirst().source()).isEqualTo(new SourceLocation("test.h", 2, 12));
    }

    @Test
    void inline_functions_whose_types_have_no_name_are_not_said_to_need_shims() {
        NativeApi api = Refusals.noted(folder.api("""
                typedef struct { int x; } named;
                static inline struct { int x; } *result(void) { return 0; }
                static inline int parameter(__typeof__(result()) p) { return p->x; }
                static inline int variadic(__typeof__(result()) p, ...) { return p->x; }
                static inline named *by_typedef(named n) { return 0; }
                """));

        assertThat(api.skipped()).extracting(Skipped::name, Skipped::code)
                .containsExactly(
                        tuple("by_typedef", SkipCode.INLINE_FUNCTION),
                        tuple("parameter", SkipCode.UNNAMED_TYPE),
                        tuple("result", SkipCode.UNNAMED_TYPE),
                        tuple("variadic", SkipCode.UNNAMED_TYPE));
        assertThat(SkipCode.UNNAMED_TYPE.reason()).doesNotContain("--shims");
    }

    /** gcc says so: {@code nm} of what it makes of the same declarations, and of a use without optimization. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "inline int f(void) { return 1; }                                                       | INLINE | EXTERNAL",
            "extern inline int f(void) { return 1; }                                                | EXTERNAL | EXTERNAL",
            "inline int f(void) { return 1; } int f(void);                                          | EXTERNAL | EXTERNAL",
            "int f(void); inline int f(void) { return 1; }                                          | EXTERNAL | EXTERNAL",
            "static inline int f(void) { return 1; }                                                | INLINE | INLINE",
            "inline __attribute__((gnu_inline)) int f(void) { return 1; }                           | EXTERNAL | EXTERNAL",
            "extern inline __attribute__((__gnu_inline__)) int f(void) { return 1; }                | EXTERNAL | EXTERNAL",
            "extern inline __attribute__((gnu_inline, always_inline)) int f(void) { return 1; }     | INLINE | INLINE",
            "inline __attribute__((always_inline)) int f(void) { return 1; }                        | INLINE | EXTERNAL"
    })
    void inline_is_what_the_language_says(String declarations, Linkage modern, Linkage old) {
        assertThat(function(declarations, "f").linkage()).isEqualTo(modern);
        assertThat(find(folder.api(declarations, "-std=gnu89"), "f").linkage()).isEqualTo(old);
        assertThat(find(folder.api(declarations, "-fgnu89-inline"), "f").linkage()).isEqualTo(old);
        assertThat(find(folder.api(declarations, "-std=gnu89", "-std=gnu99"), "f").linkage()).isEqualTo(modern);
    }

    @Test
    void callbacks_have_the_names_of_their_parameters_at_every_depth() {
        FunctionDecl function = function("void each(int (*visit)(int index, void (*nested)(char c)), void *user);",
                "each");

        CType.Function visit = pointee(function.type().parameters().getFirst().type());
        assertThat(visit.signature().parameters()).extracting(Parameter::name).containsExactly("index", "nested");
        assertThat(pointee(visit.signature().parameters().getLast().type()).signature().parameters())
                .extracting(Parameter::name)
                .containsExactly("c");
    }

    @Test
    void a_function_declared_by_a_typedef_has_its_type() {
        assertThat(function("typedef int compare(int a, double b);\ncompare by_size;\n", "by_size").type())
                .satisfies(type -> assertThat(type.result()).isEqualTo(INT))
                .satisfies(type -> assertThat(type.parameters()).extracting(Parameter::type)
                        .containsExactly(INT, new CType.Builtin(BuiltinKind.DOUBLE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "int f(a, b, c, d) float a; char b; unsigned char c; const short d; { return 0; } | DOUBLE INT INT INT",
            "int f(); int f(a, b) float a; _Bool b; { return 0; }                             | DOUBLE INT",
            "int f(float a, char b); int f(a, b) float a; char b; { return 0; }               | FLOAT CHAR",
            "int f(a, b) long a; unsigned b; { return 0; }                                    | LONG UNSIGNED_INT"
    })
    void definitions_without_a_prototype_take_what_callers_promote(String definition, String types) {
        assertThat(function(definition, "f").type().parameters())
                .extracting(parameter -> ((CType.Builtin) parameter.type()).kind().name())
                .containsExactly(types.split(" "));
    }

    @Test
    void functions_that_clang_knows_itself_keep_the_types_of_the_header() {
        assertThat(function("#include <stddef.h>\nvoid bcopy(const void *a, void *b, size_t n);", "bcopy").type()
                .parameters()
                .getLast()).isEqualTo(new Parameter("n", new CType.Builtin(BuiltinKind.SIZE)));
    }

    private static CType.Function pointee(CType type) {
        return (CType.Function) ((CType.Pointer) type).pointee();
    }

    private FunctionDecl function(String header, String name) {
        return find(folder.api(header), name);
    }

    private static FunctionDecl find(NativeApi api, String name) {
        return (FunctionDecl) api.find(DeclId.function(name)).orElseThrow();
    }
}
