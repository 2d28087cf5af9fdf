package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionedFilesTest {
    private static final Platform LINUX = new Platform("Linux", "amd64", Map.of("LD_LIBRARY_PATH", "/mine:/yours"));
    private static final Platform MAC = new Platform("Mac OS X", "aarch64", Map.of());

    @TempDir
    Path folder;

    @Test
    void the_highest_version_comes_first_by_number_not_by_text() throws IOException {
        create("libz.so.9", "libz.so.10", "libz.so.1.2.13", "libz.so.10.1");

        assertThat(find(LINUX)).containsExactly("libz.so.10.1", "libz.so.10", "libz.so.9", "libz.so.1.2.13");
    }

    @Test
    void files_that_only_look_alike_are_left_out() throws IOException {
        create("libz.so", "libz.so.1.bak", "libz.so.1-gdb.py", "libzz.so.1", "xlibz.so.1", "libz.so.", "libz.2.dylib");

        assertThat(find(LINUX)).isEmpty();
    }

    @Test
    void macs_put_the_version_before_the_suffix() throws IOException {
        create("libz.1.dylib", "libz.1.3.dylib", "libz.dylib", "libz.so.1");

        assertThat(find(MAC)).containsExactly("libz.1.3.dylib", "libz.1.dylib");
    }

    @Test
    void names_with_special_characters_and_overlong_numbers_are_no_trouble() throws IOException {
        create("libstdc++.so.6", "libstdc++.so.99999999999999999999");

        assertThat(VersionedFiles.in(List.of(folder.toString()), LINUX.versioned("stdc++"))).hasSize(2)
                .last()
                .isEqualTo(folder.resolve("libstdc++.so.6"));
    }

    @Test
    void folders_that_are_missing_are_skipped_and_the_first_wins_a_tie() throws IOException {
        create("libz.so.1");
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.createFile(second.resolve("libz.so.1"));

        List<Path> found = VersionedFiles.in(
                List.of(folder.resolve("none").toString(), second.toString(), folder.toString()),
                LINUX.versioned("z"));

        assertThat(found).containsExactly(second.resolve("libz.so.1"), folder.resolve("libz.so.1"));
    }

    @Test
    void the_loaders_folders_follow_environment_and_architecture() {
        assertThat(LINUX.loaderFolders()).startsWith("/mine", "/yours").contains("/usr/lib/x86_64-linux-gnu", "/lib64");
        assertThat(new Platform("Linux", "aarch64", Map.of()).loaderFolders()).contains("/lib/aarch64-linux-gnu");
        assertThat(new Platform("Linux", "ppc64le", Map.of()).loaderFolders()).contains("/lib/powerpc64le-linux-gnu");
        assertThat(new Platform("Linux", "arm", Map.of()).loaderFolders()).contains("/lib/arm-linux-gnueabihf");
        assertThat(MAC.loaderFolders()).contains("/opt/homebrew/lib");
        assertThat(new Platform("Windows 11", "amd64", Map.of()).loaderFolders()).isEmpty();
    }

    private void create(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }

    private List<String> find(Platform platform) {
        return VersionedFiles.in(List.of(folder.toString()), platform.versioned("z"))
                .stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }
}
