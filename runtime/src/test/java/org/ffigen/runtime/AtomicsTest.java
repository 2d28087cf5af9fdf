package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Atomic members are read and written where they lie, in packed records and in arrays of the Java heap too. */
class AtomicsTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 7, 8})
    void values_come_back_from_any_offset(long offset) {
        try (Arena arena = Arena.ofConfined()) {
            for (MemorySegment memory : List.of(arena.allocate(24, 8), MemorySegment.ofArray(new byte[24]),
                    MemorySegment.ofArray(new long[3]))) {
                holds(Atomics.SHORT, (short) 0x1234, memory, offset);
                holds(Atomics.INT, 0x12345678, memory, offset);
                holds(Atomics.LONG, 0x123456789abcdef0L, memory, offset);
                holds(Atomics.FLOAT, 1.5f, memory, offset);
                holds(Atomics.DOUBLE, -2.25, memory, offset);
                holds(Atomics.BYTE, (byte) 7, memory, offset);
                holds(Atomics.BOOLEAN, true, memory, offset);
                Atomics.ADDRESS.set(memory, offset, MemorySegment.ofAddress(77));
                assertThat(Atomics.ADDRESS.get(memory, offset).address()).isEqualTo(77);
                assertThat(memory.get(ValueLayout.JAVA_BYTE, offset + 8)).isZero();
            }
        }
    }

    private static <T> void holds(Codec<T> codec, T value, MemorySegment memory, long offset) {
        memory.fill((byte) 0);
        codec.set(memory, offset, value);
        assertThat(codec.get(memory, offset)).isEqualTo(value);
    }
}
