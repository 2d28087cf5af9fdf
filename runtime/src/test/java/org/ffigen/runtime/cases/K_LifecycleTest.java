package org.ffigen.runtime.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ffigen.runtime.cases.CasesLibrary.FFI;
import static org.ffigen.runtime.dynamic.NativeType.I32;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ffigen.runtime.dynamic.DynamicLibrary;
import org.ffigen.runtime.dynamic.NativeFunction;
import org.ffigen.runtime.dynamic.SymbolTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases K: closing, twice and too early. */
class K_LifecycleTest {
    private static final SymbolTable ADD = SymbolTable.builder().function("add_i32", I32, I32, I32).build();

    @TempDir
    Path folder;

    @Test
    void K1_nothing_of_a_library_is_left_after_closing() throws IOException {
        Path copy = Files.copy(CasesLibrary.FILE, folder.resolve("libcopy-k1.so"));
        try (DynamicLibrary library = FFI.open(copy.toString(), ADD)) {
            assertThat(library.function("add_i32").call(1, 2)).isEqualTo(3);
            assertThat(Files.readString(Path.of("/proc/self/maps"))).contains("libcopy-k1.so");
        }
        assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libcopy-k1.so");
    }

    @Test
    void K2_closing_twice_is_an_error() {
        DynamicLibrary library = CasesLibrary.open(ADD);
        library.close();
        assertThat(library.isOpen()).isFalse();
        assertThatThrownBy(library::close).isInstanceOf(IllegalStateException.class).hasMessageContaining("is closed");
    }

    /** Deno crashes. */
    @Test
    void K3_a_function_of_a_closed_library_throws() throws Throwable {
        DynamicLibrary library = CasesLibrary.open(ADD);
        NativeFunction add = library.function("add_i32");
        assertThat((int) add.handle().invokeExact(1, 2)).isEqualTo(3);
        library.close();
        assertThatThrownBy(() -> add.call(1, 2)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> {
            int sum = (int) add.handle().invokeExact(1, 2);
            assertThat(sum).isNull();
        }).isInstanceOf(IllegalStateException.class);
    }

    /** In Deno the other handle keeps the code loaded, and the call works by luck. */
    @Test
    void K4_it_throws_although_another_handle_is_open() {
        try (DynamicLibrary other = CasesLibrary.open(ADD)) {
            DynamicLibrary library = CasesLibrary.open(ADD);
            NativeFunction add = library.function("add_i32");
            library.close();
            assertThatThrownBy(() -> add.call(1, 2)).isInstanceOf(IllegalStateException.class);
            assertThat(other.function("add_i32").call(1, 2)).isEqualTo(3);
        }
    }

    @Test
    void K5_a_function_keeps_a_forgotten_library_open() throws InterruptedException {
        NativeFunction[] add = new NativeFunction[1];
        WeakReference<Object> forgotten = openAndForget(add);
        for (int i = 0; i < 50 && forgotten.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(forgotten.get()).isNull();
        assertThat(add[0].call(1, 2)).isEqualTo(3);
    }

    private static WeakReference<Object> openAndForget(NativeFunction[] add) {
        DynamicLibrary library = CasesLibrary.open(ADD);
        add[0] = library.function("add_i32");
        return new WeakReference<>(library);
    }
}
