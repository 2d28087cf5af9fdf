package org.ffigen.runtime.cases;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.cases.CasesLibrary.RECT;
import static org.ffigen.runtime.cases.CasesLibrary.call;
import static org.ffigen.runtime.cases.CasesLibrary.function;
import static org.ffigen.runtime.dynamic.NativeType.BUFFER;
import static org.ffigen.runtime.dynamic.NativeType.F32;
import static org.ffigen.runtime.dynamic.NativeType.F64;
import static org.ffigen.runtime.dynamic.NativeType.I16;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.I64;
import static org.ffigen.runtime.dynamic.NativeType.I8;
import static org.ffigen.runtime.dynamic.NativeType.ISIZE;
import static org.ffigen.runtime.dynamic.NativeType.U16;
import static org.ffigen.runtime.dynamic.NativeType.U32;
import static org.ffigen.runtime.dynamic.NativeType.U64;
import static org.ffigen.runtime.dynamic.NativeType.U8;
import static org.ffigen.runtime.dynamic.NativeType.USIZE;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.FunctionPointer;
import org.ffigen.runtime.Upcalls;
import org.ffigen.runtime.dynamic.CallbackFunction;
import org.ffigen.runtime.dynamic.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cases E: function pointers from C, and Java code for C. */
class E_CallbacksTest {
    private static final Signature PLAIN = Signature.of(VOID);
    private final List<String> unhandled = new ArrayList<>();

    @AfterEach
    void restore() {
        Upcalls.onUnhandled((thread, thrown) -> thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown));
        assertThat(Upcalls.isPending()).isFalse();
    }

    @Test
    void E1_a_pointer_from_c_is_called() {
        var add = FFI.function((MemorySegment) call("get_add_u32_ptr"), Signature.of(U32, U32, U32));
        assertThat(add.call(123, 456)).isEqualTo(579L);
        assertThatThrownBy(() -> FFI.function(null, PLAIN)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("null pointer");
    }

    @Test
    void E2_a_pointer_from_c_is_called_nonblocking() {
        var sleep = FFI.function((MemorySegment) call("get_sleep_blocking_ptr"), Signature.of(VOID, U64));
        long start = System.nanoTime();
        var future = sleep.callAsync(500);
        assertThat(future).isNotDone();
        future.join();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(500_000_000L);
    }

    @Test
    void E3_c_calls_java_and_not_null() {
        AtomicInteger calls = new AtomicInteger();
        try (var callback = callback(PLAIN, arguments -> calls.incrementAndGet())) {
            call("call_fn_ptr", callback.pointer());
        }
        call("call_fn_ptr", (Object) null);
        assertThat(calls).hasValue(1);
    }

    @Test
    void E4_many_parameters_arrive() {
        AtomicReference<Object[]> seen = new AtomicReference<>();
        Signature signature = Signature.of(VOID, U8, I8, U16, I16, U32, I32, U64, I64, F32, F64, BUFFER);
        try (var callback = callback(signature, arguments -> {
            byte[] bytes = new byte[8];
            FFI.view((MemorySegment) arguments[10]).copyInto(bytes, 0);
            arguments[10] = bytes;
            seen.set(arguments);
            return null;
        })) {
            call("call_fn_ptr_many_parameters", callback.pointer());
        }
        assertThat(seen.get()).containsExactly(1, (byte) -1, 2, (short) -2, 3L, -3, 4L, -4L, 0.5f, -0.5,
                new byte[]{1, 2, 3, 4, 5, 6, 7, 8});
    }

    @Test
    void E5_E6_E8_E10_results_arrive_in_c_and_what_is_stored_is_called_later() throws IOException {
        assertThat(CaseProcess.output("E5_E6_E8_E10")).isEqualTo("""
                u8: 8
                buf: [1, 2, 3, 4, 5, 6, 7, 8]
                buf: [1, 2, 3, 4, 5, 6, 7, 8]
                buf: [1, 2, 3, 4, 5, 6, 7, 8]
                30
                STORED_FUNCTION cleared
                STORED_FUNCTION_2 cleared
                """);
    }

    @Test
    void E7_a_stored_function_is_called_later() {
        AtomicInteger calls = new AtomicInteger();
        try (var callback = callback(PLAIN, arguments -> calls.incrementAndGet())) {
            call("store_function", callback.pointer());
            call("call_stored_function");
            call("call_stored_function");
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void E9_a_callback_calls_c_itself() {
        AtomicInteger calls = new AtomicInteger();
        try (var inner = callback(PLAIN, arguments -> calls.incrementAndGet());
                var outer = callback(PLAIN, arguments -> call("call_fn_ptr", inner.pointer()))) {
            call("call_fn_ptr", outer.pointer());
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void E11_c_goes_on_with_zero_and_the_exception_comes_out_of_the_call() throws IOException {
        assertThat(CaseProcess.output("E11")).isEqualTo("""
                u8: 0
                caught the very exception
                """);
    }

    @Test
    void E12_an_exception_in_a_nonblocking_call_goes_to_the_handler_and_the_future_completes() {
        Upcalls.onUnhandled((thread, thrown) -> unhandled.add(thrown.getMessage()));
        try (var callback = callback(Signature.of(USIZE), arguments -> {
            throw new IllegalStateException("nobody is below");
        })) {
            assertThat(function("call_fn_ptr_return_usize").callAsync(callback.pointer()).join()).isEqualTo(0L);
            var pointer = FFI.function(callback.pointer().segment(), Signature.of(USIZE));
            assertThat(pointer.callAsync().join()).isEqualTo(0L);
        }
        assertThat(unhandled).containsExactly("nobody is below", "nobody is below");
    }

    @Test
    void E12_E13_without_a_handler_it_is_printed_and_the_process_goes_on() throws IOException {
        assertThat(CaseProcess.output("E12_E13")).contains("IllegalStateException: nonblocking", "completed with 0",
                "IllegalStateException: on a thread of c", "and on");
    }

    @Test
    void E13_an_exception_on_a_thread_of_c_goes_to_the_handler() {
        Upcalls.onUnhandled((thread, thrown) -> unhandled.add(thrown.getMessage()));
        try (var callback = callback(PLAIN, arguments -> {
            throw new IllegalStateException("on another thread");
        })) {
            call("call_on_thread_and_join", callback.pointer());
        }
        assertThat(unhandled).containsExactly("on another thread");
    }

    /** Deno panics here. */
    @Test
    void E14_wide_results_and_structs_are_zero_after_an_exception() {
        CallbackFunction failing = arguments -> {
            throw new IllegalStateException("wide");
        };
        try (var usize = callback(Signature.of(USIZE), failing);
                var isize = callback(Signature.of(ISIZE), failing);
                var rect = callback(Signature.of(RECT, RECT), failing)) {
            assertThatThrownBy(() -> call("call_fn_ptr_return_usize", usize.pointer())).hasMessage("wide");
            assertThatThrownBy(() -> call("call_fn_ptr_return_isize", isize.pointer())).hasMessage("wide");
            assertThatThrownBy(() -> call("call_rect", rect.pointer(), new double[]{1, 2, 3, 4})).hasMessage("wide");
            Upcalls.onUnhandled((thread, thrown) -> unhandled.add(thrown.getMessage()));
            var zero = (MemorySegment) function("call_rect").callAsync(rect.pointer(), new double[]{1, 2, 3, 4}).join();
            assertThat(zero.toArray(JAVA_DOUBLE)).containsExactly(0, 0, 0, 0);
        }
        assertThat(unhandled).containsExactly("wide");
    }

    /** Deno coerces. A generated interface refuses it when Java is compiled; here C gets zero, and the caller is told. */
    @Test
    void E15_a_result_of_the_wrong_type_is_an_exception() {
        for (Object wrong : new Object[]{"zz", null, 300}) {
            try (var callback = callback(Signature.of(U8), arguments -> wrong)) {
                var call = FFI.function(callback.pointer().segment(), Signature.of(U8));
                assertThatThrownBy(call::call).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("a callback's result (u8): expected an unsigned integer of 8 bits");
            }
        }
    }

    @Test
    void E16_a_callback_takes_and_returns_a_struct() {
        try (var callback = callback(Signature.of(RECT, RECT), arguments -> Arrays
                .stream(((MemorySegment) arguments[0]).toArray(JAVA_DOUBLE))
                .map(x -> x + 10)
                .boxed()
                .toList())) {
            var result = (MemorySegment) call("call_rect", callback.pointer(), List.of(10, 20, 100, 200));
            assertThat(result.toArray(JAVA_DOUBLE)).containsExactly(20, 30, 110, 210);
        }
    }

    /** A signature has no such flag, so nobody can ask for it; only an entry of a symbol table has. */
    @Test
    void E17_a_callback_cannot_be_declared_nonblocking() {
        assertThat(Signature.class.getRecordComponents()).extracting("name")
                .containsExactly("result", "parameters", "fixed");
    }

    @Test
    void E18_E19_ref_and_unref_count_and_closing_twice_is_an_error() {
        var callback = callback(PLAIN, arguments -> null);
        assertThat(callback.ref()).isEqualTo(1);
        assertThat(callback.ref()).isEqualTo(2);
        assertThat(callback.unref()).isEqualTo(1);
        assertThat(callback.unref()).isZero();
        assertThat(callback.unref()).isZero();
        callback.close();
        assertThatThrownBy(callback::close).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void E19_closing_lets_the_process_end() throws IOException {
        assertThat(CaseProcess.output("E19")).isEqualTo("closed\n");
    }

    /** Deno crashes. A raw address that C kept would crash here too: nobody can know of it. */
    @Test
    void E20_a_pointer_throws_after_its_callback_is_closed() {
        var callback = callback(PLAIN, arguments -> null);
        FunctionPointer<CallbackFunction> pointer = callback.pointer();
        callback.close();
        assertThatThrownBy(() -> call("call_fn_ptr", pointer)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> function("call_fn_ptr").callAsync(pointer).join())
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void E21_a_callback_that_java_forgot_still_works() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        WeakReference<Object> forgotten = storeAndForget(calls);
        for (int i = 0; i < 50 && forgotten.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        call("call_stored_function");
        assertThat(calls).hasValue(1);
        call("store_function_2", (Object) null);
    }

    private static WeakReference<Object> storeAndForget(AtomicInteger calls) {
        var callback = callback(PLAIN, arguments -> calls.incrementAndGet());
        call("store_function", callback.pointer());
        return new WeakReference<>(callback);
    }

    @Test
    void an_exception_comes_out_as_it_is_also_through_several_levels() {
        var thrown = new IOException("checked");
        try (var inner = callback(PLAIN, arguments -> {
            throw thrown;
        }); var outer = callback(PLAIN, arguments -> call("call_fn_ptr", inner.pointer()))) {
            assertThat(catchThrowable(() -> call("call_fn_ptr", outer.pointer()))).isSameAs(thrown);
        }
        assertThat(call("add_i32", 1, 2)).isEqualTo(3);
    }

    @Test
    void a_callback_for_one_call_runs_once() {
        AtomicInteger calls = new AtomicInteger();
        var once = FFI.callbackOnce(Signature.of(I32, I32), arguments -> 10 + calls.getAndIncrement());
        var pointer = FFI.function(once.pointer().segment(), Signature.of(I32, I32));
        assertThat(pointer.call(1)).isEqualTo(10);
        assertThat(once.isOpen()).isFalse();
        assertThatThrownBy(() -> pointer.call(1)).isInstanceOf(IllegalStateException.class);
        assertThat(calls).hasValue(1);
    }

    private static Callback<CallbackFunction> callback(Signature signature, CallbackFunction function) {
        return FFI.callback(signature, function);
    }
}
