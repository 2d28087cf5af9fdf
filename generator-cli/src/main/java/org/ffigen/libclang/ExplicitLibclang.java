package org.ffigen.libclang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The libclang that the user named. If it does not serve, that is an error: nothing else is taken in its place.
 *
 * @param platform the machine
 * @param root the root of the file system, for resource headers in the places that distributions share
 */
record ExplicitLibclang(Platform platform, Path root) {
    /**
     * Resolves what the user gave.
     *
     * @param given the library, its folder, or the folder of an LLVM installation
     * @param origin the option or variable that names it
     * @throws LibclangNotFoundException if it is not there, is too old, or has no resource headers
     */
    LibclangInstallation resolve(Path given, String origin) throws LibclangNotFoundException {
        Path path = given.toAbsolutePath().normalize();
        SearchReport report = new SearchReport();
        for (LibraryCandidate candidate : candidates(path, report)) {
            try {
                return candidate.installation(root, origin);
            } catch (IOException e) {
                report.failed(candidate.library(), FailureReason.of(e));
            }
        }
        throw new LibclangNotFoundException(origin + " names " + path + ", which does not serve as libclang:\n"
                + report.text() + "Name a libclang " + LibclangVersion.OLDEST
                + " or newer, its folder, or the folder of an LLVM that holds one.");
    }

    private List<LibraryCandidate> candidates(Path path, SearchReport report) {
        if (!Files.isDirectory(path)) {
            try {
                return List.of(LibraryCandidate.of(path));
            } catch (IOException e) {
                report.failed(path, "does not exist");
                return List.of();
            }
        }
        List<LibraryCandidate> candidates = new ArrayList<>();
        for (String folder : new String[]{"", "lib", "lib64", "bin"}) {
            candidates.addAll(LibraryCandidate.in(path.resolve(folder), platform.system(), report));
        }
        candidates.sort(LibraryCandidate.NEWEST_FIRST);
        return candidates;
    }
}
