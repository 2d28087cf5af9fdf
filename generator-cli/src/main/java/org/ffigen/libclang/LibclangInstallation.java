package org.ffigen.libclang;

import java.nio.file.Path;

/**
 * A libclang to load, and the headers that clang itself brings along.
 *
 * @param library the shared library, an absolute path
 * @param resourceDirectory the directory that contains {@code include/stddef.h}; clang takes it as
 *        {@code -resource-dir}
 * @param origin where it was found: {@code "--libclang"}, {@code "FFIGEN_LIBCLANG"}, {@code "system"},
 *        {@code "cache"}, {@code "local repository"} or {@code "download"}
 */
public record LibclangInstallation(Path library, Path resourceDirectory, String origin) {
    /**
     * The directory that contains {@code clang-c/Index.h}. Only an installation made from the Maven artifact
     * ({@link LibclangLocator#bundled}) promises that it exists.
     *
     * @return {@code include}, beside the library's directory
     */
    public Path includeDirectory() {
        return library.resolveSibling("..").resolve("include").normalize();
    }
}
