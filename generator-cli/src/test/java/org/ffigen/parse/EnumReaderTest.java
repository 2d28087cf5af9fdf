package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.EnumConstant;
import org.ffigen.model.Declaration.EnumDecl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enumerations: their integer types and the values of their enumerators, to the last bit. */
class EnumReaderTest {

    @TempDir
    Path temp;

    @Test
    void values_are_exact_at_both_ends() {
        assertThat(values("RED = -1, GREEN, BLUE = 10")).isEqualTo("INT RED=-1 GREEN=0 BLUE=10");
        assertThat(values("A = 0x80000000u")).isEqualTo("UNSIGNED_INT A=2147483648");
        assertThat(values("A = 0xffffffffffffffffULL")).isEqualTo("UNSIGNED_LONG A=18446744073709551615");
        assertThat(values("A = -9223372036854775807LL - 1")).isEqualTo("LONG A=-9223372036854775808");
    }

    @Test
    void a_packed_enumeration_has_a_small_type() {
        assertThat(text(read("enum __attribute__((packed)) e { A = 200 };"))).isEqualTo("UNSIGNED_CHAR A=200");
    }

    @Test
    void an_enumeration_of_a_given_size_has_a_sign_only_if_it_needs_one() {
        assertThat(text(read("enum e { A = 1 } __attribute__((mode(byte)));"))).isEqualTo("UNSIGNED_CHAR A=1");
        assertThat(text(read("enum __attribute__((mode(HI))) e { A = 1 };"))).isEqualTo("UNSIGNED_SHORT A=1");
        assertThat(text(read("enum e { A = 1 } __attribute__((__mode__(DI)));"))).isEqualTo("UNSIGNED_LONG A=1");
        assertThat(text(read("enum [[gnu::mode(QI)]] e { A = 1 };", "-std=c2x"))).isEqualTo("UNSIGNED_CHAR A=1");
        assertThat(text(read("enum e { A = -1 } __attribute__((mode(byte)));"))).isEqualTo("SIGNED_CHAR A=-1");
    }

    @Test
    void only_clangs_attribute_makes_flags() {
        assertThat(read("enum __attribute__((flag_enum)) e { A = 1, B = 2 };").flags()).isTrue();
        assertThat(read("enum e { A = 1, B = 2 };").flags()).isFalse();
    }

    @Test
    void enumerators_have_their_comments() {
        EnumDecl read = read("""
                /** Kinds. */
                enum e {
                    A, /**< first */
                    /** second */
                    B
                };
                """);

        assertThat(read.comment()).contains("/** Kinds. */");
        assertThat(read.constants()).extracting(c -> c.comment().orElse(""))
                .containsExactly("/**< first */", "/** second */");
    }

    @Test
    void an_enumeration_that_is_only_declared_is_an_unsigned_int() {
        assertThat(read("enum e; void f(enum e *p);"))
                .satisfies(e -> assertThat(e.type()).isEqualTo(BuiltinKind.UNSIGNED_INT))
                .satisfies(e -> assertThat(e.constants()).isEqualTo(List.of()));
    }

    private String values(String enumerators) {
        return text(read("enum e { " + enumerators + " };"));
    }

    private static String text(EnumDecl read) {
        return read.type() + read.constants().stream().map(EnumReaderTest::text).collect(Collectors.joining());
    }

    private static String text(EnumConstant constant) {
        return " " + constant.name() + "=" + constant.value();
    }

    private EnumDecl read(String header, String... clangArguments) {
        return (EnumDecl) new HeaderFolder(temp).api(header, clangArguments).find(DeclId.parse("enum:e")).orElseThrow();
    }
}
