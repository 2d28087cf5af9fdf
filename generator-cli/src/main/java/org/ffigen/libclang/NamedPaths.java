package org.ffigen.libclang;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Paths that the environment names. Not each text is one: with {@code LC_ALL=C} no path has letters beyond ASCII.
 */
final class NamedPaths {

    private NamedPaths() {
    }

    /**
     * A path that the user means.
     *
     * @param name of the variable or property
     * @throws IllegalArgumentException if it is none; the message is for the user
     */
    static Path of(String name, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("%s is no path here: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** A path that is only a default. */
    static Optional<Path> ifAny(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The user's home; the working directory if that is no path. */
    static Path home() {
        return ifAny(System.getProperty("user.home")).orElseGet(() -> Path.of("").toAbsolutePath());
    }
}
