package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.cases.CasesLibrary.call;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.U32;
import static org.ffigen.runtime.dynamic.NativeType.U64;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.Signature;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases I: threads of C, and what keeps the process alive. */
class I_ThreadsTest {
    private static final Signature PLAIN = Signature.of(VOID);

    @TempDir
    Path folder;

    /** Deno runs it on the thread that made it; Java has no event loop and runs it where C calls. */
    @Test
    void I1_a_callback_runs_on_the_thread_that_calls_it() throws InterruptedException {
        AtomicReference<Thread> seen = new AtomicReference<>();
        try (var callback = FFI.callback(PLAIN, arguments -> {
            seen.set(Thread.currentThread());
            return null;
        })) {
            Thread other = Thread.ofPlatform().start(() -> call("call_fn_ptr", callback.pointer()));
            other.join();
            assertThat(seen.get()).isSameAs(other);
            call("call_on_thread_and_join", callback.pointer());
            assertThat(seen.get()).isNotSameAs(other).isNotSameAs(Thread.currentThread());
        }
    }

    @Test
    void I2_a_referenced_callback_keeps_the_process_alive() throws IOException {
        assertThat(CaseProcess.output("I2")).isEqualTo("main ends\ncalled, daemon true\n");
    }

    @Test
    void I3_without_a_reference_the_process_ends() throws IOException {
        assertThat(CaseProcess.output("I3")).isEqualTo("main ends\n");
    }

    @Test
    void I4_c_calls_back_between_what_java_does_and_a_reference_can_be_taken_again() throws IOException {
        assertThat(CaseProcess.output("I4"))
                .isEqualTo("sync\nasync\ncallback\nSTORED_FUNCTION called\ntimeout\n");
    }

    /** Deno deadlocks. */
    @Test
    void I5_a_call_that_waits_for_a_thread_that_calls_back_returns() {
        AtomicInteger calls = new AtomicInteger();
        try (var callback = FFI.callback(PLAIN, arguments -> calls.incrementAndGet())) {
            assertThat(CompletableFuture.runAsync(() -> call("call_on_thread_and_join", callback.pointer())))
                    .succeedsWithin(Duration.ofSeconds(30));
        }
        assertThat(calls).hasValue(1);
    }

    /** Java has no workers to terminate; closing the library under a running call and a pending callback is the same. */
    @Test
    void I6_a_library_closed_during_calls_is_unloaded_after_the_last() throws IOException, InterruptedException {
        Path copy = Files.copy(CasesLibrary.FILE, folder.resolve("libcopy-i6.so"));
        AtomicInteger calls = new AtomicInteger();
        try (var callback = FFI.callback(PLAIN, arguments -> calls.incrementAndGet())) {
            DynamicLibrary library = FFI.open(copy.toString(), SymbolTable.builder()
                    .function("store_function", VOID, FUNCTION)
                    .function("slow_call_stored_function", U32, U64)
                    .build());
            library.function("store_function").call(callback.pointer());
            var slow = library.function("slow_call_stored_function");
            CompletableFuture<Object> first = slow.callAsync(300);
            CompletableFuture<Object> second = slow.callAsync(2_000);
            library.close();
            assertThat(slow.callAsync(1)).isCompletedExceptionally();
            assertThat(first.join()).isEqualTo(7L);
            assertThat(isMapped(copy)).isTrue();
            assertThat(second.join()).isEqualTo(7L);
            assertThat(isMapped(copy)).isFalse();
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void I6_a_callback_may_close_the_library_it_is_called_from() throws IOException {
        Path copy = Files.copy(CasesLibrary.FILE, folder.resolve("libcopy-i6b.so"));
        DynamicLibrary library = FFI.open(copy.toString(),
                SymbolTable.builder().function("call_fn_ptr", VOID, FUNCTION).build());
        try (var closing = FFI.callback(PLAIN, arguments -> {
            library.close();
            assertThat(isMapped(copy)).isTrue();
            return null;
        })) {
            library.function("call_fn_ptr").call(closing.pointer());
        }
        assertThat(isMapped(copy)).isFalse();
    }

    @Test
    void I7_a_library_that_calls_back_while_it_is_unloaded_is_heard() throws IOException {
        Path file = CLibrary.compile("""
                static void (*kept)(void);
                void keep(void (*function)(void)) { kept = function; }
                __attribute__((destructor)) static void last_words(void) { if (kept) kept(); }
                """, folder.resolve("libdestructor.so"));
        AtomicInteger calls = new AtomicInteger();
        try (var callback = FFI.callback(PLAIN, arguments -> calls.incrementAndGet())) {
            DynamicLibrary library = FFI.open(file.toString(),
                    SymbolTable.builder().function("keep", VOID, FUNCTION).build());
            library.function("keep").call(callback.pointer());
            library.close();
            assertThat(calls).hasValue(1);
        }
    }

    /** Opened in place, the process crashes when it ends, in Deno and in any other: the loader maps the file. */
    @Test
    void I8_a_file_overwritten_in_place_does_no_harm_to_a_copy() throws IOException {
        Path file = CLibrary.compile("""
                int answer(void) { return 42; }
                __attribute__((destructor)) static void at_exit(void) { answer(); }
                """, folder.resolve("liboverwritten.so"));
        assertThat(CaseProcess.output("I8", "-Doverwritten=" + file)).isEqualTo("42\n");
    }

    private static boolean isMapped(Path library) throws IOException {
        return Files.readString(Path.of("/proc/self/maps")).contains(library.getFileName().toString());
    }
}
