package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibclangArtifactTest {
    @ParameterizedTest
    @CsvSource({"Linux, amd64, linux-x86_64, libclang.so, SHA-256, 64, true",
            "Linux, aarch64, linux-arm64, libclang.so, SHA-256, 64, true",
            "Mac OS X, aarch64, macosx-arm64, libclang.dylib, SHA-256, 64, true",
            "Mac OS X, x86_64, macosx-x86_64, libclang.dylib, SHA-256, 64, true",
            "Windows Server 2022, amd64, windows-x86_64, libclang.dll, SHA-1, 40, false"})
    void each_platform_has_its_jar_and_a_pinned_checksum(String os, String architecture, String classifier,
            String library, String algorithm, int digits, boolean downloaded) {
        LibclangArtifact artifact = LibclangArtifact.forPlatform(Platform.of(os, architecture)).orElseThrow();
        assertThat(artifact.repositoryPath()).isEqualTo(
                "org/bytedeco/llvm/20.1.7-1.5.12/llvm-20.1.7-1.5.12-" + classifier + ".jar");
        assertThat(artifact.entryPrefix()).isEqualTo("org/bytedeco/llvm/" + classifier + "/");
        assertThat(artifact.library()).isEqualTo(library);
        assertThat(artifact.checksum().algorithm()).isEqualTo(algorithm);
        assertThat(artifact.checksum().hex()).hasSize(digits).matches("[0-9a-f]+");
        assertThat(artifact.isDownloadedUnasked()).isEqualTo(downloaded);
    }

    @Test
    void other_machines_have_none() {
        assertThat(LibclangArtifact.forPlatform(Platform.of("Linux", "riscv64"))).isEmpty();
        assertThat(LibclangArtifact.forPlatform(Platform.of("FreeBSD", "amd64"))).isEmpty();
    }
}
