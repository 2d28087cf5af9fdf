package org.ffigen.libclang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ArtifactDownloadTest {
    private static final byte[] BODY = new byte[3 << 20];
    private static final Checksum CHECKSUM;

    static {
        new Random(7).nextBytes(BODY);
        CHECKSUM = Checksum.sha256(HexFormat.of().formatHex(Checksum.sha256("").newDigest().digest(BODY)));
    }

    @TempDir
    Path folder;

    private final List<String> progress = new CopyOnWriteArrayList<>();

    @Test
    void writes_the_file_and_reports_each_5_percent_once() throws IOException {
        try (ArtifactServer server = ArtifactServer.sending(BODY)) {
            download(server.repository(), CHECKSUM).run();
        }
        assertThat(target()).hasBinaryContent(BODY);
        assertThat(progress).hasSizeBetween(2, 20)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.startsWith("fake: "))
                .endsWith("fake: 100% (3.0 of 3.0 MB)");
    }

    @Test
    void a_body_of_unknown_length_arrives_too() throws IOException {
        try (ArtifactServer server = new ArtifactServer((exchange, number) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(BODY);
        })) {
            download(server.repository(), CHECKSUM).run();
        }
        assertThat(target()).hasBinaryContent(BODY);
    }

    @Test
    void follows_a_redirect() throws IOException {
        try (ArtifactServer server = new ArtifactServer((exchange, number) -> {
            if (number == 1) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(302, -1);
            } else {
                ArtifactServer.send(exchange, BODY);
            }
        })) {
            download(server.repository(), CHECKSUM).run();
            assertThat(server.requests).containsExactly("/maven2", "/elsewhere");
        }
        assertThat(target()).hasBinaryContent(BODY);
    }

    @Test
    void a_wrong_checksum_is_named_with_both_hashes_and_nothing_stays() throws IOException {
        Checksum other = Checksum.sha256("00" + CHECKSUM.hex().substring(2));
        try (ArtifactServer server = ArtifactServer.sending(BODY)) {
            assertThatThrownBy(download(server.repository(), other)::run).isInstanceOf(IOException.class)
                    .hasMessage("checksum mismatch: SHA-256 should be " + other.hex() + ", is " + CHECKSUM.hex());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_truncated_body_is_an_error_and_nothing_stays() throws IOException {
        CountDownLatch open = new CountDownLatch(0);
        try (ArtifactServer server = new ArtifactServer(
                (exchange, number) -> ArtifactServer.sendHalf(exchange, BODY, open))) {
            assertThatThrownBy(download(server.repository(), CHECKSUM)::run).isInstanceOf(IOException.class)
                    .hasMessageContaining("received");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_stalled_body_is_given_up() throws IOException {
        CountDownLatch stalled = new CountDownLatch(1);
        try (ArtifactServer server = new ArtifactServer(
                (exchange, number) -> ArtifactServer.sendHalf(exchange, BODY, stalled))) {
            ArtifactDownload impatient = new ArtifactDownload(server.repository(), target(), CHECKSUM, "fake",
                    progress::add, Duration.ofSeconds(1));
            assertThatThrownBy(impatient::run).isInstanceOf(IOException.class).hasMessage("nothing came for 1 seconds");
            stalled.countDown();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_full_disk_is_an_error_and_nothing_stays() throws IOException {
        Files.createSymbolicLink(target(), Path.of("/dev/full"));
        try (ArtifactServer server = ArtifactServer.sending(BODY)) {
            assertThatThrownBy(download(server.repository(), CHECKSUM)::run).isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_refusal_names_the_status() throws IOException {
        try (ArtifactServer server = new ArtifactServer(
                (exchange, number) -> exchange.sendResponseHeaders(404, -1))) {
            assertThatThrownBy(download(server.repository(), CHECKSUM)::run)
                    .hasMessage("the server answered with HTTP status 404");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_server_that_is_not_there_is_an_error_with_a_reason() throws IOException {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = socket.getLocalPort();
        }
        assertThatThrownBy(download(URI.create("http://127.0.0.1:" + freePort), CHECKSUM)::run)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Connect");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_address_that_is_not_http_is_an_error() {
        assertThatThrownBy(download(URI.create("ftp://localhost/x"), CHECKSUM)::run).isInstanceOf(IOException.class)
                .hasMessageContaining("not an HTTP address");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_interrupt_ends_it_and_stays_set() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        List<String> outcome = new CopyOnWriteArrayList<>();
        try (ArtifactServer server = new ArtifactServer(
                (exchange, number) -> ArtifactServer.sendHalf(exchange, BODY, stalled))) {
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    new ArtifactDownload(server.repository(), target(), CHECKSUM, "fake", progress::add,
                            Duration.ofMinutes(5)).run();
                } catch (IOException e) {
                    outcome.add(e.getMessage() + " " + Thread.currentThread().isInterrupted());
                }
            });
            while (progress.isEmpty()) {
                Thread.sleep(10);
            }
            thread.interrupt();
            thread.join();
            stalled.countDown();
        }
        assertThat(outcome).containsExactly("interrupted true");
        assertThat(Files.exists(target())).isFalse();
    }

    private ArtifactDownload download(URI source, Checksum checksum) {
        return new ArtifactDownload(source, target(), checksum, "fake", progress::add, Duration.ofSeconds(30));
    }

    private Path target() {
        return folder.resolve("target.jar");
    }
}
