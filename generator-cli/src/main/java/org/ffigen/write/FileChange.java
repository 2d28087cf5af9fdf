package org.ffigen.write;

import java.nio.file.Path;

/**
 * What a run does to a file.
 *
 * @param path absolute
 * @param before the text that is there, empty if there is none
 * @param after the text that will be there, empty if it goes
 * @param role what the file is
 */
public record FileChange(Path path, Kind kind, String before, String after, PlannedFile.Role role) {

    /** How the file changes. */
    public enum Kind {
        ADDED, CHANGED, UNCHANGED, DELETED;

        /** Whether there is anything to do. */
        public boolean isDifference() {
            return this != UNCHANGED;
        }
    }
}
