package org.ffigen.maven.fork;

import java.util.Optional;

/**
 * How a run of the generator ended.
 *
 * @param status its exit status; 128 and the signal's number if a signal ended it
 * @param crash the JVM's own report, if it crashed and could write one
 */
public record GeneratorResult(int status, Optional<CrashReport> crash) {

    private static final int SIGNALLED = 128;
    private static final int LAST_SIGNAL = 64;

    /** Whether the bindings were generated. */
    public boolean isSuccess() {
        return status == 0;
    }

    /** The signal that ended it. On Windows there are none. */
    public Optional<Integer> signal() {
        return status > SIGNALLED && status <= SIGNALLED + LAST_SIGNAL
                ? Optional.of(status - SIGNALLED)
                : Optional.empty();
    }

    /** Whether it was ended by the system rather than ending itself. */
    public boolean isCrash() {
        // Windows reports an exception's code, 0xC0000005 for one, which is negative as an int.
        return signal().isPresent() || crash.isPresent() || status < 0;
    }
}
