package org.ffigen.runtime.dynamic;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.runtime.dynamic.NativeType.BOOL;
import static org.ffigen.runtime.dynamic.NativeType.FUNCTION;
import static org.ffigen.runtime.dynamic.NativeType.U32;
import static org.ffigen.runtime.dynamic.NativeType.U64;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ffigen.runtime.Child;
import org.ffigen.runtime.LibrarySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library written in Rust, built as a cdylib, is a C library to Java. */
class RustLibraryTest {
    private static final NativeType PAIR = NativeType.struct(U64, U64);

    @TempDir
    Path folder;

    @Test
    void functions_structs_and_callbacks_of_rust() throws IOException {
        Ffi ffi = Ffi.of(MethodHandles.lookup());
        SymbolTable table = SymbolTable.builder()
                .function("fibonacci", U64, U32)
                .function("fibonacci_next", PAIR, PAIR)
                .function("fibonacci_each", U32, FUNCTION)
                .build();
        List<Long> seen = new ArrayList<>();
        try (DynamicLibrary rust = ffi.open(LibrarySource.file(compile()), table);
                var untilTen = ffi.callback(Signature.of(BOOL, U64), arguments -> {
                    seen.add((Long) arguments[0]);
                    return seen.size() < 10;
                })) {
            assertThat(rust.function("fibonacci").call(10)).isEqualTo(55L);
            assertThat(Long.toUnsignedString((long) rust.function("fibonacci").call(93)))
                    .isEqualTo("12200160415121876738");
            assertThat(rust.function("fibonacci").call(94)).isEqualTo(-1L);
            MemorySegment next = (MemorySegment) rust.function("fibonacci_next").call(List.of(5, 8));
            assertThat(next.toArray(JAVA_LONG)).containsExactly(8, 13);
            assertThat(rust.function("fibonacci_each").call(untilTen.pointer())).isEqualTo(9L);
        }
        assertThat(seen).containsExactly(0L, 1L, 1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L);
    }

    private Path compile() throws IOException {
        if (!isInstalled()) {
            return requireOrAbort();
        }
        Path library = folder.resolve(System.mapLibraryName("fibonacci"));
        Child rustc = Child.run(List.of("rustc", "--crate-type", "cdylib", "-O", "-o", library.toString(),
                "src/test/rust/fibonacci.rs"));
        assertThat(rustc.exitCode()).as(rustc.output()).isZero();
        return library;
    }

    /** There may be a rustup without a toolchain, which is a rustc by name only. */
    private static boolean isInstalled() {
        try {
            return Child.run(List.of("rustc", "--version")).exitCode() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Path requireOrAbort() {
        String line = "NOT TESTED: rustc is not installed, or has no toolchain (Debian's package is rustc)";
        if (Boolean.getBoolean("ffigen.require.rust") || System.getenv("CI") != null) {
            throw new AssertionError(line);
        }
        return abort(line);
    }
}
