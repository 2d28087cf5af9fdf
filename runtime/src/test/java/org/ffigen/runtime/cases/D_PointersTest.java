package org.ffigen.runtime.cases;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.cases.CasesLibrary.call;
import static org.ffigen.runtime.dynamic.NativeType.BOOL;
import static org.ffigen.runtime.dynamic.NativeType.BUFFER;
import static org.ffigen.runtime.dynamic.NativeType.POINTER;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.function.ToLongFunction;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.NativeType;
import org.ffigen.runtime.dynamic.Signature;
import org.ffigen.runtime.dynamic.SymbolDefinition;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.ffigen.runtime.dynamic.UnsafePointer;
import org.ffigen.runtime.dynamic.UnsafePointerView;
import org.junit.jupiter.api.Test;

/** Cases D: bytes in and out, addresses, and views on what lies behind them. */
class D_PointersTest {
    private static final byte[] EIGHT = {1, 2, 3, 4, 5, 6, 7, 8};

    @Test
    void D1_D2_D3_bytes_arrive_from_where_a_buffer_begins() throws IOException {
        assertThat(CaseProcess.output("D1_D2_D3")).isEqualTo("""
                [1, 2, 3, 4, 5, 6, 7, 8]
                [4, 5, 6]
                [1, 2, 3, 4, 5, 6, 7, 8] [9, 10]
                [1, 2, 3, 4, 5, 6, 7, 8]
                """);
    }

    @Test
    void D3_a_result_of_type_buffer_is_an_address() {
        assertThat((MemorySegment) call("return_buffer")).matches(MemorySegment::isNative)
                .extracting(MemorySegment::byteSize)
                .isEqualTo(0L);
    }

    /** The address of memory on the Java heap cannot be taken: native memory stands for Deno's of(array). */
    @Test
    void D4_which_pointers_are_null() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(4);
            assertThat(call("is_null_ptr", call("return_buffer"))).isEqualTo(false);
            assertThat(call("is_null_ptr", (Object) null)).isEqualTo(true);
            assertThat(call("is_null_ptr", MemorySegment.NULL)).isEqualTo(true);
            assertThat(call("is_null_ptr", memory)).isEqualTo(false);
            assertThat(call("is_null_ptr", memory.asSlice(4))).isEqualTo(false);
        }
    }

    @Test
    void D5_which_buffers_are_null() {
        SymbolTable table = SymbolTable.builder()
                .add("is_null", new SymbolDefinition.Function(Signature.of(BOOL, BUFFER), "is_null_ptr", false, false))
                .build();
        try (DynamicLibrary library = CasesLibrary.open(table); Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(4);
            assertThat(library.function("is_null").call(new byte[0])).isEqualTo(true);
            assertThat(library.function("is_null").call(ByteBuffer.wrap(EIGHT).position(8).slice())).isEqualTo(false);
            assertThat(library.function("is_null").call(memory.asSlice(0, 0))).isEqualTo(false);
            assertThat(library.function("is_null").call(memory.asSlice(0, 1))).isEqualTo(false);
            assertThat(library.function("is_null").call(ByteBuffer.allocateDirect(1))).isEqualTo(false);
        }
    }

    @Test
    void D6_c_fills_the_callers_bytes() {
        byte[] bytes = {1, 2, 3};
        call("fill_buffer", 0, bytes, bytes.length);
        assertThat(bytes).containsExactly(0, 0, 0);
        byte[] five = new byte[5];
        call("fill_buffer", 5, five, five.length);
        assertThat(five).containsExactly(5, 5, 5, 5, 5);

        IntBuffer ints = IntBuffer.wrap(new int[]{1, 2, 3}).position(1);
        call("fill_buffer", 1, ints, 4);
        assertThat(ints.array()).containsExactly(1, 0x01010101, 3);
        ByteBuffer readOnly = ByteBuffer.wrap(new byte[2]).asReadOnlyBuffer();
        call("fill_buffer", 9, readOnly, 2);
        assertThat(readOnly.get(0)).isZero();
    }

    @Test
    void D7_hash() {
        byte[] bytes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        assertThat(call("hash", bytes, bytes.length)).isEqualTo(2264956937L);
    }

    @Test
    void D8_a_view_copies_into_arrays() {
        UnsafePointerView view = FFI.view((MemorySegment) call("return_buffer"));
        byte[] six = new byte[6];
        view.copyInto(six, 0);
        assertThat(six).containsExactly(1, 2, 3, 4, 5, 6);
        byte[] three = new byte[3];
        view.copyInto(three, 3);
        assertThat(three).containsExactly(4, 5, 6);
        short[] shorts = new short[2];
        view.copyInto(shorts, 1);
        assertThat(shorts).containsExactly(0x0302, 0x0504);
        assertThatIllegalArgumentException().isThrownBy(() -> view.copyInto("text", 0));
    }

    @Test
    void D9_c_strings() {
        assertThat(FFI.view((MemorySegment) call("ffi_string")).getCString(0)).isEqualTo("Hello, world!");
        assertThat(FFI.view((MemorySegment) call("ffi_string_of_pointer")).getCString(11)).isEqualTo("pointer!");
    }

    @Test
    void D10_malformed_utf8_is_replaced_as_browsers_do() {
        int[][] bytes = {{0xC0, 0xC1, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF}, {0xA0, 0xA1},
                {0xE2, 0x28, 0xA1}, {0xE2, 0x82, 0x28}, {0xF0, 0x28, 0x8C, 0xBC}, {0xF0, 0x90, 0x28, 0xBC},
                {0xF0, 0x28, 0x8C, 0x28}, {0xF8, 0xA1, 0xA1, 0xA1, 0xA1}, {0xFC, 0xA1, 0xA1, 0xA1, 0xA1, 0xA1}};
        // What TextDecoder of Deno 2.9.6 gives, with ? for U+FFFD.
        String[] texts = {"?????????????", "??", "?(?", "?(", "?(??", "?(?", "?(?(", "?????", "??????"};
        try (Arena arena = Arena.ofConfined()) {
            for (int i = 0; i < bytes.length; i++) {
                MemorySegment memory = arena.allocate(bytes[i].length + 1);
                for (int j = 0; j < bytes[i].length; j++) {
                    memory.set(JAVA_BYTE, j, (byte) bytes[i][j]);
                }
                assertThat(FFI.view(memory).getCString(0)).isEqualTo(texts[i].replace('?', '\uFFFD'));
            }
        }
    }

    @Test
    void D11_reads_at_any_offset() {
        UnsafePointerView view = FFI.view((MemorySegment) call("return_buffer"));
        assertThat(view.getInt8(7)).isEqualTo((byte) 8);
        assertThat(view.getUint8(7)).isEqualTo(8);
        assertThat(view.getInt16(1)).isEqualTo((short) 0x0302);
        assertThat(view.getUint16(1)).isEqualTo(0x0302);
        assertThat(view.getInt32(1)).isEqualTo(0x05040302);
        assertThat(view.getUint32(3)).isEqualTo(0x07060504L);
        assertThat(view.getInt64(0)).isEqualTo(0x0807060504030201L);
        assertThat(view.getFloat32(1)).isEqualTo(Float.intBitsToFloat(0x05040302));
        assertThat(view.getFloat64(0)).isEqualTo(Double.longBitsToDouble(0x0807060504030201L));
        assertThat(view.getBool(0)).isTrue();
        assertThat(view.getPointer(0).address()).isEqualTo(0x0807060504030201L);
        assertThatIllegalArgumentException().isThrownBy(() -> view.get(NativeType.VOID, 0));
    }

    @Test
    void D12_nothing_is_read_through_null() {
        UnsafePointerView view = FFI.view(null);
        for (String word : CasesLibrary.SCALARS.keySet()) {
            assertThatIllegalArgumentException().isThrownBy(() -> view.get(NativeType.of(word), 0))
                    .withMessage("invalid " + word + " pointer, pointer is null");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> view.getCString(0));
        assertThatIllegalArgumentException().isThrownBy(() -> view.copyInto(new byte[1], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> view.segment(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> FFI.view(UnsafePointer.create(8)).getInt8(0))
                .withMessageContaining("pointer is 0x8");
    }

    @Test
    void D13_addresses_are_numbers_and_null_is_zero() {
        MemorySegment one = UnsafePointer.create(1);
        assertThat(UnsafePointer.create(0)).isNull();
        assertThat(one).isNotNull();
        assertThat(UnsafePointer.value(null)).isZero();
        assertThat(UnsafePointer.value(one)).isEqualTo(1);
        assertThat(UnsafePointer.equals(null, null)).isTrue();
        assertThat(UnsafePointer.equals(null, one)).isFalse();
        assertThat(UnsafePointer.equals(UnsafePointer.create(1), one)).isTrue();
        MemorySegment six = UnsafePointer.offset(one, 5);
        assertThat(UnsafePointer.value(six)).isEqualTo(6);
        assertThat(UnsafePointer.offset(six, -6)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> UnsafePointer.offset(null, 1));
    }

    /** Arrays on the Java heap move and have no address: direct buffers and segments stand for Deno's array buffers. */
    @Test
    void D14_all_views_on_the_same_native_bytes_have_the_same_address() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(200);
        ToLongFunction<Object> address = view -> ((MemorySegment) view).address();
        long base = MemorySegment.ofBuffer(buffer).address();
        assertThat(address.applyAsLong(MemorySegment.ofBuffer(buffer.asDoubleBuffer()))).isEqualTo(base);
        assertThat(address.applyAsLong(MemorySegment.ofBuffer(buffer.position(100).slice()))).isEqualTo(base + 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnsafePointer.value(MemorySegment.ofArray(new byte[1])))
                .withMessageContaining("no address");
        assertThat(POINTER.layout().byteSize()).isEqualTo(8);
    }

    @Test
    void D15_memory_behind_a_view_is_the_memory_itself() {
        try (DynamicLibrary library = CasesLibrary
                .open(SymbolTable.builder().variable("static_ptr", POINTER).build())) {
            UnsafePointerView view = FFI.view((MemorySegment) library.variable("static_ptr"));
            view.segment(4, 0).set(JAVA_INT, 0, 55);
            assertThat(view.getUint32(0)).isEqualTo(55);
            view.segment(4, 0).set(JAVA_INT, 0, 42);
        }
    }
}
