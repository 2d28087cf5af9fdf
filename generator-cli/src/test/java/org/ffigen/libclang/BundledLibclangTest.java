package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledLibclangTest {
    @TempDir
    Path folder;

    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final SearchReport report = new SearchReport();
    private FakeArtifact fake;

    @BeforeEach
    void makeArtifact() throws IOException {
        fake = FakeArtifact.in(folder);
    }

    @Test
    void downloads_once_and_then_uses_the_cache() throws IOException {
        try (ArtifactServer server = ArtifactServer.sending(Files.readAllBytes(fake.jar()))) {
            assertThat(obtain(server.repository())).contains(installation("download"));
            assertThat(obtain(server.repository())).contains(installation("cache"));
            assertThat(server.requests).containsExactly("/maven2/" + fake.artifact().repositoryPath());
        }
        assertThat(progress).first().asString().startsWith("Downloading libclang 20.1.7 (once, 1 MB) from http://");
        assertThat(progress).last().asString().startsWith("Extracting libclang 20.1.7 to " + root());
        assertThat(FakeArtifact.files(folder.resolve("cache"))).noneMatch(file -> file.contains(".part"));
    }

    @Test
    void the_local_repository_spares_the_download() throws IOException {
        fake.installInto(folder.resolve("m2"));
        assertThat(obtain(null)).contains(installation("local repository"));
        assertThat(obtain(null)).contains(installation("cache"));
        assertThat(folder.resolve("m2").resolve(fake.artifact().repositoryPath())).exists();
    }

    @Test
    void a_damaged_jar_in_the_local_repository_is_reported_kept_and_passed_over() throws IOException {
        Path jar = fake.installInto(folder.resolve("m2"));
        Files.writeString(jar, "not a jar");
        try (ArtifactServer server = ArtifactServer.sending(Files.readAllBytes(fake.jar()))) {
            assertThat(obtain(server.repository())).contains(installation("download"));
        }
        assertThat(report.text()).contains(jar + ": checksum mismatch");
        assertThat(jar).hasContent("not a jar");
    }

    @Test
    void a_damaged_cache_is_made_again() throws IOException {
        fake.installInto(folder.resolve("m2"));
        obtain(null);
        Files.delete(root().resolve("lib/libLLVM.so.20.1"));
        assertThat(obtain(null)).contains(installation("local repository"));
        assertThat(root().resolve("lib/libLLVM.so.20.1")).exists();
    }

    @Test
    void a_download_with_a_wrong_checksum_is_reported_and_leaves_no_file() throws IOException {
        byte[] damaged = Files.readAllBytes(fake.jar());
        damaged[damaged.length / 2] ^= 1;
        try (ArtifactServer server = ArtifactServer.sending(damaged)) {
            assertThat(obtain(server.repository())).isEmpty();
            assertThat(report.text()).contains(server.repository() + "/" + fake.artifact().repositoryPath()
                    + ": checksum mismatch: SHA-256 should be " + fake.artifact().checksum().hex());
        }
        assertThat(FakeArtifact.files(folder.resolve("cache"))).containsExactly("llvm-20.1.7-1.5.12-linux-test.lock");
    }

    @Test
    void a_truncated_download_is_reported_and_leaves_no_file() throws IOException {
        byte[] jar = Files.readAllBytes(fake.jar());
        try (ArtifactServer server = ArtifactServer.sending(Arrays.copyOf(jar, jar.length / 2))) {
            assertThat(obtain(server.repository())).isEmpty();
        }
        assertThat(report.text()).contains("checksum mismatch").contains("nothing of it was kept");
        assertThat(FakeArtifact.files(folder.resolve("cache"))).containsExactly("llvm-20.1.7-1.5.12-linux-test.lock");
    }

    @Test
    void offline_asks_no_server_and_makes_no_folder() throws IOException {
        try (ArtifactServer server = ArtifactServer.sending(new byte[0])) {
            LibclangLocator.Options options = FakeArtifact.options(folder, server.repository(), progress)
                    .withOffline(true);
            assertThat(new BundledLibclang(fake.artifact(), options).obtain(report)).isEmpty();
            assertThat(server.requests).isEmpty();
        }
        assertThat(report.text()).contains("not downloaded: offline");
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void a_huge_artifact_is_never_downloaded_unasked_but_taken_from_the_local_repository() throws IOException {
        LibclangArtifact huge = new LibclangArtifact("linux-test", fake.artifact().checksum(), "libclang.so",
                Map.of("libLLVM.so", "libLLVM.so.20.1"), 904);
        try (ArtifactServer server = ArtifactServer.sending(Files.readAllBytes(fake.jar()))) {
            LibclangLocator.Options options = FakeArtifact.options(folder, server.repository(), progress);
            assertThat(new BundledLibclang(huge, options).obtain(report)).isEmpty();
            assertThat(server.requests).isEmpty();
            assertThat(report.text()).contains("not downloaded unasked, it has 904 MB; ask with: mvn dependency:get "
                    + "-Dtransitive=false -Dartifact=org.bytedeco:llvm:20.1.7-1.5.12:jar:linux-test");

            fake.installInto(folder.resolve("m2"));
            assertThat(new BundledLibclang(huge, options).obtain(report)).contains(installation("local repository"));
        }
    }

    @Test
    void a_cache_that_cannot_be_made_is_reported_with_the_way_out() throws IOException {
        fake.installInto(folder.resolve("m2"));
        Files.writeString(folder.resolve("cache"), "a file in the way");
        assertThat(obtain(null)).isEmpty();
        assertThat(report.text()).contains(folder.resolve("cache") + ": ").contains("FFIGEN_CACHE names another");
    }

    @Test
    void two_threads_of_one_process_make_one_download() throws Exception {
        try (ArtifactServer server = ArtifactServer.sending(Files.readAllBytes(fake.jar()))) {
            List<String> origins = new CopyOnWriteArrayList<>();
            Runnable obtain = () -> origins.add(new BundledLibclang(fake.artifact(),
                    FakeArtifact.options(folder, server.repository(), progress)).obtain(new SearchReport())
                    .map(LibclangInstallation::origin)
                    .orElse("none"));
            Thread first = Thread.ofPlatform().start(obtain);
            Thread second = Thread.ofPlatform().start(obtain);
            first.join();
            second.join();
            assertThat(origins).containsExactlyInAnyOrder("download", "cache");
            assertThat(server.requests).hasSize(1);
        }
    }

    private Optional<LibclangInstallation> obtain(URI remote) {
        return new BundledLibclang(fake.artifact(), FakeArtifact.options(folder, remote, progress)).obtain(report);
    }

    private LibclangInstallation installation(String origin) {
        return new LibclangInstallation(root().resolve("lib/libclang.so"), root().resolve("lib/clang/20"), origin);
    }

    private Path root() {
        return folder.resolve("cache/llvm-20.1.7-1.5.12-linux-test");
    }
}
