package org.ffigen.runtime.cases;

import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.cases.CasesLibrary.call;
import static org.ffigen.runtime.cases.CasesLibrary.function;
import static org.ffigen.runtime.dynamic.NativeType.BUFFER;
import static org.ffigen.runtime.dynamic.NativeType.F64;
import static org.ffigen.runtime.dynamic.NativeType.I32;
import static org.ffigen.runtime.dynamic.NativeType.U8;
import static org.ffigen.runtime.dynamic.NativeType.USIZE;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.LibrarySource;
import org.ffigen.runtime.dynamic.CallbackFunction;
import org.ffigen.runtime.dynamic.NativeType;
import org.ffigen.runtime.dynamic.Signature;
import org.ffigen.runtime.dynamic.SymbolDefinition;
import org.ffigen.runtime.dynamic.SymbolTable;

/** What the cases run in a process of its own; each is named after them. */
final class Programs {
    private static final Signature PLAIN = Signature.of(VOID);

    private Programs() {
    }

    static void B14() {
        double d = 12345.67891;
        call("log_many_parameters", 255, 65535, 4294967295L, 4294967296L, 123.456, 789.876, -1, -2, -3, -4, -1000,
                1000, d, d, d, d, d, d, d);
    }

    static void D1_D2_D3() {
        byte[] eight = {1, 2, 3, 4, 5, 6, 7, 8};
        call("print_buffer", eight, 8);
        call("print_buffer", ByteBuffer.wrap(eight).position(3), 3);
        call("print_buffer2", eight, 8, new byte[]{9, 10}, 2);
        call("print_buffer", call("return_buffer"), 8);
    }

    static void E5_E6_E8_E10() {
        byte[] eight = {1, 2, 3, 4, 5, 6, 7, 8};
        Iterator<?> buffers = List.of(eight, ByteBuffer.allocateDirect(8).put(eight).flip(), call("return_buffer"))
                .iterator();
        try (var u8 = FFI.callback(Signature.of(U8), arguments -> 8);
                var buffer = FFI.callback(Signature.of(BUFFER), arguments -> buffers.next());
                var ten = FFI.callback(Signature.of(U8, U8), arguments -> (int) arguments[0] + 10)) {
            call("call_fn_ptr_return_u8", u8.pointer());
            while (buffers.hasNext()) {
                call("call_fn_ptr_return_buffer", buffer.pointer());
            }
            call("store_function_2", ten.pointer());
            call("call_stored_function_2", 20);
            call("store_function", (Object) null);
            call("store_function_2", (Object) null);
        }
    }

    static void E11() {
        RuntimeException mine = new IllegalStateException("mine");
        try (var failing = FFI.callback(Signature.of(U8), arguments -> {
            throw mine;
        })) {
            call("call_fn_ptr_return_u8", failing.pointer());
        } catch (IllegalStateException caught) {
            System.out.println(caught == mine ? "caught the very exception" : "caught another");
        }
    }

    static void E12_E13() {
        try (var nonblocking = FFI.callback(Signature.of(USIZE), arguments -> {
            throw new IllegalStateException("nonblocking");
        }); var foreign = FFI.callback(PLAIN, arguments -> {
            throw new IllegalStateException("on a thread of c");
        })) {
            Object result = function("call_fn_ptr_return_usize").callAsync(nonblocking.pointer()).join();
            System.out.println("completed with " + result);
            call("call_on_thread_and_join", foreign.pointer());
            System.out.println("and on");
        }
    }

    static void E19() {
        Callback<CallbackFunction> callback = FFI.callback(PLAIN, arguments -> null);
        callback.ref();
        callback.ref();
        callback.close();
        System.out.println("closed");
    }

    static void F2() {
        var future = function("sleep_blocking").callAsync(100);
        System.out.println("before");
        future.join();
        System.out.println("after");
    }

    static void F3() {
        function("nonblocking_buffer").callAsync(new byte[]{1, 2, 3, 4, 5, 6, 7, 8}, 8).join();
    }

    static void H2_H4_F8() {
        NativeType nested = NativeType.struct(NativeType.struct(F64, F64), NativeType.struct(F64, F64));
        SymbolTable table = SymbolTable.builder()
                .add("nested", new SymbolDefinition.Function(Signature.of(VOID, nested), "print_rect", false, false))
                .build();
        MemorySegment rect = (MemorySegment) call("make_rect", 10, 20, 100, 200);
        call("print_rect", rect.toArray(ValueLayout.JAVA_BYTE));
        call("print_rect", new double[]{10, 20, 100, 200});
        call("print_rect", List.of(10, 20, 100, 200));
        try (var library = CasesLibrary.open(table)) {
            library.function("nested").call(List.of(List.of(10, 20), List.of(100, 200)));
        }
        function("print_rect").callAsync(rect).join();
        call("print_mixed", call("create_mixed", 3, 12.515000343322754, rect, 12456789, new int[]{8, 32}));
    }

    static void I2() {
        AtomicReference<Callback<CallbackFunction>> callback = new AtomicReference<>();
        callback.set(FFI.callback(PLAIN, arguments -> {
            System.out.println("called, daemon " + Thread.currentThread().isDaemon());
            callback.get().unref();
            return null;
        }));
        callback.get().ref();
        call("store_function", callback.get().pointer());
        call("call_stored_function_thread_safe");
        System.out.println("main ends");
    }

    static void I3() {
        call("store_function", FFI.callback(PLAIN, arguments -> {
            System.out.println("called");
            return null;
        }).pointer());
        call("call_stored_function_thread_safe");
        System.out.println("main ends");
    }

    static void I4() {
        AtomicReference<Callback<CallbackFunction>> callback = new AtomicReference<>();
        callback.set(FFI.callback(PLAIN, arguments -> {
            System.out.println("callback");
            return null;
        }));
        callback.get().ref();
        callback.get().unref();
        callback.get().ref();
        call("store_function", callback.get().pointer());
        call("call_stored_function_thread_safe_and_log");
        System.out.println("sync");
        Thread.ofVirtual().start(() -> System.out.println("async"));
        Thread.ofPlatform().start(() -> {
            sleep(2_200);
            System.out.println("timeout");
            callback.get().unref();
        });
    }

    /** The process ends while a library's file has been overwritten: what was opened is a copy. */
    static void I8() throws IOException {
        Path file = Path.of(System.getProperty("overwritten"));
        LibrarySource copy = LibrarySource.resource(URI.create(file.toUri().toString()).toURL());
        var library = FFI.open(copy, SymbolTable.builder().function("answer", I32).build());
        Files.writeString(file, "overwritten in place");
        System.out.println(library.function("answer").call());
    }

    static void J1() {
        refused("open", () -> CasesLibrary.open(SymbolTable.builder().build()));
        refused("callback", () -> FFI.callback(PLAIN, arguments -> null));
        refused("view", () -> FFI.view(MemorySegment.ofAddress(4096)));
        refused("function", () -> FFI.function(MemorySegment.ofAddress(4096), PLAIN));
        refused("view of null", () -> FFI.view(null).getInt8(0));
    }

    private static void refused(String what, Runnable action) {
        try {
            action.run();
            System.out.println(what + " works");
        } catch (IllegalCallerException denied) {
            System.out.println(what + ": " + denied.getMessage());
        }
    }

    static void J2() {
        System.out.println(call("add_i32", 1, 2));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
