package org.ffigen.parse;

import java.nio.file.Path;

/**
 * A file that was read.
 *
 * @param path absolute
 * @param name as a user would include it
 * @param digest the SHA-256 of what clang read, which may have been replaced since
 */
public record Inclusion(Path path, String name, Role role, String digest) {

    /** Whose file it is. */
    public enum Role {
        /** The library's, see {@link OwnHeaders}. */
        OWN,
        /** Anybody else's. */
        SYSTEM,
        /** One of the headers that clang itself brings along. */
        RESOURCE
    }
}
