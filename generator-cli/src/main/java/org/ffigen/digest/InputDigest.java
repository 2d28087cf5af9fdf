package org.ffigen.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** SHA-256 of what a run depends on, in lower-case hexadecimal. */
public final class InputDigest {

    private static final Set<String> WITHOUT_INFLUENCE = Set.of("--if-changed", "--verbose", "--offline", "--check",
            "--format");

    private InputDigest() {
    }

    /**
     * The digest of a request: its arguments joined by NUL, without those that have no influence on what is generated
     * ({@code --if-changed}, {@code --verbose}, {@code --offline}, {@code --check}, {@code --format}).
     */
    public static String ofArguments(List<String> arguments) {
        List<String> counted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                counted.addAll(arguments.subList(i, arguments.size()));
                break;
            }
            if (argument.equals("--format")) {
                i++;
            } else if (!WITHOUT_INFLUENCE.contains(argument) && !argument.startsWith("--format=")) {
                counted.add(argument);
            }
        }
        return ofText(String.join("\0", counted));
    }

    /** The digest of a text's UTF-8 bytes. */
    public static String ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of bytes. */
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
