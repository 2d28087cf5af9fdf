package org.ffigen.cli;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.java.RenderException;

/** What is said of an exception that no stage turned into diagnostics. */
final class UnexpectedFailure {

    private UnexpectedFailure() {
    }

    static Diagnostic diagnostic(Throwable thrown) {
        return switch (thrown) {
            case RenderException e -> new Diagnostic(DiagnosticCode.TEMPLATE, Diagnostic.Severity.ERROR,
                    e.getMessage(), Optional.empty(),
                    Optional.of("a template given with --templates must use the names of its record"));
            case UncheckedIOException e -> internal(e.getCause());
            case OutOfMemoryError e -> Diagnostic.error(DiagnosticCode.INTERNAL, "out of memory",
                    "give the JVM more with FFIGEN_JAVA_OPTIONS=-Xmx2g");
            default -> internal(thrown);
        };
    }

    private static Diagnostic internal(Throwable thrown) {
        return Diagnostic.error(DiagnosticCode.INTERNAL, thrown.toString(),
                "this is a bug in ffigen; --verbose shows where, please report it with the header");
    }
}
