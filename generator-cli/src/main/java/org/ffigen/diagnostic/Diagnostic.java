package org.ffigen.diagnostic;

import java.util.Optional;

/**
 * One thing to tell the user.
 *
 * @param place where in the input it is
 * @param hint what to do about it
 */
public record Diagnostic(DiagnosticCode code, Severity severity, String message, Optional<Place> place,
        Optional<String> hint) {

    /** How bad it is. */
    public enum Severity {
        NOTE, WARNING, ERROR
    }

    /**
     * A place in a source file.
     *
     * @param line from 1
     * @param column from 1, in characters
     * @param text the source line
     */
    public record Place(String file, int line, int column, String text) {}

    public static Diagnostic error(DiagnosticCode code, String message, String hint) {
        return new Diagnostic(code, Severity.ERROR, message, Optional.empty(), Optional.of(hint));
    }
}
