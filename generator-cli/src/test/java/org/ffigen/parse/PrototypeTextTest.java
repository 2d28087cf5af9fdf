package org.ffigen.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name that a prototype declares, wherever C has it. */
class PrototypeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"int NAME(int x)", "int NAME(int x);", "int (*NAME(struct s *o))(int)",
            "int (*NAME(struct s *o))[4]", "__typeof__(int(*)(int)) NAME(struct s *o)",
            "int __attribute__((noinline)) NAME(int x)", "int (NAME)(int x)", "int ((NAME))(int x)",
            "type (NAME)(int x)", "type (*NAME(int))(int)", "struct s (NAME)(int x)", "unsigned long NAME(void)",
            "type *NAME(type)", "type * const (*NAME(type x))(void)", "void (*NAME(int n, void (*f)(int)))(int)",
            "API(int) NAME(int x)", "API(int) (NAME)(int x)", "[[gnu::noinline]] int NAME(int x)",
            "[[deprecated(\"old\")]] int NAME(int x)", "_Atomic(int) NAME(void)",
            "int (__attribute__((cdecl)) *NAME(int))(int)", "int NAME(int x) __attribute__((pure))",
            "int NAME(int x) __asm__(\"label\")", "const char *NAME(const char *format, ...)", "int\n  NAME (int x)",
            "extern inline NAME(void)", "type NAME(type (f)(type), type)"})
    void the_name_is_found(String text) {
        assertThat(new PrototypeText(text).name()).contains("NAME");
        assertThat(new PrototypeText(text).hasMore()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"int NAME(int x) { return 1; }", "int NAME(int x); int other(void)",
            "int NAME(int x), other(int y)", "int NAME(int x) {", "int (*NAME(int x))(int) { return 0; }"})
    void what_is_more_than_a_prototype_is_told(String text) {
        assertThat(new PrototypeText(text).name()).contains("NAME");
        assertThat(new PrototypeText(text).hasMore()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "int x", "(", "int (", "int (int)", "struct s", "int ()", "int __attribute__((x"})
    void what_declares_no_function_has_no_name(String text) {
        assertThat(new PrototypeText(text).name()).isEmpty();
    }
}
