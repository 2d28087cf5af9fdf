package org.ffigen.libclang;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches the folders of the operating system's packages for the newest libclang that has its resource headers.
 *
 * @param platform the machine
 * @param root the root of the file system
 * @param environment the environment variables
 */
record SystemLibclang(Platform platform, Path root, Map<String, String> environment) {
    static final String ORIGIN = "system";

    /** The newest usable one; whatever did not serve goes to the report. Loads a library only if no name tells. */
    Optional<LibclangInstallation> find(SearchReport report) {
        List<LibraryCandidate> candidates = new ArrayList<>();
        for (Path folder : SystemFolders.of(platform, root, environment)) {
            candidates.addAll(LibraryCandidate.in(folder, platform.system(), report));
        }
        candidates.sort(LibraryCandidate.NEWEST_FIRST);
        for (LibraryCandidate candidate : candidates) {
            try {
                return Optional.of(candidate.installation(root, ORIGIN));
            } catch (IOException e) {
                report.failed(candidate.library(), FailureReason.of(e));
            }
        }
        return Optional.empty();
    }
}
