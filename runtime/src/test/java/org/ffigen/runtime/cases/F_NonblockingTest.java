package org.ffigen.runtime.cases;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ffigen.runtime.cases.CasesLibrary.call;
import static org.ffigen.runtime.cases.CasesLibrary.function;
import static org.ffigen.runtime.dynamic.NativeType.U32;
import static org.ffigen.runtime.dynamic.NativeType.U64;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.Test;

/** Cases F: calls on another thread. */
class F_NonblockingTest {
    @Test
    void F1_a_blocking_call_blocks() {
        long start = System.nanoTime();
        call("sleep_blocking", 100);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(100_000_000L);
    }

    @Test
    void F2_a_nonblocking_one_does_not() throws IOException {
        assertThat(CaseProcess.output("F2")).isEqualTo("before\nafter\n");
        CompletableFuture<Object> future = function("sleep_blocking").callAsync(500);
        assertThat(future).isNotDone();
        future.join();
    }

    @Test
    void F2_a_function_declared_nonblocking_gives_a_future() {
        SymbolTable table = SymbolTable.builder().nonblocking("add_u32", U32, U32, U32).build();
        try (DynamicLibrary library = CasesLibrary.open(table)) {
            assertThat((CompletableFuture<?>) library.function("add_u32").call(1, 2)).succeedsWithin(
                    Duration.ofSeconds(10)).isEqualTo(3L);
        }
    }

    @Test
    void F3_c_sees_the_bytes() throws IOException {
        assertThat(CaseProcess.output("F3")).isEqualTo("[1, 2, 3, 4, 5, 6, 7, 8]\n");
    }

    @Test
    void F4_arguments_live_until_c_returns() throws InterruptedException {
        CompletableFuture<Object> array = function("nonblocking_buffer_checksum").callAsync(filled(), 256, 0x42);
        CompletableFuture<Object> memory = function("nonblocking_buffer_checksum").callAsync(
                Arena.ofAuto().allocate(256).copyFrom(MemorySegment.ofArray(filled())), 256, 0x42);
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(10);
            Arena.ofAuto().allocate(256).fill((byte) 1);
        }
        assertThat(array.join()).isEqualTo(16896L);
        assertThat(memory.join()).isEqualTo(16896L);
    }

    private static byte[] filled() {
        byte[] bytes = new byte[256];
        Arrays.fill(bytes, (byte) 0x42);
        return bytes;
    }

    /** Java's counterpart of a resizable buffer is memory that its owner may free: confined memory is refused. */
    @Test
    void F5_confined_memory_is_refused_by_name_and_a_shared_arena_cannot_be_closed_meanwhile()
            throws InterruptedException {
        try (Arena confined = Arena.ofConfined()) {
            assertThatThrownBy(() -> function("nonblocking_buffer_checksum")
                    .callAsync(confined.allocate(256), 256, 0x42)
                    .join()).isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "nonblocking_buffer_checksum: argument 1 (buffer): this memory is confined");
        }
        try (Arena shared = Arena.ofShared()) {
            MemorySegment memory = shared.allocate(256).fill((byte) 0x42);
            CompletableFuture<Object> future = function("nonblocking_buffer_checksum").callAsync(memory, 256, 0x42);
            Thread.sleep(50);
            closeIfNotUsed(shared);
            assertThat(future).satisfiesAnyOf(
                    completed -> assertThat(completed.join()).isEqualTo(16896L),
                    failed -> assertThatThrownBy(failed::join).hasCauseInstanceOf(IllegalStateException.class));
        } catch (IllegalStateException closedAlready) {
            assertThat(closedAlready).hasMessageContaining("closed");
        }
    }

    private static void closeIfNotUsed(Arena arena) {
        try {
            arena.close();
        } catch (IllegalStateException used) {
            assertThat(used).hasMessageContaining("acquired");
        }
    }

    @Test
    void F6_a_bad_argument_fails_the_future() {
        CompletableFuture<Object> future = function("add_u32").callAsync(1, "2");
        assertThat(future).isCompletedExceptionally();
        assertThatThrownBy(future::join).cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("add_u32: argument 2 (u32)");
        assertThat(function("add_u32").callAsync(1)).isCompletedExceptionally();
    }

    @Test
    void F7_after_closing_the_future_fails() {
        DynamicLibrary library = CasesLibrary
                .open(SymbolTable.builder().function("sleep_blocking", VOID, U64).build());
        var sleep = library.function("sleep_blocking");
        library.close();
        assertThatThrownBy(() -> sleep.callAsync(1).join()).cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void F8_structs_go_in_and_out() {
        MemorySegment rect = (MemorySegment) function("make_rect").callAsync(10, 20, 100, 200).join();
        assertThat(rect.toArray(JAVA_DOUBLE)).containsExactly(10, 20, 100, 200);
    }
}
