package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.U64;
import static org.ffigen.runtime.dynamic.NativeType.USIZE;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.Upcalls;
import org.ffigen.runtime.dynamic.CallbackFunction;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.Signature;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls by the handle of a function, which no method of ours stands below. */
class HandlesTest {
    private static final SymbolTable TABLE = SymbolTable.builder()
            .function("add_i32", I32, I32, I32)
            .function("call_fn_ptr", VOID, FUNCTION)
            .function("call_fn_ptr_return_usize", USIZE, FUNCTION)
            .function("call_on_thread_and_join", VOID, FUNCTION)
            .function("sleep_blocking", VOID, U64)
            .build();
    private final List<String> unhandled = new ArrayList<>();

    @AfterEach
    void restore() {
        Upcalls.onUnhandled((thread, thrown) -> thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown));
        assertThat(Upcalls.isPending()).isFalse();
    }

    @Test
    void an_exception_of_a_callback_comes_out_of_the_handle() {
        Upcalls.onUnhandled((thread, thrown) -> unhandled.add(thrown.getMessage()));
        try (DynamicLibrary library = CasesLibrary.open(TABLE);
                Callback<CallbackFunction> failing = FFI.callback(Signature.of(USIZE), arguments -> {
                    throw new IOException("checked");
                });
                Callback<CallbackFunction> counting = FFI.callback(Signature.of(USIZE), arguments -> 3)) {
            MethodHandle call = library.function("call_fn_ptr_return_usize").handle();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> {
                    long unused = (long) call.invokeExact(failing.pointer().segment());
                    assertThat(unused).isNull();
                }).isInstanceOf(IOException.class).hasMessage("checked");
                assertThat(usize(call, counting)).isEqualTo(3);
            }
            MethodHandle plain = library.function("call_fn_ptr").handle();
            assertThatThrownBy(() -> {
                plain.invokeExact(failing.pointer().segment());
            }).isInstanceOf(IOException.class);
        }
        assertThat(unhandled).isEmpty();
    }

    @Test
    void it_comes_out_of_the_innermost_handle_and_may_be_handled_in_between() {
        try (DynamicLibrary library = CasesLibrary.open(TABLE);
                Callback<CallbackFunction> failing = FFI.callback(Signature.of(USIZE), arguments -> {
                    throw new IllegalArgumentException("inner");
                })) {
            MethodHandle call = library.function("call_fn_ptr_return_usize").handle();
            try (Callback<CallbackFunction> handling = FFI.callback(Signature.of(USIZE), arguments -> {
                try {
                    return usize(call, failing);
                } catch (IllegalArgumentException handled) {
                    return 5;
                }
            })) {
                assertThat(usize(call, handling)).isEqualTo(5);
            }
        }
    }

    @Test
    void on_a_thread_of_c_the_handler_gets_it() {
        Upcalls.onUnhandled((thread, thrown) -> unhandled.add(thrown.getMessage()));
        try (DynamicLibrary library = CasesLibrary.open(TABLE);
                Callback<CallbackFunction> failing = FFI.callback(Signature.of(VOID), arguments -> {
                    throw new IllegalStateException("there");
                })) {
            MethodHandle call = library.function("call_on_thread_and_join").handle();
            call.invokeExact(failing.pointer().segment());
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
        assertThat(unhandled).containsExactly("there");
    }

    @Test
    void closing_the_library_during_a_call_by_handle_changes_nothing() throws InterruptedException {
        DynamicLibrary library = CasesLibrary.open(TABLE);
        List<Throwable> refused = new ArrayList<>();
        try (Callback<CallbackFunction> closing = FFI.callback(Signature.of(VOID), arguments -> {
            for (int i = 0; i < 2; i++) {
                try {
                    library.close();
                } catch (IllegalStateException expected) {
                    refused.add(expected);
                }
            }
            assertThat(library.isOpen()).isTrue();
            assertThat(library.function("add_i32").call(1, 2)).isEqualTo(3);
            library.function("sleep_blocking").callAsync(1).join();
            return null;
        })) {
            library.function("call_fn_ptr").handle().invokeExact(closing.pointer().segment());
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
        assertThat(refused).hasSize(2)
                .allSatisfy(thrown -> assertThat(thrown).hasMessageContaining("cannot be closed while it is called"));
        library.close();
        assertThat(library.isOpen()).isFalse();
    }

    @Test
    void a_call_by_handle_that_outlives_all_others_unloads_the_closed_library() throws Exception {
        DynamicLibrary library = CasesLibrary.open(TABLE);
        MethodHandle call = library.function("call_fn_ptr_return_usize").handle();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (Callback<CallbackFunction> waiting = FFI.callback(Signature.of(USIZE), arguments -> {
            inside.countDown();
            done.await();
            return 8;
        })) {
            CompletableFuture<Long> byHandle = CompletableFuture.supplyAsync(() -> usize(call, waiting));
            inside.await();
            CompletableFuture<Object> counted = library.function("sleep_blocking").callAsync(100);
            library.close();

            assertThat(counted.get()).as("not its business").isNull();
            assertThat(library.isOpen()).isFalse();
            assertThatThrownBy(() -> usize(call, waiting)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is closed");
            done.countDown();
            assertThat(byHandle.get()).isEqualTo(8);
        }
    }

    private static long usize(MethodHandle call, Callback<CallbackFunction> callback) {
        try {
            return (long) call.invokeExact(callback.pointer().segment());
        } catch (RuntimeException thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }
}
