package org.ffigen.libclang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the headers that belong to a libclang: {@code clang/N} or {@code clang/N.x.y}, with stddef.h and the like. */
final class ResourceHeaders {
    private ResourceHeaders() {
    }

    /**
     * The folders {@code clang} that may hold the headers of a library, best first.
     *
     * @param library the path under which the library was found
     * @param realLibrary where its symbolic links lead
     * @param major LLVM's major version
     * @param root the root of the file system, for the places that distributions share
     */
    static List<Path> places(Path library, Path realLibrary, int major, Path root) {
        Set<Path> places = new LinkedHashSet<>();
        for (Path file : new Path[]{library, realLibrary}) {
            Path folder = file.toAbsolutePath().getParent();
            places.add(folder.resolve("clang"));
            places.add(folder.resolve("../lib/clang").normalize());
            places.add(folder.resolve("../lib64/clang").normalize());
        }
        places.add(root.resolve("usr/lib/llvm-" + major + "/lib/clang"));
        places.add(root.resolve("usr/lib/clang"));
        places.add(root.resolve("usr/lib64/clang"));
        return places.stream().filter(Files::isDirectory).toList();
    }

    /** The resource directory of that version, if one of the places has it. */
    static Optional<Path> find(List<Path> places, int major) {
        for (Path place : places) {
            Path plain = place.resolve(Integer.toString(major));
            if (hasHeaders(plain)) {
                return Optional.of(plain);
            }
            String[] versions = place.toFile().list((folder, name) -> name.startsWith(major + "."));
            Optional<Path> full = Arrays.stream(versions == null ? new String[0] : versions)
                    .sorted()
                    .map(place::resolve)
                    .filter(ResourceHeaders::hasHeaders)
                    .findFirst();
            if (full.isPresent()) {
                return full;
            }
        }
        return Optional.empty();
    }

    static boolean hasHeaders(Path resourceDirectory) {
        return FileTree.isNonEmptyFile(resourceDirectory.resolve("include/stddef.h"));
    }
}
