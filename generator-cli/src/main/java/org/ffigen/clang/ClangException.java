package org.ffigen.clang;

/** libclang gave an error code in place of a translation unit. */
public final class ClangException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean crash;

    /** @param code a {@code CXErrorCode} */
    ClangException(int code) {
        super(switch (code) {
            case 2 -> "libclang crashed";
            case 3 -> "libclang refuses its arguments";
            case 4 -> "libclang cannot read a precompiled header";
            default -> "libclang cannot parse this at all";
        });
        crash = code == 2;
    }

    /** Whether libclang itself went wrong, and not its arguments. */
    public boolean isCrash() {
        return crash;
    }
}
