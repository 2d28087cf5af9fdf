package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.cases.CasesLibrary.function;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.ffigen.runtime.dynamic.NativeFunction;
import org.junit.jupiter.api.Test;

/** Arguments of all kinds, in any number, to functions that do not look behind addresses: the process survives. */
class ArgumentFuzzTest {
    private static final List<String> FUNCTIONS = List.of("nop_bool", "nop_u8", "nop_i8", "nop_u16", "nop_i16",
            "nop_u32", "nop_i32", "nop_u64", "nop_i64", "nop_usize", "nop_isize", "nop_f32", "nop_f64", "nop_buffer",
            "nop_many_parameters", "is_null_ptr", "make_rect", "add_f32", "add_many_u16", "sum_floats3", "sum_tagged",
            "sum_bits", "return_u8", "store_function_2");

    @Test
    void whatever_the_arguments_are_a_call_returns_or_is_refused() {
        Random random = new Random(20);
        int returned = 0;
        int refused = 0;
        for (int i = 0; i < 30_000; i++) {
            NativeFunction function = function(FUNCTIONS.get(random.nextInt(FUNCTIONS.size() - 1)));
            int count = function.signature().parameters().size() + (random.nextInt(8) == 0 ? random.nextInt(3) - 1 : 0);
            Object[] arguments = new Object[Math.max(0, count)];
            Arrays.setAll(arguments, index -> random(random));
            try {
                if (random.nextInt(50) == 0) {
                    function.callAsync(arguments).join();
                } else {
                    function.call(arguments);
                }
                returned++;
            } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException expected) {
                assertThat(expected.getMessage()).isNotEmpty();
                refused++;
            } catch (CompletionException failed) {
                assertThat(failed).cause()
                        .isInstanceOfAny(IllegalArgumentException.class,
                                IndexOutOfBoundsException.class, IllegalStateException.class);
                refused++;
            }
        }
        assertThat(returned).isGreaterThan(2_000);
        assertThat(refused).isGreaterThan(2_000);
    }

    private static Object random(Random random) {
        return switch (random.nextInt(24)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> (byte) random.nextInt();
            case 3 -> (short) random.nextInt();
            case 4 -> random.nextInt();
            case 5 -> random.nextInt(200);
            case 6 -> random.nextLong();
            case 7 -> random.nextFloat();
            case 8 -> Double.longBitsToDouble(random.nextLong());
            case 9 -> new BigInteger(random.nextInt(80), random);
            case 10 -> new BigDecimal("1.5");
            case 11 -> 'x';
            case 12 -> "text";
            case 13 -> new byte[random.nextInt(40)];
            case 14 -> new double[random.nextInt(6)];
            case 15 -> new float[random.nextInt(6)];
            case 16 -> new boolean[2];
            case 17 -> ByteBuffer.allocateDirect(random.nextInt(64)).asReadOnlyBuffer();
            case 18 -> CharBuffer.wrap("a view on a String, which has no array");
            case 19 -> MemorySegment.ofArray(new long[random.nextInt(6)]).asReadOnly();
            case 20 -> closed();
            case 21 -> Collections.nCopies(random.nextInt(5), random.nextInt(3));
            case 22 -> new Object[]{1, List.of(), null};
            default -> FFI;
        };
    }

    private static MemorySegment closed() {
        try (Arena arena = Arena.ofConfined()) {
            return arena.allocate(32);
        }
    }
}
