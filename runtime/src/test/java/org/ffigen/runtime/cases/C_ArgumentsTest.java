package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.cases.CasesLibrary.call;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.I64;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.dynamic.CallbackFunction;
import org.ffigen.runtime.dynamic.NativeFunction;
import org.ffigen.runtime.dynamic.NativeType;
import org.ffigen.runtime.dynamic.Signature;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.Test;

/** Cases C: each argument is checked before C is entered, and the message names function, argument and type. */
class C_ArgumentsTest {
    private static final BigInteger TWO_TO_63 = BigInteger.ONE.shiftLeft(63);

    @Test
    void C1_i32_takes_integers_of_its_range_only() {
        for (Object bad : new Object[]{"text", 1.5, BigInteger.ONE.shiftLeft(40), null, 1L << 31, true}) {
            refused("argument 1 (i32): expected an integer of 32 bits", "nop_i32", bad);
        }
        refused("takes 1 arguments, got 0", "nop_i32");
        assertThat(call("add_i32", Integer.MAX_VALUE, (byte) -1)).isEqualTo(Integer.MAX_VALUE - 1);
    }

    @Test
    void C2_u32_takes_no_negative_number() {
        refused("argument 1 (u32): expected an unsigned integer of 32 bits, got -1", "nop_u32", -1);
    }

    /** Deno truncates 256 to 0 silently. */
    @Test
    void C3_a_number_too_large_is_refused_instead_of_cut() {
        refused("argument 1 (u8): expected an unsigned integer of 8 bits, got 256", "nop_u8", 256);
        refused("argument 1 (i8)", "nop_i8", 128);
        refused("argument 1 (u16)", "nop_u16", 65536);
        refused("argument 1 (i16)", "nop_i16", -32769);
    }

    @Test
    void C4_minus_one_is_the_largest_u64() {
        for (Object minusOne : new Object[]{-1, -1L, BigInteger.ONE.negate(),
                BigInteger.TWO.pow(64).subtract(BigInteger.ONE)}) {
            assertThat(Long.toUnsignedString((long) call("add_u64", minusOne, 0))).isEqualTo("18446744073709551615");
        }
        refused("argument 1 (u64)", "nop_u64", BigInteger.TWO.pow(64));
    }

    @Test
    void C5_two_to_the_63rd_is_the_least_i64() {
        assertThat(call("add_i64", TWO_TO_63, 0)).isEqualTo(Long.MIN_VALUE);
        refused("argument 1 (i64)", "nop_i64", TWO_TO_63.negate().subtract(BigInteger.ONE));
    }

    @Test
    void C6_f64_takes_numbers_only() {
        refused("argument 1 (f64): expected a number, of integers one that a double holds exactly, got \"1.5\" (String)",
                "nop_f64", "1.5");
        refused("argument 1 (f64)", "nop_f64", BigInteger.ONE);
        refused("argument 1 (f32)", "nop_f32", "x");
        refused("argument 1 (f64)", "nop_f64", 'a');
    }

    @Test
    void C6_a_float_takes_integers_that_it_holds_exactly() {
        for (long exact : new long[]{1 << 24, -(1 << 24), 1L << 60, Long.MIN_VALUE}) {
            assertThat(call("add_f32", exact, 0)).isEqualTo((float) exact);
        }
        for (long exact : new long[]{1L << 53, (1L << 53) + 2, -(1L << 53), 1L << 60, Long.MIN_VALUE}) {
            assertThat(call("add_f64", exact, 0)).isEqualTo((double) exact);
        }
        for (long rounded : new long[]{(1 << 24) + 1, Integer.MAX_VALUE, Long.MAX_VALUE}) {
            refused("argument 1 (f32): expected a number, of integers one that a float holds exactly, got " + rounded,
                    "nop_f32", rounded);
        }
        for (long rounded : new long[]{(1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE + 1}) {
            refused("argument 1 (f64)", "nop_f64", rounded);
        }
    }

    @Test
    void C3_a_char_is_an_integer_where_it_fits() {
        assertThat(call("add_i32", 'a', 1)).isEqualTo(98);
        call("nop_u8", '\u00ff');
        refused("argument 1 (u8)", "nop_u8", '\u0100');
        refused("argument 1 (i16)", "nop_i16", '\uffff');
    }

    @Test
    void C7_bool_takes_no_number() {
        refused("argument 1 (bool): expected true or false, got 1 (Integer)", "nop_bool", 1);
    }

    @Test
    void C8_a_pointer_is_native_memory_or_null() {
        for (Object bad : new Object[]{0, 0L, new byte[1], List.of(), new Object(), "x", MemorySegment.ofArray(
                new byte[1])}) {
            refused("argument 1 (pointer): expected null, or native memory", "is_null_ptr", bad);
        }
    }

    /** Deno refuses its pointer objects here; in Java a MemorySegment is both an address and bytes, and is taken. */
    @Test
    void C9_a_buffer_is_bytes_or_null() {
        for (Object bad : new Object[]{1, "text", new Object(), new boolean[1], List.of(1)}) {
            refused("argument 1 (buffer): expected null, or bytes", "nop_buffer", bad);
        }
        call("nop_buffer", call("return_buffer"));
    }

    @Test
    void C10_a_function_is_an_address_not_a_lambda_and_not_the_callback_itself() {
        CallbackFunction lambda = arguments -> null;
        refused("argument 1 (function): expected null, or a function's address", "call_fn_ptr", lambda);
        try (Callback<CallbackFunction> callback = FFI.callback(Signature.of(VOID), lambda)) {
            refused("the pointer() of a Callback, got a Callback", "call_fn_ptr", callback);
            call("call_fn_ptr", callback.pointer());
        }
    }

    @Test
    void C11_a_struct_is_its_bytes_or_members() {
        for (Object bad : new Object[]{null, 1, "x",
                FFI.callback(Signature.of(VOID), arguments -> null)}) {
            refused("argument 1 ({struct: [f64, f64, f64, f64]}): expected its bytes, or a list of its members",
                    "print_rect", bad);
        }
    }

    @Test
    void C11_the_member_that_is_wrong_is_named() {
        refused("argument 1 ({struct: [f64, f64, f64, f64]}): has 4 members, got 2", "print_rect", List.of(1.0, 2.0));
        refused("}): member 4 (f64): expected a number, of integers one that a double holds exactly, got \"x\" (String)",
                "print_rect", List.of(1.0, 2.0, 3.0, "x"));
        NativeType bytes = NativeType.struct(I32, NativeType.struct(NativeType.BUFFER));
        refused("member 2 ({struct: [buffer]}): member 1 (buffer): expected null, or native memory: a MemorySegment or"
                + " Pointer, got a byte[]: what a struct points to is not copied", bytes,
                List.of(1, List.of(new byte[1])));
        refused("member 2 ({struct: [buffer]}): expected its bytes, or a list of its members, got 7 (Integer)", bytes,
                List.of(1, 7));
    }

    private static void refused(String message, NativeType parameter, Object argument) {
        NativeFunction function = FFI.function(MemorySegment.ofAddress(1 << 20), Signature.of(VOID, parameter));
        assertThatIllegalArgumentException().isThrownBy(() -> function.call(argument)).withMessageContaining(message);
    }

    /** Deno reads beyond the buffer. An address without bounds is too short as well. */
    @Test
    void C12_a_struct_given_as_too_few_bytes_is_an_index_out_of_bounds() {
        for (Object tooShort : new Object[]{new byte[31], new double[3], call("return_buffer")}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> call("print_rect", tooShort))
                    .withMessageContainingAll("print_rect: argument 1", "has 32 bytes, got");
        }
    }

    /** Deno ignores them. */
    @Test
    void C13_too_many_arguments_are_refused() {
        refused("takes 2 arguments, got 3", "add_i32", 1, 2, 3);
    }

    @Test
    void memory_that_is_no_longer_there_is_refused_too() {
        MemorySegment closed;
        try (Arena arena = Arena.ofConfined()) {
            closed = arena.allocate(8);
        }
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> call("nop_buffer", closed));
    }

    @Test
    void more_parameters_than_the_jvm_can_pass_are_refused_by_name() {
        NativeType large = NativeType.struct(Collections.nCopies(200, I64).toArray(NativeType[]::new));
        for (NativeType[] parameters : new NativeType[][]{Collections.nCopies(300, I64).toArray(NativeType[]::new),
                {large}}) {
            SymbolTable table = SymbolTable.builder().function("nop_i32", VOID, parameters).build();
            assertThatIllegalArgumentException().isThrownBy(() -> CasesLibrary.open(table))
                    .withMessageContainingAll("nop_i32: too many parameters: they take ", "the JVM can pass about 240");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FFI.callback(Signature.of(VOID, parameters), arguments -> null))
                    .withMessageContaining("callback: too many parameters");
        }
    }

    private static void refused(String message, String name, Object... arguments) {
        Object[] given = arguments == null ? new Object[]{null} : arguments;
        assertThatIllegalArgumentException().isThrownBy(() -> call(name, given))
                .withMessageStartingWith(name + ": ")
                .withMessageContaining(message);
    }
}
