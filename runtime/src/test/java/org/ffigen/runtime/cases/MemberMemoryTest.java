package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.I64;
import static org.ffigen.runtime.dynamic.NativeType.POINTER;
import static org.ffigen.runtime.dynamic.NativeType.VOID;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ffigen.runtime.CLibrary;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.FunctionPointer;
import org.ffigen.runtime.dynamic.CallbackFunction;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.NativeFunction;
import org.ffigen.runtime.dynamic.NativeType;
import org.ffigen.runtime.dynamic.Signature;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses inside structs that are given as lists are checked as those that are arguments themselves. */
class MemberMemoryTest {
    private static final NativeType PAIR = NativeType.struct(POINTER, FUNCTION);
    private static final NativeType OUTER = NativeType.struct(I64, PAIR);
    private static NativeFunction read;
    private static NativeFunction readInner;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        Path file = CLibrary.compile("""
                typedef struct { const long *memory; void (*function)(void); } pair;
                typedef struct { long number; pair inner; } outer;
                static long read_pair(pair p) {
                    if (p.function) p.function();
                    return p.memory ? *p.memory : -1;
                }
                long read(pair p) { return read_pair(p); }
                long read_inner(outer o) { return o.number + read_pair(o.inner); }
                """, folder.resolve("libpair.so"));
        DynamicLibrary library = FFI.open(file.toString(), SymbolTable.builder()
                .function("read", I64, PAIR)
                .function("read_inner", I64, OUTER)
                .build());
        read = library.function("read");
        readInner = library.function("read_inner");
    }

    @Test
    void what_is_open_is_passed_and_stays_until_c_returns() {
        List<Long> calls = new ArrayList<>();
        try (Arena arena = Arena.ofConfined();
                Callback<CallbackFunction> callback = FFI.callback(Signature.of(VOID), arguments -> {
                    System.gc();
                    calls.add(1L);
                    return null;
                })) {
            MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_LONG, 42);
            assertThat(read.call(Arrays.asList(memory, callback.pointer()))).isEqualTo(42L);
            assertThat(readInner.call(List.of(1, Arrays.asList(memory, null)))).isEqualTo(43L);
            assertThat(read.call(Arrays.asList(Arena.ofAuto().allocateFrom(ValueLayout.JAVA_LONG, 7),
                    callback.pointer()))).isEqualTo(7L);
        }
        assertThat(calls).hasSize(2);
    }

    @Test
    void closed_memory_and_callbacks_are_refused_before_the_call() {
        Callback<CallbackFunction> callback = FFI.callback(Signature.of(VOID), arguments -> null);
        FunctionPointer<CallbackFunction> pointer = callback.pointer();
        callback.close();
        Arena arena = Arena.ofShared();
        MemorySegment memory = arena.allocate(8);
        arena.close();
        for (List<Object> closed : List.of(Arrays.<Object>asList(null, pointer), Arrays.<Object>asList(memory, null))) {
            assertThatIllegalStateException().isThrownBy(() -> read.call(closed))
                    .withMessageContainingAll("read: argument 1", "closed");
            assertThatIllegalStateException().isThrownBy(() -> readInner.call(List.of(1, closed)))
                    .withMessageContainingAll("read_inner: argument 1", "closed");
            assertThatThrownBy(() -> read.callAsync(closed).join()).cause().isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void confined_memory_is_refused_by_name_where_another_thread_calls() throws InterruptedException {
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment memory = confined.allocate(8);
            assertThatThrownBy(() -> read.callAsync(Arrays.asList(memory, null)).join()).cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("read: argument 1")
                    .hasMessageContaining("this memory is confined");
            List<Throwable> refused = new ArrayList<>();
            Thread.ofPlatform()
                    .start(() -> refused.add(catchThrowable(() -> read.call(Arrays.asList(memory, null)))))
                    .join();
            assertThat(refused.getFirst()).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("this memory is confined");
        }
    }
}
