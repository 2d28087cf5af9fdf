package org.ffigen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this generator, as the build wrote it into a resource. */
public final class GeneratorVersion {

    private static final String RESOURCE = "version.txt";

    private GeneratorVersion() {
    }

    /** For example {@code 0.1.0}. */
    public static String current() {
        try (InputStream in = GeneratorVersion.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
