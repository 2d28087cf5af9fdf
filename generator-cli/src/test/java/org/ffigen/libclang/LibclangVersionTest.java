package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibclangVersionTest {
    @ParameterizedTest
    @CsvSource({"/usr/lib/x86_64-linux-gnu/libclang-19.so.1, /usr/lib/x86_64-linux-gnu/libclang-19.so.19, 19",
            "/usr/lib/llvm-16/lib/libclang.so.1, /usr/lib/x86_64-linux-gnu/libclang-16.so.16.0.6, 16",
            "/usr/lib/llvm-14/lib/libclang.so.1, /usr/lib/llvm-14/lib/libclang.so.1, 14",
            "/usr/lib64/libclang.so, /usr/lib64/libclang.so.19.1.7, 19",
            "/usr/lib64/libclang.so.13, /usr/lib64/libclang.so.20.1, 20",
            "/usr/lib/llvm/19/lib64/libclang.so, /usr/lib/llvm/19/lib64/libclang.so, 19",
            "/opt/homebrew/opt/llvm@18/lib/libclang.dylib, /opt/homebrew/Cellar/llvm@18/18.1.8/lib/libclang.dylib, 18",
            "/opt/homebrew/opt/llvm/lib/libclang.dylib, /opt/homebrew/Cellar/llvm/21.1.0/lib/libclang.dylib, 21"})
    void reads_the_major_version(String library, String realLibrary, int version) {
        assertThat(LibclangVersion.fromNames(Path.of(library), Path.of(realLibrary)))
                .isEqualTo(OptionalInt.of(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/lib/libclang.so", "/usr/lib/libclang.so.13", "/usr/lib/libclang.so.1",
            "/src/llvm-14/build/new/lib/libclang.so", "/opt/llvm-project/lib/libclang.so", "/libclang.so"})
    void does_not_guess(String library) {
        assertThat(LibclangVersion.fromNames(Path.of(library), Path.of(library))).isEmpty();
    }
}
