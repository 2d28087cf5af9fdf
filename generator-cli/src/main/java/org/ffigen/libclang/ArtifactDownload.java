package org.ffigen.libclang;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One file over HTTP, checked while it comes. Either the whole file with the right checksum is there afterwards, or
 * nothing is.
 *
 * @param source where the file is
 * @param target where to put it
 * @param checksum what it must hash to
 * @param what what the progress messages call it
 * @param progress takes one line at a time, on any thread
 * @param patience how long nothing may come before the download fails
 */
record ArtifactDownload(URI source, Path target, Checksum checksum, String what, Consumer<String> progress,
        Duration patience) {
    private static final int HTTP_OK = 200;
    private static final long POLL_MILLIS = 250;

    /**
     * Downloads; deletes what came if it is not what it should be.
     *
     * @throws IOException if the server cannot be reached, refuses, stalls or sends something else
     */
    void run() throws IOException {
        MessageDigest digest = checksum.newDigest();
        boolean complete = false;
        try (DownloadSink sink = new DownloadSink(target, digest, new DownloadProgress(what, -1, progress))) {
            receive(sink);
            checksum.verify(digest);
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(target);
            }
        }
    }

    private void receive(DownloadSink sink) throws IOException {
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(source).build();
        } catch (IllegalArgumentException e) {
            throw new IOException("not an HTTP address: " + e.getMessage(), e);
        }
        // HTTP/1.1: one file over one connection gains nothing from HTTP/2.
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build()) {
            CompletableFuture<HttpResponse<Void>> exchange = client.sendAsync(request, into(sink));
            try {
                int status = await(exchange, sink).statusCode();
                if (status != HTTP_OK) {
                    throw new IOException("the server answered with HTTP status " + status);
                }
            } finally {
                exchange.cancel(true);
                client.shutdownNow();
            }
        }
    }

    private BodyHandler<Void> into(DownloadSink sink) {
        return response -> {
            if (response.statusCode() != HTTP_OK) {
                return BodySubscribers.replacing(null);
            }
            long length = response.headers().firstValueAsLong("content-length").orElse(-1);
            sink.reportTo(new DownloadProgress(what, length, progress));
            return BodySubscribers.ofByteArrayConsumer(sink);
        };
    }

    /** The client's own timeout ends with the headers, so a stalled body is watched for here. */
    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> exchange, DownloadSink sink)
            throws IOException {
        while (true) {
            try {
                return exchange.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (sink.idleNanos() > patience.toNanos()) {
                    throw new IOException("nothing came for " + patience.toSeconds() + " seconds", e);
                }
            } catch (ExecutionException e) {
                throw new IOException(FailureReason.of(e.getCause()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
