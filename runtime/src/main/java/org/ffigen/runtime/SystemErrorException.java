package org.ffigen.runtime;

/**
 * A call failed, as its result said by the rule that the config names for it, and the system's error code tells why:
 * {@code errno}, or on Windows {@code GetLastError()}, as it was when the call returned. Immutable.
 */
public final class SystemErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String function;
    private final int code;
    private final String symbol;

    SystemErrorException(String function, int code, String symbol, String text) {
        super(function + ": " + symbol + " (" + code + ")" + (text.isEmpty() ? "" : ": " + text));
        this.function = function;
        this.code = code;
        this.symbol = symbol;
    }

    /**
     * The C function that failed.
     *
     * @return its name in C
     */
    public String function() {
        return function;
    }

    /**
     * The system's error code.
     *
     * @return the value of {@code errno}, or on Windows what {@code GetLastError()} gives
     */
    public int code() {
        return code;
    }

    /**
     * The code's name on this system.
     *
     * @return such as {@code ENOENT} or {@code ERROR_FILE_NOT_FOUND}; the number where it has no name known here
     */
    public String symbol() {
        return symbol;
    }
}
