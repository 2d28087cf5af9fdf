package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real shared library that answers for its version as libclang does, built by gcc. */
final class StubLibclang {
    private StubLibclang() {
    }

    static Path build(Path library, String versionText) throws IOException, InterruptedException {
        return compile(library, """
                typedef struct { const void *data; unsigned private_flags; } CXString;
                CXString clang_getClangVersion(void) { return (CXString) { "%s", 1 }; }
                const char *clang_getCString(CXString string) { return string.data; }
                void clang_disposeString(CXString string) { }
                """.formatted(versionText));
    }

    static Path compile(Path library, String source) throws IOException, InterruptedException {
        Files.createDirectories(library.getParent());
        Path file = Files.createTempFile(library.getParent(), "stub", ".c");
        Files.writeString(file, source);
        Process gcc = new ProcessBuilder("gcc", "-shared", "-fPIC", "-o", library.toString(), file.toString())
                .inheritIO()
                .start();
        assertThat(gcc.waitFor()).isZero();
        Files.delete(file);
        return library;
    }
}
