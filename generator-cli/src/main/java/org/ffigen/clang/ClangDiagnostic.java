package org.ffigen.clang;

/** What clang has to say about the source. */
public record ClangDiagnostic(Severity severity, String message, ClangLocation location) {

    /** In libclang's order. */
    public enum Severity {
        IGNORED, NOTE, WARNING, ERROR, FATAL
    }

    public boolean isError() {
        return severity.compareTo(Severity.ERROR) >= 0;
    }
}
