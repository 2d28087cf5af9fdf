package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two JVMs that want the same place in the cache at once. */
@Timeout(120)
class TwoProcessesTest {
    @TempDir
    Path folder;

    private FakeArtifact fake;
    private byte[] jar;

    /** What each process runs: folder, repository, checksum. Prints the progress, then the origin or the report. */
    static final class FillCache {
        public static void main(String[] arguments) {
            SearchReport report = new SearchReport();
            LibclangLocator.Options options = new LibclangLocator.Options(Optional.empty(), false,
                    Path.of(arguments[0], "cache"), System.getenv(), System.out::println, Path.of(arguments[0], "m2"),
                    Optional.of(URI.create(arguments[1])));
            System.out.println(new BundledLibclang(FakeArtifact.artifact(arguments[2]), options).obtain(report)
                    .map(found -> "origin " + found.origin())
                    .orElseGet(report::text));
        }
    }

    @BeforeEach
    void makeArtifact() throws IOException {
        fake = FakeArtifact.in(folder);
        jar = Files.readAllBytes(fake.jar());
    }

    @Test
    void the_second_waits_with_a_message_and_uses_what_the_first_made() throws IOException {
        CountDownLatch secondWaits = new CountDownLatch(1);
        try (ArtifactServer server = new ArtifactServer((exchange, number) -> {
            ArtifactServer.sendHalf(exchange, jar, secondWaits);
            exchange.getResponseBody().write(jar, jar.length / 2, jar.length - jar.length / 2);
        });
                ChildJvm first = fillCache(server)) {
            first.awaitLine("% (");
            try (ChildJvm second = fillCache(server)) {
                second.awaitLine("Waiting for another process that is preparing libclang in " + folder);
                secondWaits.countDown();
                assertThat(first.finish()).last().isEqualTo("origin download");
                assertThat(second.finish()).last().isEqualTo("origin cache");
            }
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void a_killed_first_leaves_nothing_that_the_second_takes_for_whole() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (ArtifactServer server = new ArtifactServer((exchange, number) -> {
            if (number == 1) {
                ArtifactServer.sendHalf(exchange, jar, end);
            } else {
                ArtifactServer.send(exchange, jar);
            }
        });
                ChildJvm first = fillCache(server)) {
            first.awaitLine("% (");
            try (ChildJvm second = fillCache(server)) {
                second.awaitLine("Waiting for another process");
                first.kill();
                assertThat(second.finish()).last().isEqualTo("origin download");
            }
            end.countDown();
        }
        assertThat(FakeArtifact.files(folder.resolve("cache"))).hasSize(6).noneMatch(file -> file.contains(".part"));
    }

    private ChildJvm fillCache(ArtifactServer server) throws IOException {
        return new ChildJvm(FillCache.class, folder.toString(), server.repository().toString(),
                fake.artifact().checksum().hex());
    }
}
