package org.ffigen.runtime.dynamic;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ffigen.runtime.LibrarySource;
import org.junit.jupiter.api.Test;

/** What is missing is said where it is missing, and not when C is called. */
class NullsTest {
    private static final Ffi FFI = Ffi.of(MethodHandles.lookup());

    @Test
    void a_callback_has_code_and_a_signature() {
        assertSays("function", () -> FFI.callback(Signature.of(VOID), null));
        assertSays("function", () -> FFI.callbackOnce(Signature.of(VOID), null));
        assertSays("signature", () -> FFI.callback(null, arguments -> null));
        assertSays("signature", () -> FFI.callbackOnce(null, arguments -> null));
        assertSays("signature", () -> FFI.function(MemorySegment.ofAddress(8), null));
    }

    @Test
    void an_entry_of_a_table_has_a_type_and_a_name() {
        SymbolTable.Builder table = SymbolTable.builder();
        assertSays("type", () -> new SymbolDefinition.Variable(null, null, false));
        assertSays("signature", () -> new SymbolDefinition.Function(null, null, false, false));
        assertSays("type", () -> table.variable("x", null));
        assertSays("definition", () -> table.add("x", null));
        assertSays("name", () -> table.variable(null, I32));
        assertSays("name", () -> table.function(null, I32));
        assertSays("name", () -> table.nonblocking(null, I32));
        assertSays("name", () -> table.optional(null, I32));
        assertSays("result", () -> table.function("x", null));
    }

    @Test
    void a_type_has_all_its_parts() {
        assertSays("result", () -> Signature.of(null));
        assertSays("parameter 2", () -> Signature.of(VOID, I32, null));
        assertSays("parameter 1", () -> new Signature(VOID, Arrays.asList((NativeType) null), 1));
        assertSays("field 2", () -> NativeType.struct(I32, null));
    }

    @Test
    void a_library_has_a_name_and_a_table() {
        SymbolTable table = SymbolTable.builder().build();
        assertSays("library", () -> FFI.open((String) null, table));
        assertSays("source", () -> FFI.open((LibrarySource) null, table));
        assertSays("symbols", () -> FFI.open("c", null));
    }

    private static void assertSays(String name, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(name);
    }
}
