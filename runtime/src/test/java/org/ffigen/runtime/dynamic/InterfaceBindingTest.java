package org.ffigen.runtime.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ffigen.runtime.dynamic.NativeType.U32;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.FunctionPointer;
import org.ffigen.runtime.MissingSymbolError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interface whose methods are C functions. */
class InterfaceBindingTest {
    private static final Ffi FFI = Ffi.of(MethodHandles.lookup());

    @TempDir
    static Path folder;
    private static Path file;
    private final DynamicLibrary library = FFI.open(file.toString(),
            SymbolTable.builder().function("unsigned_max", U32).build());

    @BeforeAll
    static void compile() throws IOException {
        file = CLibrary.compile("""
                #include <stdint.h>
                #include <stdlib.h>
                #include <string.h>
                int add(int a, int b) { return a + b; }
                double half(float f) { return f / 2; }
                long count(const char *text) { return text ? (long)strlen(text) : -1; }
                const char *greeting(void) { return "gr\\u00fc\\u00dfe"; }
                const char *behind(const char *text, int n) { return text + n; }
                uint16_t next(uint16_t c) { return c + 1; }
                const char *nothing(void) { return NULL; }
                void fill(uint8_t *bytes, int n) { memset(bytes, 7, (size_t)n); }
                uint32_t unsigned_max(void) { return UINT32_MAX; }
                signed char negate(signed char c) { return (signed char)-c; }
                int apply(int (*f)(int), int x) { return f(x); }
                """, folder.resolve("libbound.so"));
    }

    @AfterEach
    void close() {
        if (library.isOpen()) {
            library.close();
        }
    }

    interface Bound {
        int add(int a, int b);

        double half(float f);

        long count(String text);

        String greeting();

        String behind(String text, int n);

        @CName("behind")
        CompletableFuture<String> behindLater(String text, int n);

        char next(char c);

        String nothing();

        void fill(byte[] bytes, int n);

        byte negate(byte c);

        @CName("unsigned_max")
        long max();

        @CName("unsigned_max")
        int maxBits();

        @CName("add")
        CompletableFuture<Integer> addLater(int a, int b);

        int apply(FunctionPointer<CallbackFunction> function, int x);

        default int twice(int x) {
            return add(x, x);
        }
    }

    @Test
    void methods_call_c() {
        Bound bound = library.bind(Bound.class);

        assertThat(bound.add(5, 3)).isEqualTo(8);
        assertThat(bound.half(3)).isEqualTo(1.5);
        assertThat(bound.negate((byte) 5)).isEqualTo((byte) -5);
        assertThat(bound.twice(21)).isEqualTo(42);
    }

    @Test
    void a_text_that_lies_in_an_argument_is_read_before_that_is_freed() {
        Bound bound = library.bind(Bound.class);
        String large = "x".repeat(16 << 20) + "end";

        assertThat(bound.behind(large, 16 << 20)).isEqualTo("end");
        assertThat(bound.behindLater(large, 16 << 20)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("end");
    }

    @Test
    void a_char_is_16_bits() {
        assertThat(library.bind(Bound.class).next('\u1234')).isEqualTo('\u1235');
    }

    @Test
    void texts_go_in_and_come_out_and_may_be_null() {
        Bound bound = library.bind(Bound.class);

        assertThat(bound.count("grüße")).isEqualTo(7);
        assertThat(bound.count(null)).isEqualTo(-1);
        assertThat(bound.greeting()).isEqualTo("grüße");
        assertThat(bound.nothing()).isNull();
    }

    @Test
    void arrays_are_filled() {
        byte[] bytes = new byte[3];
        library.bind(Bound.class).fill(bytes, 2);
        assertThat(bytes).containsExactly(7, 7, 0);
    }

    @Test
    void types_of_the_symbol_table_come_first_and_results_fit_the_method() {
        Bound bound = library.bind(Bound.class);
        assertThat(bound.max()).isEqualTo(4294967295L);
        assertThat(bound.maxBits()).isEqualTo(-1);
    }

    @Test
    void a_future_is_a_call_that_does_not_block() {
        assertThat(library.bind(Bound.class).addLater(1, 2)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(3);
    }

    @Test
    void a_callback_is_passed_and_its_exception_comes_out_of_the_method() {
        Bound bound = library.bind(Bound.class);
        Signature unary = Signature.of(NativeType.I32, NativeType.I32);
        try (Callback<CallbackFunction> square = FFI.callback(unary, x -> (int) x[0] * (int) x[0]);
                Callback<CallbackFunction> failing = FFI.callback(unary, x -> {
                    throw new UnsupportedOperationException("no");
                })) {
            assertThat(bound.apply(square.pointer(), 12)).isEqualTo(144);
            assertThatThrownBy(() -> bound.apply(failing.pointer(), 1)).hasMessage("no")
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void it_is_an_object_like_others() {
        Bound bound = library.bind(Bound.class);
        assertThat(bound).isEqualTo(bound).isNotEqualTo(library.bind(Bound.class)).isNotEqualTo(null);
        assertThat(bound.hashCode()).isEqualTo(bound.hashCode());
        assertThat(bound).asString().startsWith(Bound.class.getName());
    }

    interface Missing {
        void absent();
    }

    interface Untyped {
        void add(Object x);
    }

    interface Miscounted {
        @CName("unsigned_max")
        long max(int x);
    }

    @Test
    void what_cannot_be_bound_is_refused_by_name() {
        assertThatThrownBy(() -> library.bind(Missing.class)).isInstanceOf(MissingSymbolError.class)
                .hasMessageContaining("'absent'");
        assertThatIllegalArgumentException().isThrownBy(() -> library.bind(Untyped.class))
                .withMessageContainingAll("Untyped.add", "no C type for java.lang.Object");
        assertThatIllegalArgumentException().isThrownBy(() -> library.bind(Miscounted.class))
                .withMessageContaining("gives it 0 parameters");
        assertThatIllegalArgumentException().isThrownBy(() -> library.bind(String.class));
    }

    @Test
    void its_methods_throw_when_the_library_is_closed() {
        Bound bound = library.bind(Bound.class);
        library.close();
        assertThatThrownBy(() -> bound.add(1, 2)).isInstanceOf(IllegalStateException.class);
    }
}
