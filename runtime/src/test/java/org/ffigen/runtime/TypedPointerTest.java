package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import sample.Point;
import sample.PointVisitor;

class TypedPointerTest {
    private final Arena arena = Arena.ofAuto();

    @Test
    void pointers_are_equal_by_address_whatever_their_bounds() {
        MemorySegment memory = arena.allocate(32, 8);
        Point.Ptr pointer = Point.Ptr.of(memory);

        assertThat(pointer).isEqualTo(Point.Ptr.of(memory.asSlice(0, 16)))
                .hasSameHashCodeAs(Point.Ptr.of(memory.asSlice(0, 16)));
        assertThat(IntPtr.of(memory)).isEqualTo(IntPtr.of(memory).asReadOnly());
        assertThat(pointer).isNotEqualTo(Point.Ptr.of(memory.asSlice(16)));
    }

    @Test
    void pointers_of_different_types_are_not_equal() {
        MemorySegment memory = arena.allocate(8, 8);

        assertThat(IntPtr.of(memory)).isNotEqualTo(LongPtr.of(memory)).isNotEqualTo(null);
    }

    @Test
    void heap_pointers_are_not_confused_with_each_other_or_with_null() {
        IntPtr first = IntPtr.of(MemorySegment.ofArray(new int[1]));

        assertThat(first).isEqualTo(IntPtr.of(first.segment()));
        assertThat(first).isNotEqualTo(IntPtr.of(MemorySegment.ofArray(new int[1])));
        assertThat(first).isNotEqualTo(IntPtr.of(MemorySegment.NULL));
        assertThat(IntPtr.of(MemorySegment.NULL)).isNotEqualTo(first);
        assertThat(first.isNull()).isFalse();
    }

    @Test
    void a_cast_keeps_the_bounds_and_what_c_gave_is_taken_at_its_word_where_they_are_too_small() {
        Point.Ptr point = Point.Ptr.allocate(arena);
        assertThat(point.as(IntPtr::of).segment()).isEqualTo(point.segment());
        assertThat(IntPtr.of(point.segment().asReadOnly()).as(Point.Ptr::of).segment().isReadOnly()).isTrue();
        IntPtr heap = IntPtr.of(MemorySegment.ofArray(new int[1]));
        assertThat(heap.as(IntPtr::of)).isEqualTo(heap);

        LongPtr ofJava = LongPtr.of(arena.allocate(8, 8));
        assertThatThrownBy(() -> ofJava.as(TypedPointerTest::large)).isInstanceOf(IndexOutOfBoundsException.class);
        LongPtr ofC = LongPtr.of(Arena.global().allocate(8, 8).asReadOnly());
        MemorySegment address = ofC.as(TypedPointerTest::large).segment();
        assertThat(address.address()).isEqualTo(ofC.address());
        assertThat(address.byteSize()).isZero();
        assertThat(address.isReadOnly()).isTrue();
    }

    /** As a generated place is made: an address without bounds is taken at its word. */
    private static LongPtr large(MemorySegment memory) {
        return LongPtr.of(memory.byteSize() == 0 ? memory : memory.asSlice(0, 16));
    }

    @Test
    void the_text_names_the_type_as_source_does_and_the_address() {
        assertThat(Point.Ptr.of(MemorySegment.ofAddress(0x7f10))).hasToString("Point.Ptr[0x7f10]");
        assertThat(IntPtr.of(MemorySegment.NULL)).hasToString("IntPtr[0x0]");
        FunctionPointer<PointVisitor> function = FunctionPointer.of(MemorySegment.ofAddress(0x10));
        assertThat(function).hasToString("FunctionPointer[0x10]");
    }

    @Test
    void null_of_java_and_of_c_are_one() {
        assertThat(Pointer.segmentOf(null)).isEqualTo(MemorySegment.NULL);
        Point.Ptr pointer = Point.Ptr.allocate(arena);
        assertThat(Pointer.segmentOf(pointer)).isSameAs(pointer.segment());
        assertThat(pointer.isNull()).isFalse();
        assertThat(pointer.address()).isEqualTo(pointer.segment().address());
        assertThat(Point.Ptr.of(MemorySegment.NULL).isNull()).isTrue();
    }

    @Test
    void null_in_place_of_memory_is_told_from_the_null_pointer() {
        assertThatThrownBy(() -> Liveness.check(null)).isInstanceOf(NullPointerException.class)
                .hasMessageContaining("MemorySegment.NULL");
    }
}
