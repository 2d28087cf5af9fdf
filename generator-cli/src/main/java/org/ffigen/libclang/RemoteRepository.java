package org.ffigen.libclang;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The Maven repository to download from. */
final class RemoteRepository {
    /** The variable that names a mirror. */
    static final String VARIABLE = "FFIGEN_MAVEN_REPOSITORY";

    /** Written by the build, from the address of Maven Central that Maven itself has. */
    private static final String DEFAULT = "maven-central.properties";

    private RemoteRepository() {
    }

    /**
     * {@code FFIGEN_MAVEN_REPOSITORY}, else Maven Central; empty in a build that was not told where that is.
     *
     * @throws IllegalArgumentException if the variable is no URI; the message is for the user
     */
    static Optional<URI> choose(Map<String, String> environment) {
        String mirror = environment.getOrDefault(VARIABLE, "");
        try {
            return mirror.isBlank() ? readDefault() : Optional.of(URI.create(mirror.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s is no address: %s".formatted(VARIABLE, e.getMessage()), e);
        }
    }

    /** The address of a file of a repository. */
    static URI file(URI repository, String path) {
        String base = repository.toString();
        return URI.create(base.endsWith("/") ? base + path : base + "/" + path);
    }

    /** The address without a password that it may contain, for messages. */
    static String display(URI address) {
        return address.getRawUserInfo() == null
                ? address.toString()
                : address.toString().replace(address.getRawUserInfo() + "@", "");
    }

    private static Optional<URI> readDefault() {
        try (InputStream in = RemoteRepository.class.getResourceAsStream(DEFAULT)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return Optional.ofNullable(properties.getProperty("url")).map(URI::create);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
