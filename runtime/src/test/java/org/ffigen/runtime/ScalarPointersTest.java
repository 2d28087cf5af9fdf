package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScalarPointersTest {
    private final Arena arena = Arena.ofAuto();

    @Test
    void an_int_is_written_and_read_in_place() {
        IntPtr pointer = IntPtr.allocate(arena, 3);

        assertThat(pointer.set(7).set(2, -1)).isSameAs(pointer);

        assertThat(pointer.get()).isEqualTo(7);
        assertThat(pointer.get(1)).isZero();
        assertThat(pointer.get(2)).isEqualTo(-1);
        assertThat(pointer.length()).isEqualTo(3);
        assertThat(IntPtr.of(pointer.segment()).get(2)).isEqualTo(-1);
    }

    @Test
    void each_type_keeps_its_extreme_values() {
        assertThat(BytePtr.allocate(arena).set(Byte.MIN_VALUE).get()).isEqualTo(Byte.MIN_VALUE);
        assertThat(ShortPtr.allocate(arena).set(Short.MIN_VALUE).get()).isEqualTo(Short.MIN_VALUE);
        assertThat(IntPtr.allocate(arena).set(Integer.MIN_VALUE).get()).isEqualTo(Integer.MIN_VALUE);
        assertThat(LongPtr.allocate(arena).set(Long.MIN_VALUE).get()).isEqualTo(Long.MIN_VALUE);
        assertThat(FloatPtr.allocate(arena).set(Float.MIN_VALUE).get()).isEqualTo(Float.MIN_VALUE);
        assertThat(DoublePtr.allocate(arena).set(Double.MAX_VALUE).get()).isEqualTo(Double.MAX_VALUE);
        assertThat(BoolPtr.allocate(arena).set(true).get()).isTrue();
    }

    @Test
    void each_type_copies_elements_to_an_array() {
        assertThat(BytePtr.allocateFrom(arena, (byte) 1, (byte) 2, (byte) 3).toArray(2)).containsExactly(1, 2);
        assertThat(ShortPtr.allocateFrom(arena, (short) 1, (short) -2).toArray(2)).containsExactly((short) 1,
                (short) -2);
        assertThat(IntPtr.allocateFrom(arena, 1, -2).toArray(2)).containsExactly(1, -2);
        assertThat(LongPtr.allocateFrom(arena, 1, -2).toArray(1)).containsExactly(1);
        assertThat(FloatPtr.allocateFrom(arena, 1, -2).toArray(2)).containsExactly(1, -2);
        assertThat(DoublePtr.allocateFrom(arena, 1, -2).toArray(0)).isEmpty();
        assertThat(BoolPtr.allocateFrom(arena, true, false).toArray(2)).containsExactly(true, false);
        assertThatThrownBy(() -> IntPtr.allocateFrom(arena, 1, 2).toArray(3))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(IntPtr.of(IntPtr.allocateFrom(arena, 1, 2).segment().asSlice(1, 4)).toArray(1))
                .containsExactly(2 << 24);
    }

    @Test
    void each_type_copies_values_and_steps_by_its_size() {
        assertThat(BytePtr.allocateFrom(arena, (byte) 1, (byte) 2).get(1)).isEqualTo((byte) 2);
        assertThat(ShortPtr.allocateFrom(arena, (short) 1, (short) 2).set(1, (short) 9).get(1)).isEqualTo((short) 9);
        assertThat(IntPtr.allocateFrom(arena, 1, 2).get(1)).isEqualTo(2);
        assertThat(LongPtr.allocateFrom(arena, 1, 2, 3).set(2, 5).get(2)).isEqualTo(5);
        assertThat(FloatPtr.allocateFrom(arena, 1, 2).set(1, 4).get(1)).isEqualTo(4);
        assertThat(DoublePtr.allocateFrom(arena, 1, 2).get(1)).isEqualTo(2);
        assertThat(BoolPtr.allocateFrom(arena, false, true).get(1)).isTrue();
        assertThat(LongPtr.allocateFrom(arena, 1, 2, 3).length()).isEqualTo(3);
        assertThat(BytePtr.allocateFrom(arena, (byte) 4).set(0, (byte) 5).get()).isEqualTo((byte) 5);
    }

    @Test
    void a_bool_is_one_byte_and_any_but_zero_is_true() {
        BoolPtr pointer = BoolPtr.allocate(arena, 2);
        BytePtr bytes = BytePtr.of(pointer.segment());

        assertThat(pointer.segment().byteSize()).isEqualTo(2);
        assertThat(bytes.set(1, (byte) 2)).isNotNull();
        assertThat(pointer.get()).isFalse();
        assertThat(pointer.get(1)).isTrue();
        assertThat(pointer.set(1, true).get(1)).isTrue();
        assertThat(bytes.get(1)).isEqualTo((byte) 1);
    }

    @Test
    void access_outside_the_segment_is_refused() {
        IntPtr pointer = IntPtr.allocate(arena, 2);

        assertThatThrownBy(() -> pointer.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> pointer.set(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> IntPtr.of(MemorySegment.NULL).get()).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> IntPtr.allocate(arena, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @TestFactory
    Stream<DynamicTest> a_read_only_pointer_reads_and_refuses_to_write() {
        return Stream.of(BytePtr.allocate(arena).asReadOnly(), ShortPtr.allocate(arena).asReadOnly(),
                IntPtr.allocate(arena).asReadOnly(), LongPtr.allocate(arena).asReadOnly(),
                FloatPtr.allocate(arena).asReadOnly(), DoublePtr.allocate(arena).asReadOnly(),
                BoolPtr.allocate(arena).asReadOnly())
                .map(pointer -> DynamicTest.dynamicTest(pointer.getClass().getSimpleName(), () -> {
                    var type = pointer.getClass();
                    var zero = java.lang.reflect.Array.get(java.lang.reflect.Array
                            .newInstance(type.getMethod("get").getReturnType(), 1), 0);
                    assertThat(type.getMethod("get").invoke(pointer)).isEqualTo(zero);
                    var set = type.getMethod("set", type.getMethod("get").getReturnType());
                    assertThatThrownBy(() -> set.invoke(pointer, zero))
                            .hasCauseInstanceOf(IllegalArgumentException.class);
                }));
    }
}
