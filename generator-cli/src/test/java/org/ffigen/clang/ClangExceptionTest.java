package org.ffigen.clang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A libclang that fails: a library made by gcc that answers as it does. In a process of its own, which has only it. */
class ClangExceptionTest {

    private static final String FAILING = """
            typedef struct { const void *data; unsigned flags; } CXString;
            CXString clang_getClangVersion(void) { return (CXString) { "clang version 20.0.0", 1 }; }
            const char *clang_getCString(CXString string) { return string.data; }
            void clang_disposeString(CXString string) { }
            void *clang_createIndex(int a, int b) { return "index"; }
            void clang_disposeIndex(void *index) { }
            int clang_parseTranslationUnit2(void *index, const char *file, const char *const *arguments, int count,
                    void *unsaved, unsigned n, unsigned options, void **unit) { return 2; }
            """;

    @TempDir
    Path folder;

    @Test
    void a_crash_that_libclang_reports_is_told_with_its_code() throws Exception {
        assertThat(run()).contains("error[FFI0011]: libclang crashed", "exit 5");
    }

    private String run() throws Exception {
        Path source = Files.writeString(folder.resolve("failing.c"), FAILING);
        Path library = folder.resolve("llvm-20/lib/libclang.so");
        Files.createDirectories(library.resolveSibling("clang/20/include"));
        Files.writeString(library.resolveSibling("clang/20/include/stddef.h"), "typedef int none;");
        assertThat(
                new ProcessBuilder("gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString()).inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        Path header = Files.writeString(folder.resolve("any.h"), "int f(int x);");
        Path log = folder.resolve("log.txt");
        int status = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "org.ffigen.cli.Main", "--libclang", library.toString(), "--header", header.toString(), "--out",
                folder.resolve("out").toString()).redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        return Files.readString(log) + "exit " + status;
    }
}
