package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

class RestrictedMethodsTest {
    @Test
    void the_runtime_calls_no_restricted_method() {
        assertThat(scan(SampleApplication.RUNTIME + File.pathSeparator + SampleApplication.JSPECIFY).strip())
                .isEqualTo("<no restricted methods>");
    }

    @Test
    void the_scan_would_see_one() {
        assertThat(scan(System.getProperty("java.class.path"))).contains(PointerRefTest.class.getName(),
                "java.lang.foreign.MemorySegment::reinterpret(long)");
    }

    private static String scan(String classPath) {
        var output = new StringWriter();
        var writer = new PrintWriter(output, true);
        int exitCode = ToolProvider.findFirst("jnativescan")
                .orElseThrow()
                .run(writer, writer, "--class-path",
                        classPath);
        assertThat(exitCode).as(output.toString()).isZero();
        return output.toString();
    }
}
