package org.ffigen.runtime.dynamic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.ffigen.runtime.dynamic.NativeType.BUFFER;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.POINTER;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.FunctionPointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address that a callback gives to C is one that C may use. */
class CallbackResultsTest {
    private static final Ffi FFI = Ffi.of(MethodHandles.lookup());
    private static NativeFunction give;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        Path file = CLibrary.compile("void give(void *(*f)(void), void **to) { *to = f(); }",
                folder.resolve("libgive.so"));
        give = FFI.open(file.toString(), SymbolTable.builder().function("give", VOID, FUNCTION, BUFFER).build())
                .function("give");
    }

    @Test
    void what_is_open_arrives() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(8);
            assertThat(given(POINTER, arguments -> memory)).isEqualTo(memory.address());
            assertThat(given(FUNCTION, arguments -> null)).isZero();
        }
    }

    @Test
    void bytes_on_the_heap_arrive_as_a_copy_that_ends_with_a_nul() {
        byte[] text = "xgreen".getBytes(US_ASCII);
        assertThat(textAt(given(BUFFER, arguments -> text))).isEqualTo("xgreen");
        assertThat(textAt(given(BUFFER, arguments -> ByteBuffer.wrap(text).position(1).slice()))).isEqualTo("green");
        assertThat(textAt(given(BUFFER, arguments -> MemorySegment.ofArray(text)))).isEqualTo("xgreen");
        assertThat(given(BUFFER, arguments -> new int[0])).isZero();
        assertThat(text).asString(US_ASCII).isEqualTo("xgreen");
    }

    @Test
    void a_direct_buffer_arrives_as_it_is() {
        ByteBuffer direct = ByteBuffer.allocateDirect(8).position(3);
        assertThat(given(BUFFER, arguments -> direct)).isEqualTo(MemorySegment.ofBuffer(direct).address());
    }

    @Test
    void what_has_no_bytes_is_refused_with_what_has() {
        try (Callback<CallbackFunction> callback = FFI.callback(Signature.of(BUFFER), arguments -> "text")) {
            assertThatIllegalArgumentException().isThrownBy(() -> give.call(callback.pointer(), new long[1]))
                    .withMessage("a callback's result (buffer): expected null, or bytes: an array, a ByteBuffer or a"
                            + " MemorySegment, got \"text\" (String)");
        }
    }

    @Test
    void a_closed_callback_is_thrown_and_c_gets_null() {
        Callback<CallbackFunction> callback = FFI.callback(Signature.of(VOID), arguments -> null);
        FunctionPointer<CallbackFunction> pointer = callback.pointer();
        callback.close();
        assertRefused(FUNCTION, arguments -> pointer);
        assertRefused(POINTER, arguments -> pointer.segment());
    }

    @Test
    void a_closed_callback_and_closed_memory_are_no_arguments() {
        Callback<CallbackFunction> callback = FFI.callback(Signature.of(VOID), arguments -> null);
        FunctionPointer<CallbackFunction> pointer = callback.pointer();
        callback.close();
        assertThatIllegalStateException().isThrownBy(() -> give.call(pointer, null))
                .withMessage("give: argument 1 (function): the memory or callback is closed already");

        Arena arena = Arena.ofConfined();
        MemorySegment memory = arena.allocate(8);
        arena.close();
        assertThatIllegalStateException().isThrownBy(() -> give.call(new Object[]{null, memory}))
                .withMessage("give: argument 2 (buffer): the memory or callback is closed already");
    }

    @Test
    void memory_that_is_closed_is_thrown_and_c_gets_null() {
        CallbackFunction closing = arguments -> {
            try (Arena arena = Arena.ofConfined()) {
                return arena.allocate(8);
            }
        };
        assertRefused(POINTER, closing);
        assertRefused(BUFFER, closing);
    }

    private static void assertRefused(NativeType type, CallbackFunction function) {
        long[] place = {7};
        try (Callback<CallbackFunction> callback = FFI.callback(Signature.of(type), function)) {
            assertThatIllegalStateException().isThrownBy(() -> give.call(callback.pointer(), place))
                    .withMessage("a callback's result: memory or a callback that is closed already");
        }
        assertThat(place).containsExactly(0);
    }

    private static String textAt(long address) {
        return FFI.view(MemorySegment.ofAddress(address)).getCString(0);
    }

    private static long given(NativeType type, CallbackFunction function) {
        long[] place = {7};
        try (Callback<CallbackFunction> callback = FFI.callback(Signature.of(type), function)) {
            give.call(callback.pointer(), place);
        }
        return place[0];
    }
}
