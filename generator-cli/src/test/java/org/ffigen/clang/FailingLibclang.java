package org.ffigen.clang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** A libclang that fails: a library made by gcc that answers as it does, until it is to parse. */
public final class FailingLibclang {

    private static final String SOURCE = """
            typedef struct { const void *data; unsigned flags; } CXString;
            CXString clang_getClangVersion(void) { return (CXString) { "clang version 20.0.0", 1 }; }
            const char *clang_getCString(CXString string) { return string.data; }
            void clang_disposeString(CXString string) { }
            void *clang_createIndex(int a, int b) { return "index"; }
            void clang_disposeIndex(void *index) { }
            int clang_parseTranslationUnit2(void *index, const char *file, const char *const *arguments, int count,
                    void *unsaved, unsigned n, unsigned options, void **unit) { PARSE }
            """;

    private FailingLibclang() {
    }

    /**
     * Makes one.
     *
     * @param parse what it does in place of parsing, in C
     * @return the library
     */
    public static Path in(Path folder, String parse) throws Exception {
        Path source = Files.writeString(folder.resolve("failing.c"), SOURCE.replace("PARSE", parse));
        Path library = folder.resolve("llvm-20/lib/libclang.so");
        Files.createDirectories(library.resolveSibling("clang/20/include"));
        Files.writeString(library.resolveSibling("clang/20/include/stddef.h"), "typedef int none;");
        assertThat(
                new ProcessBuilder("gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString()).inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        return library;
    }
}
