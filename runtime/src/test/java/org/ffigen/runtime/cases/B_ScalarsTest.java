package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.runtime.cases.CasesLibrary.call;
import static org.ffigen.runtime.cases.CasesLibrary.function;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.ffigen.runtime.dynamic.NativeType;
import org.junit.jupiter.api.Test;

/** Cases B: numbers, both on the calling thread and nonblocking. */
class B_ScalarsTest {
    private static final long SAFE = (1L << 53) - 1;

    @Test
    void B1_add_u32() {
        gives(579L, "add_u32", 123, 456);
    }

    @Test
    void B2_add_i32() {
        gives(579, "add_i32", 123, 456);
    }

    @Test
    void B3_add_u64() {
        gives(8589934590L, "add_u64", 0xffffffffL, 0xffffffffL);
        gives(9007199254740992L, "add_u64", SAFE, 1);
    }

    @Test
    void B4_add_i64() {
        gives(-8589934590L, "add_i64", -0xffffffffL, -0xffffffffL);
        gives(9007199254740992L, "add_i64", SAFE, 1);
        gives(-9007199254740992L, "add_i64", -SAFE, -1);
    }

    @Test
    void B5_add_usize() {
        gives(8589934590L, "add_usize", 0xffffffffL, BigInteger.valueOf(0xffffffffL));
        gives(9007199254740992L, "add_usize", SAFE, 1);
    }

    @Test
    void B6_add_isize() {
        gives(-8589934590L, "add_isize", -0xffffffffL, -0xffffffffL);
        gives(9007199254740992L, "add_isize", SAFE, 1);
        gives(-9007199254740992L, "add_isize", -SAFE, -1);
    }

    @Test
    void B7_add_f32() {
        gives(579.9119873046875f, "add_f32", 123.123, 456.789);
        gives(579.9119873046875f, "add_f32", 123.123f, 456.789f);
    }

    @Test
    void B8_add_f64() {
        gives(579.912, "add_f64", 123.123, 456.789);
    }

    @Test
    void B9_and() {
        gives(true, "and", true, true);
        gives(false, "and", true, false);
    }

    @Test
    void B10_mixed_widths() {
        gives(5L, "add_usize_fast", 2, 3);
    }

    /** Deno passes 256 and C sees 0. Java refuses 256 (C3); what matters here is that 255 arrives as 255, extended. */
    @Test
    void B11_an_unsigned_byte_is_extended_by_the_caller() {
        gives(255L, "cast_u8_u32", 255);
        gives(0L, "cast_u8_u32", 0);
    }

    @Test
    void B12_what_lies_above_a_narrow_result_is_dropped() {
        gives(0, "cast_u32_u8", 256);
        gives(255, "cast_u32_u8", 0xffff_ffffL);
    }

    @Test
    void B13_narrow_arguments_on_the_stack() {
        gives(78, "add_many_u16", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void B14_nineteen_parameters_of_all_kinds() throws IOException {
        assertThat(CaseProcess.output("B14")).isEqualTo("255 65535 4294967295 4294967296 123.456 789.876 -1 -2 -3 -4 "
                + "-1000 1000 12345.67891 12345.679 12345.67891 12345.679 12345.67891 12345.679 12345.67891\n");
    }

    @Test
    void B15_results_at_the_ends_of_their_ranges() {
        Map<String, Object> results = Map.ofEntries(Map.entry("bool", true), Map.entry("u8", 255),
                Map.entry("i8", (byte) -128), Map.entry("u16", 65535), Map.entry("i16", (short) -32768),
                Map.entry("u32", 4294967295L), Map.entry("i32", Integer.MIN_VALUE), Map.entry("u64", -1L),
                Map.entry("i64", Long.MIN_VALUE), Map.entry("usize", -1L), Map.entry("isize", Long.MIN_VALUE),
                Map.entry("f32", 0.20298023223876953125f), Map.entry("f64", 1e-10));
        assertThat(results.keySet()).isEqualTo(CasesLibrary.SCALARS.keySet());
        results.forEach((word, result) -> gives(result, "return_" + word));
        assertThat(Long.toUnsignedString((long) call("return_u64"))).isEqualTo("18446744073709551615");
    }

    @Test
    void B16_every_type_can_be_passed() {
        CasesLibrary.SCALARS.forEach((word, type) -> gives(null, "nop_" + word, one(type)));
        gives(null, "nop_buffer", (Object) new byte[3]);
        gives(null, "nop_many_parameters", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11f, 12.0, new int[2], 14, 15, 16, 17, 18,
                19, 20, 21, 22, 23, 24f, 25.0, null);
    }

    private static Object one(NativeType type) {
        return type == NativeType.BOOL ? (Object) true : (Object) 1;
    }

    private static void gives(Object result, String name, Object... arguments) {
        assertThat(call(name, arguments)).isEqualTo(result);
        assertThat(function(name).callAsync(arguments).join()).isEqualTo(result);
    }
}
