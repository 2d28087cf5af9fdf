package org.ffigen.libclang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A file that is named like libclang.
 *
 * @param library the path under which it was found
 * @param realLibrary where its symbolic links lead
 * @param version LLVM's major version as far as names tell it
 */
record LibraryCandidate(Path library, Path realLibrary, OptionalInt version) {
    /** Newest first; those whose version only they themselves know come last. */
    static final Comparator<LibraryCandidate> NEWEST_FIRST = Comparator
            .comparingInt((LibraryCandidate candidate) -> candidate.version.orElse(-1))
            .reversed();

    /** libclang under the names that distributions give it; not libclang-cpp, libclangAST... */
    private static final Pattern NAME = Pattern
            .compile("libclang(-\\d+(\\.\\d+)*)?\\.(so(\\.\\d+)*|dylib|dll)");

    private static final Comparator<String> PLAINEST_FIRST = Comparator.comparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    static LibraryCandidate of(Path library) throws IOException {
        Path realLibrary = library.toRealPath();
        return new LibraryCandidate(library, realLibrary, LibclangVersion.fromNames(library, realLibrary));
    }

    /** The libraries in one folder, each once under its plainest name; broken links go to the report. */
    static List<LibraryCandidate> in(Path folder, OperatingSystem system, SearchReport report) {
        // File.list is several times as fast as a DirectoryStream, and these folders are large.
        String[] names = folder.toFile().list();
        if (names == null) {
            report.failed(folder, Files.isDirectory(folder) ? "cannot be read" : "does not exist");
            return List.of();
        }
        List<String> libraries = Arrays.stream(names)
                .filter(name -> name.startsWith("libclang") && name.contains(system.librarySuffix())
                        && NAME.matcher(name).matches())
                .sorted(PLAINEST_FIRST)
                .toList();
        if (libraries.isEmpty()) {
            report.failed(folder, "has no libclang");
        }
        Map<Path, LibraryCandidate> byRealFile = new LinkedHashMap<>();
        for (String name : libraries) {
            Path library = folder.resolve(name);
            try {
                LibraryCandidate candidate = of(library);
                byRealFile.putIfAbsent(candidate.realLibrary, candidate);
            } catch (IOException e) {
                report.failed(library, "is a broken link");
            }
        }
        return List.copyOf(byRealFile.values());
    }

    /**
     * This library with its resource headers.
     *
     * @param root the root of the file system, for the places that distributions share
     * @throws IOException if it is too old, cannot tell its version, or has no headers; the message says which
     */
    LibclangInstallation installation(Path root, String origin) throws IOException {
        int major = version.isPresent() ? version.getAsInt() : ClangVersionQuery.major(library);
        if (major < LibclangVersion.OLDEST) {
            throw new IOException("version " + major + " is older than " + LibclangVersion.OLDEST);
        }
        List<Path> places = ResourceHeaders.places(library, realLibrary, major, root);
        Path resourceDirectory = ResourceHeaders.find(places, major)
                .orElseThrow(() -> new IOException(
                        "its resource headers (stddef.h of clang " + major + ") are in none of " + places
                                + "; Debian has them in libclang-common-" + major + "-dev"));
        return new LibclangInstallation(library, resourceDirectory, origin);
    }
}
