package org.ffigen.diagnostic;

/** The stable codes of diagnostics; {@code docs/diagnostics.md} has a section for each, under its {@link #id}. */
public enum DiagnosticCode {
    HEADER_NOT_FOUND(1, Kind.INPUT), INCLUDE_NOT_FOUND(2, Kind.INPUT), C_SYNTAX(3, Kind.INPUT),
    C_WARNING(4, Kind.INPUT), INVALID_PACKAGE(5, Kind.USAGE), INVALID_CLASS(6, Kind.USAGE),
    OUTPUT_NOT_WRITABLE(7, Kind.OUTPUT), OUTPUT_NOT_OURS(8, Kind.OUTPUT), OUT_OF_DATE(9, Kind.CHECK),
    LIBCLANG_NOT_FOUND(10, Kind.ENVIRONMENT), LIBCLANG_CRASHED(11, Kind.ENVIRONMENT),
    INVALID_MANIFEST(12, Kind.INPUT), INVALID_OPTION(13, Kind.USAGE), NOTHING_BOUND(14, Kind.INPUT),
    TEMPLATE(15, Kind.INPUT), INTERNAL(16, Kind.INTERNAL),
    /** Said by the launcher script. */
    JAVA_NOT_FOUND(17, Kind.ENVIRONMENT),
    STALE_FILE_KEPT(18, Kind.OUTPUT), INVALID_CONFIG(19, Kind.INPUT),
    INVALID_PATTERN(20, Kind.USAGE), NOTHING_MATCHES(21, Kind.USAGE), INVALID_RENAME(22, Kind.USAGE),
    INVALID_RULE(23, Kind.USAGE);

    /** Which exit status an error of this code leads to. */
    public enum Kind {
        USAGE, INPUT, OUTPUT, CHECK, ENVIRONMENT, INTERNAL
    }

    private final int number;
    private final Kind kind;

    DiagnosticCode(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    /** {@code FFI0001}. */
    public String id() {
        return "FFI" + Integer.toString(10_000 + number).substring(1);
    }

    public Kind kind() {
        return kind;
    }
}
