package org.ffigen.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorFailureTest {

    private static final List<String> HEADERS = List.of("a.h", "b.h");
    private static final Path REPORT = Path.of("/project/hs_err_pid7.log");

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void theGeneratorsDiagnosticsAreTheMessage(int status) {
        GeneratorFailure failure = GeneratorFailure.of(ended(status), HEADERS, "a.h:1:2: error[FFI0003]: no\n  ^");

        assertThat(failure.message()).isEqualTo("no bindings were generated:\na.h:1:2: error[FFI0003]: no\n  ^");
        assertThat(failure.isOurs()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 70, 99})
    void anyOtherStatusIsAFaultOfOurs(int status) {
        GeneratorFailure failure = GeneratorFailure.of(ended(status), HEADERS, "Exception in thread main");

        assertThat(failure.message()).isEqualTo(
                "the generator failed with exit status " + status + ", which it should not:\nException in thread main");
        assertThat(failure.isOurs()).isTrue();
    }

    @Test
    void aCrashIsToldWithItsOwnSignalPlaceAndReport() {
        CrashReport report = new CrashReport(REPORT, Optional.of("SIGSEGV (0xb)"),
                Optional.of("C  [libclang.so+0x1139]  clang_createIndex+0x9"));

        assertThat(GeneratorFailure.of(new GeneratorResult(134, Optional.of(report)), HEADERS, "").message())
                .isEqualTo("""
                        libclang crashed while reading a.h, b.h (signal 11, SIGSEGV)
                          in: C  [libclang.so+0x1139]  clang_createIndex+0x9
                          report: /project/hs_err_pid7.log
                          hint: try another libclang, with -Dffigen.libclang=<file> or <libclang>""");
    }

    @Test
    void anAbortIsToldWithWhatItSaidBefore() {
        assertThat(GeneratorFailure.of(ended(134), HEADERS, "Assertion `x' failed.").message()).isEqualTo("""
                libclang crashed while reading a.h, b.h (signal 6)
                  hint: try another libclang, with -Dffigen.libclang=<file> or <libclang>
                Assertion `x' failed.""");
    }

    @Test
    void aCrashElsewhereIsNotBlamedOnLibclang() {
        CrashReport report = new CrashReport(REPORT, Optional.of("SIGBUS (0x7)"),
                Optional.of("V  [libjvm.so+0x99]  GCTask::run"));

        assertThat(GeneratorFailure.of(new GeneratorResult(134, Optional.of(report)), HEADERS, "").message())
                .startsWith("the generator's JVM crashed while reading a.h, b.h (signal 7, SIGBUS)");
    }

    @Test
    void anExceptionOfWindowsIsACrash() {
        CrashReport report = new CrashReport(REPORT, Optional.of("EXCEPTION_ACCESS_VIOLATION (0xc0000005)"),
                Optional.empty());

        assertThat(GeneratorFailure.of(new GeneratorResult(1, Optional.of(report)), HEADERS, "").message())
                .startsWith("libclang crashed while reading a.h, b.h (EXCEPTION_ACCESS_VIOLATION 0xc0000005)");
        assertThat(GeneratorFailure.of(ended(0xC0000005), HEADERS, "").message())
                .startsWith("libclang crashed while reading a.h, b.h (exit status 0xc0000005)");
    }

    @Test
    void beingKilledIsNotBlamedOnLibclang() {
        assertThat(GeneratorFailure.of(ended(137), HEADERS, "").message()).isEqualTo(
                "the generator was killed while reading a.h, b.h (signal 9), as systems do when memory runs out");
        assertThat(GeneratorFailure.of(ended(143), HEADERS, "").message())
                .isEqualTo("the generator was stopped while reading a.h, b.h (signal 15)");
    }

    private static GeneratorResult ended(int status) {
        return new GeneratorResult(status, Optional.empty());
    }
}
