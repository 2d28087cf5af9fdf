package org.ffigen.write;

import java.nio.file.Path;

/**
 * A file as it is to be.
 *
 * @param path absolute
 * @param text written as UTF-8
 * @param role what it is
 */
public record PlannedFile(Path path, String text, Role role) {

    /** What a file is; it decides whether it can be told to be ours and whether a check compares it. */
    public enum Role {
        SOURCE("--out, --package or --class"), MANIFEST("--manifest or --out"), SHIMS("--shims"), NAMES("--names"),
        /** Holds facts about the machine, so that a check on another machine must not compare it. */
        INPUTS("--manifest or --out");

        private final String options;

        Role(String options) {
            this.options = options;
        }

        /** The options that say where it goes. */
        String options() {
            return options;
        }
    }
}
