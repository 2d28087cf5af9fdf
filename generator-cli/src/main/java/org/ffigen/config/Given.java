package org.ffigen.config;

import java.util.Optional;
import org.ffigen.diagnostic.Diagnostic;

/**
 * A text that the user gave: a pattern, a name, a piece of C.
 *
 * @param by what it was given by: an option such as {@code --include}, or a key of the config such as {@code include}
 * @param place where it is in the config; empty if it came from the command line
 */
public record Given(String text, String by, Optional<Diagnostic.Place> place) {

    /** A value of a command-line option. */
    public static Given option(String option, String text) {
        return new Given(text, option, Optional.empty());
    }

    /** How a message refers to it: {@code --include 'foo*'}. */
    public String shown() {
        return by + " '" + text + "'";
    }
}
