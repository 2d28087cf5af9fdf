package org.ffigen.runtime;

/** Bindings were generated for another version of this runtime. The message names both, and what to do. */
public final class IncompatibleRuntimeError extends LinkageError {
    private static final long serialVersionUID = 1L;

    IncompatibleRuntimeError(String message) {
        super(message);
    }
}
