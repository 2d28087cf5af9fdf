package org.ffigen.runtime;

/** A library was loaded but lacks a function or variable. Only the callers of that one are concerned. */
public final class MissingSymbolError extends UnsatisfiedLinkError {
    private static final long serialVersionUID = 1L;

    MissingSymbolError(String message) {
        super(message);
    }
}
