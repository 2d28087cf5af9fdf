package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemLibclangTest {
    @TempDir
    Path folder;

    private final SearchReport report = new SearchReport();
    private Path root;
    private FakeRoot fake;

    @BeforeEach
    void resolveRoot() throws IOException {
        root = folder.toRealPath();
        fake = new FakeRoot(root);
    }

    @Test
    void takes_the_newest_of_debians_packages() throws IOException {
        fake.debian(16).debian(19).debian(14);
        assertThat(find("linux-x86_64"))
                .contains(found("usr/lib/llvm-19/lib/libclang.so", "usr/lib/llvm-19/lib/clang/19"));
    }

    @Test
    void a_two_digit_version_is_no_text() throws IOException {
        fake.debian(16).debian(100);
        assertThat(find("linux-x86_64"))
                .contains(found("usr/lib/llvm-100/lib/libclang.so", "usr/lib/llvm-100/lib/clang/100"));
    }

    @Test
    void passes_over_one_without_resource_headers() throws IOException {
        fake.debian(17).debianWithoutHeaders(19);
        assertThat(find("linux-x86_64"))
                .contains(found("usr/lib/llvm-17/lib/libclang.so", "usr/lib/llvm-17/lib/clang/17"));
        assertThat(report.text()).contains("llvm-19/lib/libclang.so: its resource headers (stddef.h of clang 19)")
                .contains("Debian has them in libclang-common-19-dev");
    }

    @Test
    void empty_resource_headers_do_not_count() throws IOException {
        fake.debianWithoutHeaders(19).file("usr/lib/llvm-19/lib/clang/19/include/stdint.h");
        assertThat(find("linux-x86_64")).isEmpty();
    }

    @Test
    void finds_resource_headers_under_a_full_version() throws IOException {
        fake.debianWithoutHeaders(16)
                .file("usr/lib/clang/16.0.6/include/stddef.h")
                .file("usr/lib/clang/160.0.0/include/stddef.h");
        assertThat(find("linux-x86_64"))
                .contains(found("usr/lib/llvm-16/lib/libclang.so", "usr/lib/clang/16.0.6"));
    }

    @Test
    void reads_fedoras_versions_through_the_links() throws IOException {
        fake.file("usr/lib64/libclang.so.19.1.7")
                .link("usr/lib64/libclang.so.19.1", "libclang.so.19.1.7")
                .link("usr/lib64/libclang.so", "libclang.so.19.1")
                .file("usr/lib/clang/19/include/stddef.h");
        assertThat(find("linux-x86_64")).contains(found("usr/lib64/libclang.so", "usr/lib/clang/19"));
    }

    @Test
    void reads_suses_soname_13_through_the_links() throws IOException {
        fake.file("usr/lib64/libclang.so.18.1.8")
                .link("usr/lib64/libclang.so.13", "libclang.so.18.1.8")
                .file("usr/lib64/clang/18/include/stddef.h");
        assertThat(find("linux-x86_64")).contains(found("usr/lib64/libclang.so.13", "usr/lib64/clang/18"));
    }

    @Test
    void knows_the_folders_of_alpine_gentoo_and_an_own_build() throws IOException {
        fake.file("usr/lib/llvm17/lib/libclang.so").file("usr/lib/llvm17/lib/clang/17/include/stddef.h");
        assertThat(find("linux-x86_64"))
                .contains(found("usr/lib/llvm17/lib/libclang.so", "usr/lib/llvm17/lib/clang/17"));
        fake.file("usr/lib/llvm/18/lib64/libclang.so").file("usr/lib/llvm/18/lib64/clang/18/include/stddef.h");
        assertThat(find("linux-x86_64"))
                .contains(found("usr/lib/llvm/18/lib64/libclang.so", "usr/lib/llvm/18/lib64/clang/18"));
        fake.file("opt/llvm-19.1.7/lib/libclang.so").file("opt/llvm-19.1.7/lib/clang/19/include/stddef.h");
        assertThat(find("linux-x86_64"))
                .contains(found("opt/llvm-19.1.7/lib/libclang.so", "opt/llvm-19.1.7/lib/clang/19"));
    }

    @Test
    void knows_homebrews_folders() throws IOException {
        fake.file("opt/homebrew/Cellar/llvm/21.1.0/lib/libclang.dylib")
                .file("opt/homebrew/Cellar/llvm/21.1.0/lib/clang/21/include/stddef.h")
                .link("opt/homebrew/opt/llvm", "../Cellar/llvm/21.1.0")
                .file("opt/homebrew/opt/llvm@18/lib/libclang.dylib")
                .file("opt/homebrew/opt/llvm@18/lib/clang/18/include/stddef.h");
        assertThat(find("macos-aarch64"))
                .contains(found("opt/homebrew/opt/llvm/lib/libclang.dylib", "opt/homebrew/opt/llvm/lib/clang/21"));
    }

    @Test
    void asks_a_library_whose_names_do_not_tell_its_version() throws Exception {
        StubLibclang.build(root.resolve("usr/local/lib/libclang.so"), "stub clang version 17.0.1 (x)");
        fake.file("usr/local/lib/clang/17/include/stddef.h").file("usr/local/lib/clang/18/include/stddef.h");
        assertThat(find("linux-x86_64")).contains(found("usr/local/lib/libclang.so", "usr/local/lib/clang/17"));
    }

    @Test
    void one_whose_names_tell_goes_before_one_that_must_be_asked() throws IOException {
        fake.debian(16).file("usr/local/lib/libclang.so");
        assertThat(find("linux-x86_64"))
                .contains(found("usr/lib/llvm-16/lib/libclang.so", "usr/lib/llvm-16/lib/clang/16"));
    }

    @Test
    void tells_of_each_library_why_it_does_not_serve() throws Exception {
        fake.debian(14).file("usr/local/lib/libclang.so").link("usr/lib/libclang.so", "gone");
        StubLibclang.build(root.resolve("usr/lib64/libclang.so"), "stub clang version 15.0.1");
        assertThat(find("linux-x86_64")).isEmpty();
        assertThat(report.text())
                .contains(root.resolve("usr/lib/llvm-14/lib/libclang.so") + ": version 14 is older than 16")
                .contains(root.resolve("usr/lib64/libclang.so") + ": version 15 is older than 16")
                .contains(root.resolve("usr/local/lib/libclang.so") + ": it cannot be loaded")
                .contains(root.resolve("usr/lib/libclang.so") + ": is a broken link");
    }

    @Test
    void an_empty_system_names_the_places_looked_in() {
        assertThat(find("linux-x86_64")).isEmpty();
        assertThat(report.text()).contains(root.resolve("usr/lib/x86_64-linux-gnu") + ": does not exist")
                .contains(root.resolve("usr/lib64") + ": does not exist");
    }

    @Test
    void another_architectures_libraries_are_not_looked_at() throws IOException {
        fake.file("usr/lib/x86_64-linux-gnu/libclang-19.so.19").file("usr/lib/clang/19/include/stddef.h");
        assertThat(find("linux-aarch64")).isEmpty();
        assertThat(find("linux-x86_64")).isPresent();
    }

    private Optional<LibclangInstallation> find(String platform) {
        String[] parts = platform.split("-");
        return new SystemLibclang(Platform.of(parts[0], parts[1]), root, Map.of()).find(report);
    }

    private LibclangInstallation found(String library, String resourceDirectory) {
        return new LibclangInstallation(root.resolve(library), root.resolve(resourceDirectory), "system");
    }
}
