package org.ffigen.clang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.ffigen.libclang.LibclangLocator;
import org.ffigen.libclang.LibclangNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** libclang's own words about a source file. */
class TranslationUnitTest {

    private ClangIndex index;

    @BeforeEach
    void open() {
        index = ClangIndex.open(library());
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void a_library_says_its_version() {
        assertThat(index.version()).contains("clang version");
    }

    @Test
    void cursors_have_kinds_names_and_places_in_order() {
        CursorList cursors = parse("struct s;\nint f(int a);\n#define M 1\n").cursor().children();

        assertThat(cursors).filteredOn(c -> c.location().file() != null)
                .extracting(c -> c.kind() + " " + c.spelling() + " " + c.location())
                .containsExactly("MACRO_DEFINITION M /memory/a.c:3:9", "STRUCT_DECL s /memory/a.c:1:8",
                        "FUNCTION_DECL f /memory/a.c:2:5");
        assertThat(cursors.kind(cursors.size() - 1)).isEqualTo(CursorKind.FUNCTION_DECL);
    }

    @Test
    void fields_come_with_anonymous_ones() {
        ClangType type = last("struct s { int a; union { int b; }; unsigned c : 3; };").type();

        assertThat(type.kind()).isEqualTo(TypeKind.RECORD);
        assertThat(type.fields()).extracting(Cursor::offsetOfField).containsExactly(0L, 32L, 64L);
        assertThat(type.fields()).extracting(Cursor::fieldBitWidth).containsExactly(-1, -1, 3);
        assertThat(type.size()).isEqualTo(12);
        assertThat(type.align()).isEqualTo(4);
    }

    @Test
    void a_large_record_has_all_its_fields() {
        StringBuilder text = new StringBuilder("struct s {");
        for (int i = 0; i < 5000; i++) {
            text.append("int f").append(i).append(';');
        }

        CursorList fields = last(text + "};").type().fields();

        assertThat(fields).hasSize(5000);
        assertThat(fields.get(4999).spelling()).isEqualTo("f4999");
    }

    @Test
    void functions_tell_their_types_and_parameters() {
        Cursor function = last("static inline const char *f(int count, ...) { return 0; }");

        assertThat(function.isInternal()).isTrue();
        assertThat(function.isFunctionInlined()).isTrue();
        assertThat(function.type().isVariadic()).isTrue();
        assertThat(function.type().argumentCount()).isEqualTo(1);
        assertThat(function.argument(0).spelling()).isEqualTo("count");
        assertThat(function.type().result().pointee().isConst()).isTrue();
    }

    @Test
    void expressions_are_evaluated_to_64_bits() {
        assertThat(last("static const unsigned long long x = -1;").evaluate())
                .isEqualTo(new Evaluation.IntegerResult(new BigInteger("18446744073709551615")));
        assertThat(last("static const long x = -5;").evaluate())
                .isEqualTo(new Evaluation.IntegerResult(BigInteger.valueOf(-5)));
        assertThat(last("static const double x = 1.5;").evaluate()).isEqualTo(new Evaluation.FloatingResult(1.5));
        assertThat(last("extern int x;").evaluate()).isEqualTo(new Evaluation.Unexposed());
    }

    @Test
    void deprecation_has_its_message() {
        assertThat(last("int f(void) __attribute__((deprecated(\"use g\")));").deprecation()).contains("use g");
        assertThat(last("int f(void) __attribute__((deprecated));").deprecation()).contains("");
        assertThat(last("int f(void);").deprecation()).isEmpty();
    }

    @Test
    void comments_and_asm_labels() {
        assertThat(last("/** Doc. */ int f(void);").rawComment()).contains("/** Doc. */");
        assertThat(last("int f(void);").rawComment()).isEmpty();
        assertThat(last("int f(void) __asm__(\"g\");").mangling()).endsWith("g");
    }

    @Test
    void diagnostics_have_severity_and_place() {
        assertThat(parse("int x = ;\n").diagnostics()).singleElement().satisfies(d -> {
            assertThat(d.severity()).isEqualTo(ClangDiagnostic.Severity.ERROR);
            assertThat(d.isError()).isTrue();
            assertThat(d.message()).isEqualTo("expected expression");
            assertThat(d.location()).hasToString("/memory/a.c:1:9");
        });
    }

    @Test
    void text_is_utf_8_both_ways() {
        TranslationUnit unit = parse("/** \u00fc \u20ac */ int gr\u00fc\u00df;");
        Cursor variable = unit.cursor().children().getLast();

        assertThat(variable.spelling()).isEqualTo("gr\u00fc\u00df");
        assertThat(variable.rawComment()).contains("/** \u00fc \u20ac */");
        assertThat(unit.contents(variable.location().file())).isEqualTo(
                "/** \u00fc \u20ac */ int gr\u00fc\u00df;".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void after_closing_everything_fails_in_java() {
        Cursor cursor;
        try (ClangIndex other = ClangIndex.open(library())) {
            cursor = other.parse("/memory/b.c", "struct s { int x; };", List.of(), EnumSet.noneOf(ParseOption.class))
                    .cursor()
                    .children()
                    .getFirst();
        }

        assertThatThrownBy(cursor::type).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(cursor::children).isInstanceOf(IllegalStateException.class)
                .hasMessage("the index of this translation unit is closed");
    }

    private static Path library() {
        try {
            return new LibclangLocator(LibclangLocator.Options.of(System.getenv(), System.out::println)).locate()
                    .library();
        } catch (LibclangNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private Cursor last(String text) {
        return parse(text).cursor().children().getLast();
    }

    private TranslationUnit parse(String text) {
        return index.parse("/memory/a.c", text, List.of("-x", "c", "-std=gnu17"),
                EnumSet.of(ParseOption.DETAILED_PREPROCESSING_RECORD));
    }
}
