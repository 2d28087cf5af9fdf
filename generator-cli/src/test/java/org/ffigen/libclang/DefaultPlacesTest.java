package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultPlacesTest {
    private static final Path HOME = Path.of("/home/user");

    @Test
    void the_cache_is_where_the_user_wants_it_else_where_the_system_does() {
        assertThat(CacheDirectory.choose(OperatingSystem.LINUX,
                Map.of("FFIGEN_CACHE", "/own", "XDG_CACHE_HOME", "/xdg"), HOME)).isEqualTo(Path.of("/own"));
        assertThat(CacheDirectory.choose(OperatingSystem.LINUX, Map.of("XDG_CACHE_HOME", "/xdg"), HOME))
                .isEqualTo(Path.of("/xdg/ffigen"));
        assertThat(CacheDirectory.choose(OperatingSystem.LINUX, Map.of(), HOME))
                .isEqualTo(Path.of("/home/user/.cache/ffigen"));
        assertThat(CacheDirectory.choose(OperatingSystem.MACOS, Map.of(), HOME))
                .isEqualTo(Path.of("/home/user/Library/Caches/ffigen"));
        assertThat(CacheDirectory.choose(OperatingSystem.WINDOWS, Map.of("LOCALAPPDATA", "/local"), HOME))
                .isEqualTo(Path.of("/local/ffigen"));
    }

    @Test
    void relative_places_from_the_environment_never_depend_on_a_later_working_directory() {
        assertThat(CacheDirectory.choose(OperatingSystem.LINUX, Map.of("FFIGEN_CACHE", "own"), HOME))
                .isEqualTo(Path.of("own").toAbsolutePath());
        assertThat(CacheDirectory.choose(OperatingSystem.LINUX, Map.of("XDG_CACHE_HOME", "xdg"), HOME))
                .isEqualTo(Path.of("/home/user/.cache/ffigen"));
    }

    @Test
    void the_local_repository_is_ffigens_own_then_mavens() {
        assertThat(LocalRepository.choose(Map.of("FFIGEN_MAVEN_LOCAL_REPOSITORY", "/own"), "/maven", HOME))
                .isEqualTo(Path.of("/own"));
        assertThat(LocalRepository.choose(Map.of(), "/maven", HOME)).isEqualTo(Path.of("/maven"));
        assertThat(LocalRepository.choose(Map.of(), null, HOME)).isEqualTo(Path.of("/home/user/.m2/repository"));
    }

    @Test
    void what_names_no_place_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RemoteRepository.choose(Map.of("FFIGEN_MAVEN_REPOSITORY", "http://a b/")))
                .withMessageStartingWith("FFIGEN_MAVEN_REPOSITORY is no address: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CacheDirectory.choose(OperatingSystem.LINUX, Map.of("FFIGEN_CACHE", "a\0"), HOME))
                .withMessageStartingWith("FFIGEN_CACHE is no path here: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalRepository.choose(Map.of(), "a\0", HOME))
                .withMessageStartingWith("maven.repo.local is no path here: ");
    }

    @Test
    void a_default_that_is_no_path_is_passed_over() {
        assertThat(CacheDirectory.choose(OperatingSystem.LINUX, Map.of("XDG_CACHE_HOME", "/\0"), HOME))
                .isEqualTo(Path.of("/home/user/.cache/ffigen"));
    }

    @Test
    void a_mirror_may_end_with_a_slash_or_not() {
        URI plain = RemoteRepository.choose(Map.of("FFIGEN_MAVEN_REPOSITORY", "http://mirror.test/m")).orElseThrow();
        URI slash = RemoteRepository.choose(Map.of("FFIGEN_MAVEN_REPOSITORY", " http://mirror.test/m/ ")).orElseThrow();
        assertThat(RemoteRepository.file(plain, "a/b.jar")).hasToString("http://mirror.test/m/a/b.jar")
                .isEqualTo(RemoteRepository.file(slash, "a/b.jar"));
    }

    @Test
    void messages_show_no_password_of_a_mirror() {
        assertThat(RemoteRepository.display(URI.create("https://me:secret@mirror.test/m/x.jar")))
                .isEqualTo("https://mirror.test/m/x.jar");
    }

    @Test
    void the_build_writes_down_where_maven_central_is() {
        assertThat(RemoteRepository.choose(Map.of())).hasValueSatisfying(central -> {
            assertThat(central.getScheme()).isEqualTo("https");
            assertThat(central.getHost()).contains("maven");
        });
    }
}
