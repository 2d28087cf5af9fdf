package org.ffigen.runtime.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.ClosableLibrary;
import org.ffigen.runtime.LibrarySource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that, when it is unloaded, waits for a thread of its own whose callback calls the library. */
class UnloadingTest {
    private static final Ffi FFI = Ffi.of(MethodHandles.lookup());
    private static final Signature START = Signature.of(I32, FUNCTION);
    private static final SymbolTable TABLE = SymbolTable.builder()
            .function("start", I32, FUNCTION)
            .function("ticks", I32)
            .function("wait_for", VOID, I32)
            .build();

    @TempDir
    static Path folder;
    private static Path file;
    private final AtomicReference<RuntimeException> refused = new AtomicReference<>();
    /** A thread's first call of Java may wait for the loader, which waits for the thread while it unloads. */
    private final CountDownLatch called = new CountDownLatch(1);

    @BeforeAll
    static void compile() throws IOException {
        file = CLibrary.compile("""
                #include <pthread.h>
                #include <time.h>
                typedef void (*tick)(void);
                static volatile int stop, count;
                static tick callback;
                static pthread_t worker;
                void wait_for(int milliseconds) {
                    struct timespec time = {0, milliseconds * 1000000L};
                    nanosleep(&time, NULL);
                }
                static void *work(void *unused) {
                    while (!stop) {
                        count++;
                        callback();
                        wait_for(2);
                    }
                    return NULL;
                }
                int start(tick each) {
                    callback = each;
                    return pthread_create(&worker, NULL, work, NULL);
                }
                int ticks(void) { return count; }
                __attribute__((destructor)) static void end(void) {
                    if (callback) {
                        wait_for(20);
                        stop = 1;
                        pthread_join(worker, NULL);
                    }
                }
                """, folder.resolve("libworker.so"));
    }

    private Callback<CallbackFunction> calling(Runnable library) {
        return FFI.callback(Signature.of(VOID), arguments -> {
            called.countDown();
            try {
                library.run();
            } catch (RuntimeException thrown) {
                refused.set(thrown);
            }
            return null;
        });
    }

    /** Before, its call could be the last that runs, and unload the worker's own code. */
    private Callback<CallbackFunction> callingWhenClosed(DynamicLibrary library, NativeFunction function) {
        return calling(() -> {
            if (!library.isOpen()) {
                function.call();
            }
        });
    }

    /** A call of the worker may be under way: that is refused, and tried again. */
    private static void close(AutoCloseable library) {
        assertThat(CompletableFuture.runAsync(() -> {
            while (true) {
                try {
                    library.close();
                    return;
                } catch (IllegalStateException called) {
                    assertThat(called).hasMessageContaining("cannot be closed while it is called");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        })).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void what_can_be_closed_is_closed_for_it_meanwhile() throws InterruptedException {
        ClosableLibrary library = ClosableLibrary.open(MethodHandles.lookup(), LibrarySource.file(file));
        MemorySegment ticks = library.function("ticks");
        NativeFunction call = FFI.function(ticks, Signature.of(I32));
        try (Callback<CallbackFunction> callback = calling(() -> {
            library.enter().leave();
            call.call();
        })) {
            FFI.function(library.function("start"), START).call(callback.pointer());
            called.await();
            close(library);
        }
        assertThat(library.isOpen()).isFalse();
        assertThat(refused.get()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("libworker.so' is closed");
    }

    @Test
    void a_library_with_a_symbol_table_is_too() throws InterruptedException {
        DynamicLibrary library = FFI.open(file.toString(), TABLE);
        NativeFunction ticks = library.function("ticks");
        try (Callback<CallbackFunction> callback = callingWhenClosed(library, ticks)) {
            library.function("start").call(callback.pointer());
            called.await();
            close(library);
        }
        assertThat(refused.get()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("libworker.so' is closed");
    }

    @Test
    void so_it_is_when_the_last_call_that_runs_unloads_it() throws InterruptedException {
        DynamicLibrary library = FFI.open(file.toString(), TABLE);
        NativeFunction ticks = library.function("ticks");
        try (Callback<CallbackFunction> callback = callingWhenClosed(library, ticks)) {
            library.function("start").call(callback.pointer());
            called.await();
            CompletableFuture<Object> waiting = library.function("wait_for").callAsync(100);
            library.close();
            assertThat(waiting).succeedsWithin(Duration.ofSeconds(20));
        }
        assertThatThrownBy(ticks::call).hasMessageContaining("is closed");
        assertThat(refused.get()).hasMessageContaining("libworker.so' is closed");
    }
}
