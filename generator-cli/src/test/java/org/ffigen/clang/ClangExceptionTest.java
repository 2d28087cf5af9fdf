package org.ffigen.clang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A libclang that fails, in a process of its own, which has only it. */
class ClangExceptionTest {

    @TempDir
    Path folder;

    @Test
    void a_crash_that_libclang_reports_is_told_with_its_code() throws Exception {
        assertThat(run(FailingLibclang.in(folder, "return 2;"))).contains("error[FFI0011]: libclang crashed",
                "exit 5");
    }

    private String run(Path library) throws Exception {
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
