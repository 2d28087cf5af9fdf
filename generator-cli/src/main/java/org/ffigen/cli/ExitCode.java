package org.ffigen.cli;

import java.util.List;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;

/** How the process ends. The numbers are stable: scripts rely on them. */
public enum ExitCode {
    OK(0, "done"),
    OUT_OF_DATE(1, "--check: what is there differs from what would be generated"),
    USAGE(2, "the command line is wrong, or a rule given there or in the config"),
    INPUT(3, "a header, manifest or config is missing or wrong"),
    OUTPUT(4, "a file cannot be written, or is not ours to replace"),
    ENVIRONMENT(5, "something this machine has to offer is missing, such as libclang"),
    INTERNAL(70, "a bug in ffigen");

    private final int status;
    private final String meaning;

    ExitCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    /** The status of the process. */
    public int status() {
        return status;
    }

    /** One line for the help text. */
    public String meaning() {
        return meaning;
    }

    /** The status for a run that ended with these diagnostics: the first error decides. */
    public static ExitCode of(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
                .findFirst()
                .map(d -> of(d.code().kind()))
                .orElse(OK);
    }

    private static ExitCode of(DiagnosticCode.Kind kind) {
        return switch (kind) {
            case USAGE -> USAGE;
            case INPUT -> INPUT;
            case OUTPUT -> OUTPUT;
            case CHECK -> OUT_OF_DATE;
            case ENVIRONMENT -> ENVIRONMENT;
            case INTERNAL -> INTERNAL;
        };
    }
}
