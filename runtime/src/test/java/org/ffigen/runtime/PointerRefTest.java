package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import sample.Point;

class PointerRefTest {
    private final Arena arena = Arena.ofAuto();

    @Test
    void a_new_slot_holds_null_even_in_used_memory() {
        try (Scratch scratch = Scratch.open()) {
            scratch.allocate(64, 8).fill((byte) -1);
        }
        try (Scratch scratch = Scratch.open()) {
            PointerRef<Point.Ptr> slots = PointerRef.allocate(scratch, 3, Point.Ptr::of);
            assertThat(slots.get(2).isNull()).isTrue();
            assertThat(slots.length()).isEqualTo(3);
        }
    }

    @Test
    void a_slot_gives_back_the_pointer_it_was_given() {
        PointerRef<Point.Ptr> slots = PointerRef.allocate(arena, 2, Point.Ptr::of);
        Point.Ptr point = Point.Ptr.allocate(arena);

        assertThat(slots.set(point).set(1, point)).isSameAs(slots);

        assertThat(slots.get()).isEqualTo(point);
        assertThat(slots.get(1)).isEqualTo(point);
        assertThat(slots.set(1, null).get(1).isNull()).isTrue();
    }

    @Test
    void the_view_decides_what_a_slot_becomes() {
        PointerRef<BytePtr> names = PointerRef.allocate(arena, address -> BytePtr.of(ofLength(address, 6)));
        names.set(BytePtr.allocateString(arena, "hello"));

        assertThat(names.get().getString()).isEqualTo("hello");
    }

    @SuppressWarnings("restricted")
    private static MemorySegment ofLength(MemorySegment address, long length) {
        return address.reinterpret(length);
    }

    @Test
    void raw_segments_go_in_and_out() {
        PointerRef<MemorySegment> slots = PointerRef.allocate(arena, 2, segment -> segment);
        MemorySegment memory = arena.allocate(8);

        slots.setSegment(1, memory);

        assertThat(slots.getSegment(1).address()).isEqualTo(memory.address());
        assertThat(PointerRef.of(slots.segment(), Point.Ptr::of).get(1).address()).isEqualTo(memory.address());
    }

    @Test
    void read_only_slots_outer_slots_and_heap_memory_are_refused() {
        PointerRef<Point.Ptr> slot = PointerRef.allocate(arena, Point.Ptr::of);

        assertThat(slot.asReadOnly().get().isNull()).isTrue();
        assertThatThrownBy(() -> slot.asReadOnly().set(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> slot.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slot.setSegment(0, MemorySegment.ofArray(new long[1])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
