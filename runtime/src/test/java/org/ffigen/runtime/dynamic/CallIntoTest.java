package org.ffigen.runtime.dynamic;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.ffigen.runtime.dynamic.NativeType.I64;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.ffigen.runtime.CLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A struct that is copied to where the caller says: C is only called if it can be. */
class CallIntoTest {
    private NativeFunction hit;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        Path file = CLibrary.compile("""
                typedef struct { long calls, twice; } pair;
                static long calls;
                pair hit(void) { calls++; return (pair){calls, 2 * calls}; }
                """, folder.resolve("libhit.so"));
        hit = Ffi.of(MethodHandles.lookup())
                .open(file.toString(), SymbolTable.builder().nonblocking("hit", NativeType.struct(I64, I64)).build())
                .function("hit");
    }

    @Test
    void a_function_that_is_declared_nonblocking_is_called_here_once() {
        long[] result = new long[2];
        hit.callInto(MemorySegment.ofArray(result));
        assertThat(result).containsExactly(1, 2);
    }

    @Test
    void memory_that_is_closed_or_of_another_thread_is_refused_before_the_call() throws InterruptedException {
        Arena arena = Arena.ofConfined();
        MemorySegment memory = arena.allocate(16);
        Throwable[] refused = new Throwable[1];
        Thread.ofPlatform().start(() -> refused[0] = catchThrowable(() -> hit.callInto(memory))).join();
        assertThat(refused[0]).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hit: result buffer: its memory is confined to another thread");
        arena.close();
        assertThatIllegalStateException().isThrownBy(() -> hit.callInto(memory))
                .withMessage("hit: result buffer: its memory is closed already");
        MemorySegment result = Arena.ofAuto().allocate(16);
        hit.callInto(result);
        assertThat(result.get(JAVA_LONG, 0)).isOne();
    }
}
