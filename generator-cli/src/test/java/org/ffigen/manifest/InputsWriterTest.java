package org.ffigen.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ffigen.manifest.InputsWriter.Input;
import org.ffigen.manifest.InputsWriter.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsWriterTest {

    @Test
    void theSidecarIsCanonicalInWhateverOrderTheFilesCome() {
        Input own = new Input("include/point.h", Role.OWN, "ab");
        Input system = new Input("stdint.h", Role.SYSTEM, "cd");
        Input resource = new Input("stddef.h", Role.RESOURCE, "ef");
        assertThat(InputsWriter.write(List.of(system, own, resource, own), "19.1.7"))
                .isEqualTo(InputsWriter.write(List.of(resource, system, own), "19.1.7"))
                .isEqualTo("""
                        {
                          "inputs": [
                            {
                              "path": "include/point.h",
                              "role": "own",
                              "sha256": "ab"
                            },
                            {
                              "path": "stddef.h",
                              "role": "resource",
                              "sha256": "ef"
                            },
                            {
                              "path": "stdint.h",
                              "role": "system",
                              "sha256": "cd"
                            }
                          ],
                          "libclang": "19.1.7",
                          "schemaVersion": "1.0"
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/include/zlib.h", "C:\\include\\zlib.h", "c:/include/zlib.h", "\\\\host\\zlib.h"})
    void absolutePathsAreRefused(String path) {
        assertThatThrownBy(() -> new Input(path, Role.OWN, "ab")).isInstanceOf(IllegalArgumentException.class);
    }
}
