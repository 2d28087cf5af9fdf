package org.ffigen.libclang;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the chunks of a download: writes them, hashes them, and remembers when the last one came. */
final class DownloadSink implements Consumer<Optional<byte[]>>, AutoCloseable {
    private final OutputStream out;
    private final MessageDigest digest;
    private volatile DownloadProgress progress;
    private volatile long lastActivityNanos = System.nanoTime();
    private long bytes;

    DownloadSink(Path target, MessageDigest digest, DownloadProgress ofUnknownLength) throws IOException {
        this.out = Files.newOutputStream(target);
        this.digest = digest;
        this.progress = ofUnknownLength;
    }

    /** Tells whom to report to, once the length is known. */
    void reportTo(DownloadProgress ofKnownLength) {
        progress = ofKnownLength;
        lastActivityNanos = System.nanoTime();
    }

    @Override
    public void accept(Optional<byte[]> chunk) {
        lastActivityNanos = System.nanoTime();
        if (chunk.isEmpty()) {
            return;
        }
        try {
            out.write(chunk.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest.update(chunk.get());
        bytes += chunk.get().length;
        progress.reached(bytes);
    }

    long idleNanos() {
        return System.nanoTime() - lastActivityNanos;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
