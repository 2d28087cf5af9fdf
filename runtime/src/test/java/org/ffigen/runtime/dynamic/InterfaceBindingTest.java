package org.ffigen.runtime.dynamic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ffigen.runtime.dynamic.NativeType.BOOL;
import static org.ffigen.runtime.dynamic.NativeType.BUFFER;
import static org.ffigen.runtime.dynamic.NativeType.F32;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.U16;
import static org.ffigen.runtime.dynamic.NativeType.U32;
import static org.ffigen.runtime.dynamic.NativeType.U8;
import static org.ffigen.runtime.dynamic.NativeType.USIZE;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.FunctionPointer;
import org.ffigen.runtime.MissingSymbolError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interface whose methods are C functions. */
class InterfaceBindingTest {
    private static final Ffi FFI = Ffi.of(MethodHandles.lookup());

    @TempDir
    static Path folder;
    private static Path file;
    private final DynamicLibrary library = FFI.open(file.toString(),
            SymbolTable.builder()
                    .function("unsigned_max", U32)
                    .function("same32", U32, U32)
                    .function("same16", U16, U16)
                    .function("same8", U8, U8)
                    .function("size", USIZE, BUFFER)
                    .function("third", F32, I32)
                    .function("is_even", BOOL, U8)
                    .nonblocking("slow", I32)
                    .build());

    @BeforeAll
    static void compile() throws IOException {
        file = CLibrary.compile("""
                #include <stdbool.h>
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
                uint32_t same32(uint32_t x) { return x; }
                uint16_t same16(uint16_t x) { return x; }
                uint8_t same8(uint8_t x) { return x; }
                signed char negate(signed char c) { return (signed char)-c; }
                size_t size(const char *text) { return strlen(text); }
                float third(int x) { return x / 3.0f; }
                bool is_even(uint8_t x) { return x % 2 == 0; }
                int slow(void) { return 42; }
                void closing(void) { }
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
        String behindBytes(byte[] text, int n);

        @CName("behind")
        String behindBuffer(ByteBuffer text, int n);

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
    void a_text_that_c_would_cut_is_refused_by_function_and_argument_and_fails_a_future() {
        Bound bound = library.bind(Bound.class);
        String message = ": argument 1 (buffer): the text has U+0000 at index 1: C would see only its first 1 characters";

        assertThatIllegalArgumentException().isThrownBy(() -> bound.count("a\0b")).withMessage("count" + message);
        assertThat(bound.behindLater("a\0b", 1)).failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(IllegalArgumentException.class)
                .withMessage("behind" + message);
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

    interface Unsigned<T> {
        @CName("unsigned_max")
        int max();

        int same32(T bits);

        @CName("same32")
        long same32Wide(byte value);

        short same16(short bits);

        byte same8(byte bits);

        @CName("same8")
        int same8Wide(int value);
    }

    interface UnsignedInt extends Unsigned<Integer> {
    }

    @Test
    void the_bits_of_an_unsigned_type_that_one_method_gives_can_be_passed_to_another() {
        UnsignedInt unsigned = library.bind(UnsignedInt.class);

        assertThat(unsigned.same32(unsigned.max())).isEqualTo(-1);
        assertThat(unsigned.same16(unsigned.same16(Short.MIN_VALUE))).isEqualTo(Short.MIN_VALUE);
        assertThat(unsigned.same8((byte) -1)).isEqualTo((byte) -1);
    }

    @Test
    void what_is_not_of_the_width_of_an_unsigned_type_has_to_be_a_value_of_it() {
        UnsignedInt unsigned = library.bind(UnsignedInt.class);

        assertThat(unsigned.same8Wide(255)).isEqualTo(255);
        assertThatIllegalArgumentException().isThrownBy(() -> unsigned.same8Wide(-1))
                .withMessage("same8: argument 1 (u8): expected an unsigned integer of 8 bits, got -1 (Integer)");
        assertThatIllegalArgumentException().isThrownBy(() -> unsigned.same32Wide((byte) -1))
                .withMessage("same32: argument 1 (u32): expected an unsigned integer of 32 bits, got -1 (Byte)");
        assertThatIllegalArgumentException().isThrownBy(() -> library.function("same32").call(-1));
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

    @Test
    void a_text_that_lies_in_an_argument_ends_with_it() {
        Bound bound = library.bind(Bound.class);
        for (int size = 1; size <= 2_000; size++) {
            byte[] text = "x".repeat(size).getBytes(US_ASCII);
            assertThat(bound.behindBytes(text, 0)).hasSize(size);
            assertThat(bound.behindBuffer(ByteBuffer.allocate(0), 0)).isEmpty();
        }
        ByteBuffer both = ByteBuffer.allocateDirect(10).put("helloworld".getBytes(US_ASCII)).flip();
        assertThat(bound.behindBuffer(both.slice(0, 5), 1)).isEqualTo("ello");
        assertThat(bound.behindBuffer(both.slice(5, 5), 0)).isEqualTo("world");
    }

    interface Declaring {
        int apply(FunctionPointer<CallbackFunction> function, int x) throws IOException;
    }

    @Test
    void a_checked_exception_comes_out_as_it_was_thrown_if_the_method_declares_it() {
        try (Callback<CallbackFunction> failing = FFI.callback(Signature.of(NativeType.I32, NativeType.I32), x -> {
            throw new IOException("checked");
        })) {
            assertThatThrownBy(() -> library.bind(Declaring.class).apply(failing.pointer(), 1))
                    .isInstanceOf(IOException.class)
                    .hasMessage("checked");
            assertThatThrownBy(() -> library.bind(Bound.class).apply(failing.pointer(), 1))
                    .isInstanceOf(UndeclaredThrowableException.class)
                    .hasCauseInstanceOf(IOException.class);
        }
    }

    interface Closing extends AutoCloseable {
        int add(int a, int b);

        @Override
        void close();
    }

    interface Named extends Closing {
        @Override
        @CName("fill_up")
        void close();
    }

    @Test
    void close_of_an_auto_closeable_closes_the_library() {
        Closing closing = library.bind(Closing.class);
        assertThat(closing.add(1, 2)).isEqualTo(3);
        List<CompletableFuture<Void>> closes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            closes.add(CompletableFuture.runAsync(closing::close));
        }
        closes.forEach(CompletableFuture::join);
        closing.close();
        assertThat(library.isOpen()).isFalse();
        assertThatThrownBy(() -> library.bind(Named.class)).hasMessageContaining("is closed");
    }

    @Test
    void unless_it_is_a_function_by_the_symbol_table_or_its_name() {
        assertThatThrownBy(() -> library.bind(Named.class)).isInstanceOf(MissingSymbolError.class)
                .hasMessageContaining("'fill_up'");
        SymbolTable table = SymbolTable.parse("""
                {"close": {"name": "closing", "parameters": [], "result": "void"}}""");
        try (DynamicLibrary other = FFI.open(file.toString(), table)) {
            other.bind(Closing.class).close();
            assertThat(other.isOpen()).isTrue();
        }
    }

    interface Adding<T, F> {
        T add(T a, T b);

        @CName("add")
        F addLater(T a, T b);
    }

    interface AddingIntegers<F> extends Adding<Integer, F> {
    }

    interface AddingLater extends AddingIntegers<CompletionStage<Integer>> {
        @CName("next")
        Character after(Character c);

        @CName("add")
        Future<Integer> addInFuture(char a, int b);
    }

    @Test
    void type_arguments_say_what_variables_are() {
        AddingLater adding = library.bind(AddingLater.class);
        assertThat(adding.add(5, 3)).isEqualTo(8);
        assertThat(adding.addLater(1, 2)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(3);
        assertThat(adding.after('a')).isEqualTo('b');
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
                .withMessageContainingAll("Untyped.add", "parameter 1 is a java.lang.Object, for which C has no type",
                        "a List of its members");
        assertThatIllegalArgumentException().isThrownBy(() -> library.bind(Miscounted.class))
                .withMessageContaining("gives it 0 parameters");
        assertThatIllegalArgumentException().isThrownBy(() -> library.bind(String.class));
    }

    interface Declared {
        long size(Object text);

        double third(short x);

        Object is_even(Byte x);

        CompletableFuture<Object> slow();

        void unsigned_max();

        @Override
        String toString();

        @Override
        boolean equals(Object other);
    }

    @Test
    void a_wider_type_takes_the_result_and_any_type_with_values_of_the_parameter_gives_it() {
        Declared declared = library.bind(Declared.class);
        assertThat(declared.size("four")).isEqualTo(4);
        assertThat(declared.third((short) 6)).isEqualTo(2.0);
        assertThat(declared.is_even((byte) 4)).isEqualTo(true);
        assertThat(declared.slow()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(42);
        declared.unsigned_max();
        assertThat(declared).isEqualTo(declared).asString().startsWith(Declared.class.getName());
    }

    interface Narrow {
        int size(String text);
    }

    interface Wrong {
        double is_even(int x);
    }

    interface NotBytes {
        long size(boolean[] text);
    }

    interface Blocking {
        int slow();
    }

    interface ManyLater {
        CompletableFuture<List<Integer>> slow();
    }

    interface NoFraction {
        int third(int x);
    }

    interface NotANumber {
        float third(boolean x);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Narrow     | its result is usize, which is no int
            Wrong      | its result is bool, which is no double
            NotBytes   | parameter 1 is buffer, which takes no boolean[]
            Blocking   | it is nonblocking; the method must return a CompletableFuture
            ManyLater  | the result of a CompletableFuture must be a class
            NoFraction | its result is f32, which is no int
            NotANumber | parameter 1 is i32, which takes no boolean: expected an integer of 32 bits
            """)
    void a_method_that_does_not_suit_the_symbol_table_is_refused_when_it_is_bound(String name, String reason)
            throws ClassNotFoundException {
        Class<?> type = Class.forName(getClass().getName() + "$" + name);
        assertThatIllegalArgumentException().isThrownBy(() -> library.bind(type))
                .withMessageContainingAll("cannot bind", name + ".", reason);
    }

    @Test
    void its_methods_throw_when_the_library_is_closed() {
        Bound bound = library.bind(Bound.class);
        library.close();
        assertThatThrownBy(() -> bound.add(1, 2)).isInstanceOf(IllegalStateException.class);
    }
}
