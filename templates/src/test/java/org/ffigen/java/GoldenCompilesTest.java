package org.ffigen.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden files compile without a warning, on the oldest release they are for and on the newest. */
class GoldenCompilesTest {

    @TempDir
    Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"22", "25"})
    void golden_files_compile_without_a_warning(String release) {
        assertThat(InMemoryCompiler.complaints(GoldenTest.files(), release, classes)).isEmpty();
        assertThat(classes.resolve("golden/SampleLibrary.class")).exists();
    }

    @Test
    void the_compiler_here_does_complain() {
        SourceFile raw = new SourceFile("golden/Raw.java", "package golden; class Raw { java.util.List list; }");

        assertThat(InMemoryCompiler.complaints(List.of(raw), "22", classes))
                .anyMatch(text -> text.contains("rawtypes"));
    }
}
