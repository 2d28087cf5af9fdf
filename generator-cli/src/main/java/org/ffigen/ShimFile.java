package org.ffigen;

import java.nio.file.Path;
import java.util.Objects;
import org.ffigen.shim.Shims;

/**
 * The C file that makes callable what no library exports.
 *
 * @param path where it goes
 * @param library the name the loader will know the library by that it is compiled to; empty means the default
 */
public record ShimFile(Path path, String library) {

    /** The file's name, for its first lines; empty of the root of a file system, which nobody can write. */
    String name() {
        return Objects.toString(path.getFileName(), "");
    }

    /** The library's name: as given, or {@code z-shims} for {@code z}. */
    public String libraryFor(String bound) {
        return library.isEmpty() ? Shims.defaultLibrary(bound) : library;
    }
}
