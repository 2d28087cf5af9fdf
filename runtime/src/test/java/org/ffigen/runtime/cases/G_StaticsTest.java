package org.ffigen.runtime.cases;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.dynamic.NativeType.I64;
import static org.ffigen.runtime.dynamic.NativeType.POINTER;
import static org.ffigen.runtime.dynamic.NativeType.U32;

import java.lang.foreign.MemorySegment;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.SymbolDefinition;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.ffigen.runtime.dynamic.UnsafePointerView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cases G: variables. */
class G_StaticsTest {
    private final DynamicLibrary library = CasesLibrary.open(SymbolTable.builder()
            .variable("static_u32", U32)
            .variable("static_i64", I64)
            .variable("static_ptr", POINTER)
            .add("static_ptr_value", new SymbolDefinition.Variable(U32, "static_ptr", false))
            .variable("static_char", POINTER)
            .build());

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void G1_G2_numbers_are_values() {
        assertThat(library.variable("static_u32")).isEqualTo(42L);
        assertThat(library.variable("static_i64")).isEqualTo(-1242464576485L);
    }

    @Test
    void G3_a_pointer_is_the_address_of_the_variable() {
        UnsafePointerView view = FFI.view((MemorySegment) library.variable("static_ptr"));
        assertThat(view.getUint32(0)).isEqualTo(42);
        view.segment(4, 0).set(JAVA_INT, 0, 55);
        assertThat(view.getUint32(0)).isEqualTo(55);
        view.segment(4, 0).set(JAVA_INT, 0, 42);
    }

    @Test
    void G4_an_array_is_read_through_its_address() {
        byte[] bytes = new byte[14];
        FFI.view((MemorySegment) library.variable("static_char")).copyInto(bytes, 0);
        assertThat(bytes).containsExactly(0xC0, 0xC1, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE,
                0xFF, 0x00);
    }

    /** Nothing can assign it: there is no setter. */
    @Test
    void G5_a_value_is_read_once_when_the_library_is_opened() {
        MemorySegment memory = FFI.view((MemorySegment) library.variable("static_ptr")).segment(4, 0);
        memory.set(JAVA_INT, 0, 77);
        assertThat(library.variable("static_ptr_value")).isEqualTo(42L);
        memory.set(JAVA_INT, 0, 42);
    }
}
