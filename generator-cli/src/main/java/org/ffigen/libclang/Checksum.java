package org.ffigen.libclang;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file's bytes must hash to.
 *
 * @param algorithm a name that every JDK knows: {@code SHA-256} or {@code SHA-1}
 * @param hex the expected hash, in lower-case hexadecimal digits
 */
record Checksum(String algorithm, String hex) {
    private static final int BUFFER_BYTES = 1 << 16;

    static Checksum sha256(String hex) {
        return new Checksum("SHA-256", hex);
    }

    static Checksum sha1(String hex) {
        return new Checksum("SHA-1", hex);
    }

    MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws, with both hashes in the message, unless the digest of what was read is the expected one. */
    void verify(MessageDigest digest) throws IOException {
        String actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equals(hex)) {
            throw new IOException("checksum mismatch: " + algorithm + " should be " + hex + ", is " + actual);
        }
    }

    /** Reads the whole file; throws as {@link #verify(MessageDigest)} does. */
    void verify(Path file) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        verify(digest);
    }
}
