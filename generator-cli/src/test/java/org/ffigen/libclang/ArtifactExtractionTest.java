package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactExtractionTest {
    @TempDir
    Path folder;

    @Test
    void takes_the_libraries_and_their_headers_and_nothing_else() throws IOException {
        FakeArtifact fake = FakeArtifact.in(folder);
        extraction(fake).extract(fake.jar());
        assertThat(FakeArtifact.files(root())).containsExactly("include/clang-c/Index.h",
                "lib/clang/20/include/ppc_wrappers/mmintrin.h", "lib/clang/20/include/stddef.h", "lib/libLLVM.so.20.1",
                "lib/libclang.so");
        assertThat(extraction(fake).isComplete(root())).isTrue();
    }

    @Test
    void replaces_a_half_made_installation_and_what_a_killed_process_left() throws IOException {
        FakeArtifact fake = FakeArtifact.in(folder);
        Files.createDirectories(root().resolve("lib"));
        Files.createFile(root().resolve("lib/libclang.so"));
        Files.createDirectories(folder.resolve("installation.part/lib"));
        Files.writeString(folder.resolve("installation.part/lib/libclang.so"), "half");
        assertThat(extraction(fake).isComplete(root())).isFalse();

        extraction(fake).extract(fake.jar());

        assertThat(extraction(fake).isComplete(root())).isTrue();
        assertThat(folder.resolve("installation.part")).doesNotExist();
    }

    @Test
    void every_file_that_loading_needs_counts_for_completeness() throws IOException {
        FakeArtifact fake = FakeArtifact.in(folder);
        for (String file : List.of("lib/libclang.so", "lib/libLLVM.so.20.1", "lib/clang/20/include/stddef.h",
                "include/clang-c/Index.h")) {
            extraction(fake).extract(fake.jar());
            Files.write(root().resolve(file), new byte[0]);
            assertThat(extraction(fake).isComplete(root())).as(file).isFalse();
        }
    }

    @Test
    void a_jar_without_libclang_leaves_nothing() throws IOException {
        FakeArtifact fake = FakeArtifact.of(folder.resolve("other.jar"), List.of("lib/clang/20/include/stddef.h"));
        assertThatThrownBy(() -> extraction(fake).extract(fake.jar())).isInstanceOf(IOException.class)
                .hasMessage("it has no entry " + FakeArtifact.PREFIX + "libclang.so");
        assertThat(FakeArtifact.files(folder)).containsExactly("other.jar");
    }

    @Test
    void a_jar_without_resource_headers_leaves_nothing() throws IOException {
        FakeArtifact fake = FakeArtifact.of(folder.resolve("other.jar"), List.of("libclang.so", "libLLVM.so"));
        assertThatThrownBy(() -> extraction(fake).extract(fake.jar())).isInstanceOf(IOException.class)
                .hasMessage("it lacks libclang or its headers");
        assertThat(FakeArtifact.files(folder)).containsExactly("other.jar");
    }

    @Test
    void an_entry_cannot_lead_out_of_the_installation() throws IOException {
        FakeArtifact fake = FakeArtifact.of(folder.resolve("evil.jar"),
                List.of("libclang.so", "libLLVM.so", "include/clang-c/../../../escaped.h"));
        assertThatThrownBy(() -> extraction(fake).extract(fake.jar())).isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of its folder");
        assertThat(FakeArtifact.files(folder)).containsExactly("evil.jar");
    }

    private ArtifactExtraction extraction(FakeArtifact fake) {
        return new ArtifactExtraction(fake.artifact(), root());
    }

    private Path root() {
        return folder.resolve("installation");
    }
}
