package org.ffigen.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorOutputTest {

    private final List<String> progress = new ArrayList<>();
    private final GeneratorOutput output = new GeneratorOutput(progress::add);

    @Test
    void progressIsPassedOnAndDiagnosticsAreKept() {
        List.of("downloading libclang: 10%", "a.h:1:2: warning[FFI0004]: odd", "int odd;", "    ^").forEach(output);

        assertThat(progress).containsExactly("downloading libclang: 10%");
        assertThat(output.text()).isEqualTo("a.h:1:2: warning[FFI0004]: odd\nint odd;\n    ^");
        assertThat(output.hasDiagnostics()).isTrue();
        assertThat(output.hasWarnings()).isTrue();
    }

    @Test
    void withoutDiagnosticsTheProgressIsAllThatIsKnown() {
        List.of("Error: could not create the Java Virtual Machine").forEach(output);

        assertThat(output.text()).isEqualTo("Error: could not create the Java Virtual Machine");
        assertThat(output.hasDiagnostics()).isFalse();
        assertThat(output.hasWarnings()).isFalse();
    }

    @Test
    void aFloodIsCutShort() {
        for (int i = 0; i < 1_500; i++) {
            output.accept("a.h:" + i + ":1: error[FFI0003]: bad");
        }

        assertThat(output.text().lines()).hasSize(1_001).last().isEqualTo("... and 500 more lines");
    }
}
