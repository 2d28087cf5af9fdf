package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibclangLocatorTest {
    private static final Platform LINUX = Platform.of("Linux", "amd64");

    @TempDir
    Path folder;

    private Path root;
    private FakeRoot fake;

    @BeforeEach
    void resolveRoot() throws IOException {
        root = folder.toRealPath();
        fake = new FakeRoot(root);
    }

    @Test
    void the_option_goes_before_the_variable_and_the_variable_before_the_system() throws Exception {
        fake.debian(19).debian(18).debian(17);
        Path option = root.resolve("usr/lib/llvm-17/lib/libclang.so");
        Map<String, String> variable = Map.of("FFIGEN_LIBCLANG", root.resolve("usr/lib/llvm-18").toString());

        assertThat(locate(options(variable).withExplicit(option)))
                .isEqualTo(found("usr/lib/llvm-17/lib/libclang.so", "usr/lib/llvm-17/lib/clang/17", "--libclang"));
        assertThat(locate(options(variable))).isEqualTo(
                found("usr/lib/llvm-18/lib/libclang.so", "usr/lib/llvm-18/lib/clang/18", "FFIGEN_LIBCLANG"));
        assertThat(locate(options(Map.of("FFIGEN_LIBCLANG", ""))))
                .isEqualTo(found("usr/lib/llvm-19/lib/libclang.so", "usr/lib/llvm-19/lib/clang/19", "system"));
    }

    @Test
    void a_folder_may_be_that_of_the_library_or_of_the_whole_llvm() throws Exception {
        fake.debian(19);
        for (String given : List.of("usr/lib/llvm-19", "usr/lib/llvm-19/lib", "usr/lib/llvm-19/lib/libclang.so")) {
            assertThat(locate(options(Map.of()).withExplicit(root.resolve(given))))
                    .isEqualTo(found("usr/lib/llvm-19/lib/libclang.so", "usr/lib/llvm-19/lib/clang/19", "--libclang"));
        }
    }

    @Test
    void an_explicit_library_may_have_any_name() throws Exception {
        Path library = StubLibclang.build(root.resolve("own/mine.so"), "stub clang version 18.0.0");
        fake.file("own/clang/18/include/stddef.h");
        assertThat(locate(options(Map.of()).withExplicit(library)))
                .isEqualTo(found("own/mine.so", "own/clang/18", "--libclang"));
    }

    @Test
    void a_wrong_option_or_variable_is_an_error_although_the_system_has_one() throws Exception {
        fake.debian(19).debian(14).debianWithoutHeaders(18).file("text/libclang.so");
        StubLibclang.compile(root.resolve("other/libclang.so"), "int other;");

        assertExplicitFails("none", "none: does not exist");
        assertExplicitFails("usr/lib/llvm-14/lib/libclang.so", "version 14 is older than 16");
        assertExplicitFails("usr/lib/llvm-18", "its resource headers (stddef.h of clang 18)");
        assertExplicitFails("usr/lib/clang", "does not exist");
        assertExplicitFails("usr/lib/llvm-19/lib/clang", "has no libclang");
        assertExplicitFails("text/libclang.so", "it cannot be loaded");
        assertExplicitFails("other/libclang.so", "it is no libclang: it has no clang_getClangVersion");
    }

    @Test
    void offline_with_nothing_installed_one_message_names_every_place_and_the_ways_out() {
        LibclangLocator.Options options = options(Map.of()).withOffline(true);
        assertThatThrownBy(() -> locate(options)).isInstanceOf(LibclangNotFoundException.class)
                .message()
                .isEqualTo("""
                        libclang was not found. Looked in:
                          --libclang: not given
                          FFIGEN_LIBCLANG: not set
                          ROOT/usr/lib/x86_64-linux-gnu: does not exist
                          ROOT/usr/lib64: does not exist
                          ROOT/usr/lib: does not exist
                          ROOT/usr/local/lib: does not exist
                          ROOT/home/linuxbrew/.linuxbrew/opt/llvm/lib: does not exist
                          ROOT/cache/llvm-20.1.7-1.5.12-linux-x86_64: does not exist (cache)
                          ROOT/m2/JAR: does not exist (local Maven repository)
                          http://localhost:1/maven2/JAR: not downloaded: offline
                        Any of these helps:
                          - install one: apt-get install libclang-19-dev (or your distribution's libclang, 16 or newer)
                          - name one: --libclang PATH, or FFIGEN_LIBCLANG=PATH; a library, its folder, or the folder \
                        of an LLVM
                          - fetch the Maven artifact, with a network and once: mvn dependency:get -Dtransitive=false \
                        -Dartifact=org.bytedeco:llvm:20.1.7-1.5.12:jar:linux-x86_64
                          - download it from a mirror of Maven Central: FFIGEN_MAVEN_REPOSITORY=URL"""
                        .replace("ROOT", root.toString())
                        .replace("JAR",
                                "org/bytedeco/llvm/20.1.7-1.5.12/llvm-20.1.7-1.5.12-linux-x86_64.jar"));
    }

    @Test
    void without_a_network_the_message_has_the_reason_of_the_download() {
        assertThatThrownBy(() -> locate(options(Map.of()))).isInstanceOf(LibclangNotFoundException.class)
                .hasMessageContaining("http://localhost:1/maven2/org/bytedeco")
                .hasMessageContaining("Connect")
                .hasMessageContaining("Any of these helps");
    }

    @Test
    void a_platform_without_an_artifact_is_told_so() {
        LibclangLocator locator = new LibclangLocator(options(Map.of()), Platform.of("Linux", "riscv64"), root);
        assertThatThrownBy(locator::locate).isInstanceOf(LibclangNotFoundException.class)
                .hasMessageContaining("org.bytedeco:llvm: has no libclang for linux-riscv64")
                .message()
                .doesNotContain("dependency:get");
    }

    @Test
    void windows_is_told_how_to_fetch_its_huge_artifact() {
        LibclangLocator locator = new LibclangLocator(options(Map.of("ProgramFiles", root.toString())),
                Platform.of("Windows 11", "amd64"), root);
        assertThatThrownBy(locator::locate).isInstanceOf(LibclangNotFoundException.class)
                .hasMessageContaining("not downloaded unasked, it has 904 MB; ask with: mvn dependency:get")
                .hasMessageContaining("winget install");
    }

    private void assertExplicitFails(String given, String reason) {
        String path = root.resolve(given).toString();
        assertThatThrownBy(() -> locate(options(Map.of()).withExplicit(Path.of(path))))
                .isInstanceOf(LibclangNotFoundException.class)
                .message()
                .startsWith("--libclang names " + path + ", which does not serve")
                .contains(reason);
        assertThatThrownBy(() -> locate(options(Map.of("FFIGEN_LIBCLANG", path))))
                .isInstanceOf(LibclangNotFoundException.class)
                .message()
                .startsWith("FFIGEN_LIBCLANG names " + path + ", which does not serve")
                .contains(reason);
    }

    private LibclangInstallation locate(LibclangLocator.Options options) throws LibclangNotFoundException {
        return new LibclangLocator(options, LINUX, root).locate();
    }

    private LibclangLocator.Options options(Map<String, String> environment) {
        return new LibclangLocator.Options(Optional.empty(), false, root.resolve("cache"), environment, line -> {
        }, root.resolve("m2"), Optional.of(URI.create("http://localhost:1/maven2")));
    }

    private LibclangInstallation found(String library, String resourceDirectory, String origin) {
        return new LibclangInstallation(root.resolve(library), root.resolve(resourceDirectory), origin);
    }
}
