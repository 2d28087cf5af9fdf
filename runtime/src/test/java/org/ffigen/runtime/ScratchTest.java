package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ffigen.runtime.dynamic.Ffi;
import org.junit.jupiter.api.Test;

class ScratchTest {
    private volatile boolean grownInVirtualThread;

    @Test
    void allocations_are_apart_and_aligned() {
        try (Scratch scratch = Scratch.open()) {
            for (long alignment = 1; alignment <= 512; alignment *= 2) {
                MemorySegment before = scratch.allocate(3, 1);
                MemorySegment aligned = scratch.allocate(24, alignment);
                assertThat(aligned.address() % alignment).isZero();
                assertThat(aligned.byteSize()).isEqualTo(24);
                assertThat(aligned.address()).isGreaterThanOrEqualTo(before.address() + 3);
            }
        }
    }

    @Test
    void a_copy_ends_with_a_nul_beyond_its_length() {
        try (Scratch scratch = Scratch.open()) {
            scratch.allocate(64, 8).fill((byte) 'x');
        }
        try (Scratch scratch = Scratch.open()) {
            MemorySegment copy = scratch.copyOf(MemorySegment.ofArray("abc".getBytes(StandardCharsets.UTF_8)));

            assertThat(copy.byteSize()).isEqualTo(3);
            MemorySegment after = scratch.allocate(1, 1);
            assertThat(after.address()).isEqualTo(copy.address() + 3 + Integer.BYTES);
        }
    }

    @Test
    void a_text_of_which_c_would_see_only_a_part_is_refused() {
        try (Scratch scratch = Scratch.open()) {
            for (Runnable write : List.<Runnable>of(() -> scratch.string("ab\0"),
                    () -> scratch.string("ab\0", StandardCharsets.ISO_8859_1),
                    () -> scratch.strings(List.of("a", "ab\0")), () -> BytePtr.allocateString(scratch, "ab\0"),
                    () -> BytePtr.allocate(scratch, 8).setString("ab\0"),
                    () -> CString.writeArray(scratch.allocate(8), "ab\0"),
                    () -> CString.writeArray(scratch.allocate(8), "ab\0", StandardCharsets.ISO_8859_1),
                    () -> WideString.writeArray(scratch.allocate(8), 2, "ab\0"), () -> Ffi.cString("ab\0"))) {
                assertThatThrownBy(write::run).isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("the text has U+0000 at index 2: C would see only its first 2 characters");
            }
        }
    }

    @Test
    void memory_is_reused_after_close() {
        long first;
        try (Scratch scratch = Scratch.open()) {
            first = scratch.allocate(16, 8).address();
        }
        try (Scratch scratch = Scratch.open()) {
            assertThat(scratch.allocate(16, 8).address()).isEqualTo(first);
        }
    }

    @Test
    void what_leads_into_it_can_be_made_to_last_and_what_leads_elsewhere_stays() {
        List<MemorySegment> lasting = new ArrayList<>();
        MemorySegment elsewhere = Arena.global().allocate(8);
        try (Scratch outer = Scratch.open()) {
            MemorySegment ofOuter = outer.allocate(8, 8);
            try (Scratch scratch = Scratch.open()) {
                for (int size : new int[]{16, 1_000_000}) {
                    MemorySegment memory = scratch.allocate(size, 16).fill((byte) 7);
                    memory.set(JAVA_BYTE, size - 1, (byte) 8);
                    lasting.add(scratch.lasting(MemorySegment.ofAddress(memory.address() + 9)));
                    assertThat(lasting.getLast().address() % 16).isEqualTo(9);
                    assertThat(lasting.getLast().get(JAVA_BYTE, size - 10)).isEqualTo((byte) 8);
                }
                for (MemorySegment other : List.of(elsewhere, ofOuter, MemorySegment.NULL)) {
                    assertThat(scratch.lasting(other)).isSameAs(other);
                }
            }
        }
        try (Scratch scratch = Scratch.open()) {
            scratch.allocate(1000, 1).fill((byte) 1);
        }
        assertThat(lasting).allSatisfy(memory -> assertThat(memory.get(JAVA_BYTE, 0)).isEqualTo((byte) 7));
    }

    @Test
    void a_nested_scratch_keeps_what_the_outer_one_holds() {
        try (Scratch outer = Scratch.open()) {
            MemorySegment kept = outer.allocate(8, 8);
            kept.set(JAVA_LONG, 0, 42);
            for (int level = 0; level < 40; level++) {
                fillNested(level);
            }
            assertThat(kept.get(JAVA_LONG, 0)).isEqualTo(42);
            assertThat(outer.allocate(8, 8).address()).isEqualTo(kept.address() + 8);
        }
    }

    private static void fillNested(int levels) {
        try (Scratch scratch = Scratch.open()) {
            scratch.allocate(100, 1).fill((byte) levels);
            if (levels > 0) {
                fillNested(levels - 1);
            }
        }
    }

    @Test
    void a_request_larger_than_any_block_gets_memory_of_its_own_until_close() {
        MemorySegment large;
        try (Scratch scratch = Scratch.open()) {
            large = scratch.allocate(10_000_000, 64);
            large.set(JAVA_BYTE, 9_999_999, (byte) 1);
            assertThat(scratch.allocate(8, 8).byteSize()).isEqualTo(8);
        }
        assertThat(large.scope().isAlive()).isFalse();
    }

    @Test
    void a_nested_oversized_request_is_freed_by_its_own_scratch() {
        try (Scratch outer = Scratch.open()) {
            MemorySegment kept = outer.allocate(1_000_000, 8);
            try (Scratch inner = Scratch.open()) {
                inner.allocate(1_000_000, 8).fill((byte) 1);
            }
            kept.fill((byte) 2);
            assertThat(kept.get(JAVA_BYTE, 999_999)).isEqualTo((byte) 2);
        }
    }

    @Test
    void the_block_of_a_platform_thread_grows_to_what_was_needed() throws Exception {
        assertThat(inNewThread(() -> {
            try (Scratch scratch = Scratch.open()) {
                scratch.allocate(20_000, 8);
                scratch.allocate(20_000, 8);
            }
            try (Scratch scratch = Scratch.open()) {
                MemorySegment first = scratch.allocate(20_000, 8);
                return scratch.allocate(20_000, 8).address() - first.address();
            }
        })).isEqualTo(20_000L);
    }

    @Test
    void the_block_of_a_virtual_thread_grows_to_what_was_needed() throws Exception {
        // Another may have taken the block that grew: its stripe of blocks is a few threads' at most.
        Thread thread = Thread.ofVirtual().start(() -> {
            boolean grown = false;
            for (int i = 0; i < 100 && !grown; i++) {
                try (Scratch scratch = Scratch.open()) {
                    MemorySegment first = scratch.allocate(20_000, 8);
                    grown = scratch.allocate(20_000, 8).address() - first.address() == 20_000;
                }
            }
            grownInVirtualThread = grown;
        });
        thread.join();
        assertThat(grownInVirtualThread).isTrue();
    }

    @Test
    void many_small_allocations_outgrow_the_block_without_overlapping() {
        try (Scratch scratch = Scratch.open()) {
            List<MemorySegment> all = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                MemorySegment segment = scratch.allocate(40, 8);
                segment.set(JAVA_LONG, 0, i);
                all.add(segment);
            }
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).get(JAVA_LONG, 0)).isEqualTo(i);
            }
        }
    }

    @Test
    void closing_out_of_order_is_refused_and_changes_nothing() {
        Scratch outer = Scratch.open();
        Scratch inner = Scratch.open();
        assertThatThrownBy(outer::close).isInstanceOf(IllegalStateException.class).hasMessageContaining("still open");
        inner.allocate(8, 8);
        inner.close();
        outer.allocate(8, 8);
        outer.close();
    }

    @Test
    void closing_twice_is_refused() {
        Scratch scratch = Scratch.open();
        scratch.close();
        assertThatThrownBy(scratch::close).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void allocating_from_an_outer_or_a_closed_scratch_is_refused() {
        Scratch outer = Scratch.open();
        Scratch inner = Scratch.open();
        assertThatThrownBy(() -> outer.allocate(8, 8)).isInstanceOf(IllegalStateException.class);
        inner.close();
        outer.close();
        assertThatThrownBy(() -> outer.allocate(8, 8)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> inner.allocate(8, 8)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_thread_cannot_close_it() throws Exception {
        try (Scratch scratch = Scratch.open()) {
            assertThat(inNewThread(() -> catchThrowable(scratch::close))).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another thread");
        }
    }

    @Test
    void impossible_sizes_and_alignments_are_refused() {
        try (Scratch scratch = Scratch.open()) {
            assertThatThrownBy(() -> scratch.allocate(-1, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> scratch.allocate(1, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> scratch.allocate(1, 0)).isInstanceOf(IllegalArgumentException.class);
            assertThat(scratch.allocate(0, 1).byteSize()).isZero();
        }
    }

    @Test
    void a_string_is_utf8_and_nul_terminated_and_null_is_null() {
        try (Scratch scratch = Scratch.open()) {
            MemorySegment text = scratch.string("grüße €");
            assertThat(text.byteSize()).isEqualTo(12);
            assertThat(text.getString(0)).isEqualTo("grüße €");
            assertThat(scratch.string(null)).isEqualTo(MemorySegment.NULL);
            assertThat(scratch.string("x".repeat(100_000)).getString(0)).hasSize(100_000);
        }
    }

    @Test
    void a_call_costs_no_java_heap_once_compiled() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 2_000 && allocated > 1_000; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            long sum = 0;
            for (int i = 0; i < 100_000; i++) {
                sum += useOnce(i);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(sum).isEqualTo(100_000L * 99_999 / 2);
        }
        assertThat(allocated).as("bytes for 100,000 uses").isLessThan(1_000);
    }

    private static long useOnce(long value) {
        try (Scratch scratch = Scratch.open()) {
            MemorySegment segment = scratch.allocate(16, 8);
            segment.set(JAVA_LONG, 8, value);
            return segment.get(JAVA_LONG, 8);
        }
    }

    private static <T> T inNewThread(java.util.function.Supplier<T> action) throws Exception {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform().start(() -> result.completeAsync(action, Runnable::run));
        return result.get();
    }
}
