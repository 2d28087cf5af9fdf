package org.ffigen.maven.uptodate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 in lower-case hexadecimal digits. */
final class Sha256 {

    private Sha256() {
    }

    static String of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /** Of the words in UTF-8, a NUL between each two. */
    static String of(List<String> words) {
        return of(String.join("\0", words).getBytes(StandardCharsets.UTF_8));
    }

    private static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
