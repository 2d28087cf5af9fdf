package org.ffigen.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** SHA-256 of files, in lower-case hexadecimal. Stateless: safe for any thread. */
final class FileDigest {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private FileDigest() {
    }

    static String checked(String sha256) {
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in 64 hexadecimal digits: " + sha256);
        }
        return sha256;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Refuses a file whose content is none of these; any is good if there are none.
     *
     * @param shown the file in messages
     */
    static void check(Path file, String shown, List<String> allowed) {
        if (allowed.isEmpty()) {
            return;
        }
        String actual;
        try {
            actual = of(file);
        } catch (IOException unreadable) {
            throw new LibraryDeniedException("cannot check the pinned library " + shown + ": " + unreadable);
        }
        if (!allowed.contains(actual)) {
            throw new LibraryDeniedException("the library " + shown + " is not the one that was pinned: its SHA-256 is "
                    + actual + ", not " + String.join(" or ", allowed));
        }
    }
}
