package org.ffigen.runtime.cases;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ffigen.runtime.cases.CasesLibrary.MIXED;
import static org.ffigen.runtime.cases.CasesLibrary.RECT;
import static org.ffigen.runtime.cases.CasesLibrary.call;
import static org.ffigen.runtime.cases.CasesLibrary.function;
import static org.ffigen.runtime.dynamic.NativeType.I8;
import static org.ffigen.runtime.dynamic.NativeType.POINTER;
import static org.ffigen.runtime.dynamic.NativeType.U16;
import static org.ffigen.runtime.dynamic.NativeType.U32;
import static org.ffigen.runtime.dynamic.NativeType.U8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.util.List;
import org.ffigen.runtime.dynamic.NativeType;
import org.junit.jupiter.api.Test;

/** Cases H: structs by value. */
class H_StructsTest {
    @Test
    void H1_a_struct_comes_back() {
        MemorySegment rect = (MemorySegment) call("make_rect", 10, 20, 100, 200);
        assertThat(rect.byteSize()).isEqualTo(32);
        assertThat(rect.toArray(JAVA_DOUBLE)).containsExactly(10, 20, 100, 200);
    }

    @Test
    void H2_H4_F8_structs_go_in_as_bytes_numbers_members_and_nested_ones() throws IOException {
        assertThat(CaseProcess.output("H2_H4_F8")).isEqualTo("Rect { x: 10.0, y: 20.0, w: 100.0, h: 200.0 }\n".repeat(5)
                + "Mixed { u8: 3, f32: 12.515000, rect: Rect { x: 10.0, y: 20.0, w: 100.0, h: 200.0 }, usize: 12456789, "
                + "array: [8, 32] }\n");
    }

    @Test
    void H3_members_lie_where_c_puts_them() {
        MemorySegment rect = (MemorySegment) call("make_rect", 10, 20, 100, 200);
        MemorySegment mixed = (MemorySegment) call("create_mixed", 3, 12.515000343322754, rect, 12456789,
                new int[]{8, 32});
        assertThat(mixed.byteSize()).isEqualTo(56).isEqualTo(MIXED.layout().byteSize());
        assertThat(mixed.asSlice(0, 4).toArray(JAVA_BYTE)).containsExactly(3, 0, 0, 0);
        assertThat(mixed.get(JAVA_FLOAT, 4)).isEqualTo(12.515000343322754f);
        assertThat(mixed.asSlice(8, 32).toArray(JAVA_DOUBLE)).containsExactly(10, 20, 100, 200);
        assertThat(mixed.get(JAVA_LONG, 40)).isEqualTo(12456789);
        assertThat(mixed.asSlice(48, 8).toArray(JAVA_INT)).containsExactly(8, 32);
    }

    @Test
    void H5_a_result_buffer_that_is_too_small_is_refused_before_the_call() {
        try (Arena arena = Arena.ofConfined()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> function("make_rect").callInto(arena.allocate(31), 1, 2, 3, 4))
                    .withMessageContaining("expected at least 32 writable bytes, got 31");
            MemorySegment result = arena.allocate(40);
            function("make_rect").callInto(result, 1, 2, 3, 4);
            assertThat(result.toArray(JAVA_DOUBLE)).containsExactly(1, 2, 3, 4, 0);
            assertThatIllegalArgumentException().isThrownBy(() -> function("add_u32").callInto(result, 1, 2))
                    .withMessageContaining("returns no struct");
        }
    }

    @Test
    void H6_layouts_are_cs() {
        assertLayout(NativeType.struct(U8, U32), 8, 4);
        assertLayout(NativeType.struct(U32, U8), 8, 4);
        assertLayout(NativeType.struct(U8, U16, I8), 6, 2);
        assertLayout(NativeType.struct(U8, POINTER), 16, 8);
        assertLayout(NativeType.struct(NativeType.struct(U8, U8), U8), 3, 1);
        assertLayout(RECT, 32, 8);
    }

    private static void assertLayout(NativeType type, long size, long alignment) {
        assertThat(type.layout().byteSize()).isEqualTo(size);
        assertThat(type.layout().byteAlignment()).isEqualTo(alignment);
    }

    /**
     * The vocabulary has no word for packed, {@code {u8 x5}} would be another struct to the ABI, and the linker refuses
     * the packed layout itself. So a manifest's symbols leave such functions out; they need a shim in C.
     */
    @Test
    void H7_a_packed_struct_by_value_cannot_be_said_and_is_refused_by_the_linker() {
        StructLayout packed = MemoryLayout.structLayout(JAVA_BYTE, JAVA_INT.withByteAlignment(1));
        assertThat(packed.byteSize()).isEqualTo(5);
        assertThat(NativeType.struct(U8, U32).layout().byteSize()).isEqualTo(8);
        assertThatIllegalArgumentException().isThrownBy(() -> link(packed)).withMessageContaining("Unsupported layout");
    }

    @SuppressWarnings("restricted")
    private static void link(StructLayout layout) {
        Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(JAVA_INT, layout));
    }

    @Test
    void H8_a_union_inside_passes_as_an_integer() {
        assertThat(call("sum_tagged", List.of(7, 70))).isEqualTo(77);
    }

    @Test
    void H9_bit_fields_pass_as_their_storage() {
        int bits = 5 | 12 << 3 | 300 << 8;
        assertThat(call("sum_bits", (Object) new int[]{bits})).isEqualTo(317L);
    }

    @Test
    void H10_floats_pass_in_arrays_and_threes() {
        assertThat(call("sum_floats4", (Object) new float[]{1, 2, 3, 4})).isEqualTo(10f);
        assertThat(call("sum_floats3", (Object) new float[]{1, 2, 3})).isEqualTo(6f);
    }
}
