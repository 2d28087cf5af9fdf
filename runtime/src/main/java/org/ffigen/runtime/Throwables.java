package org.ffigen.runtime;

/** What to do with the Throwable that every method handle says it throws. Stateless: safe for any thread. */
final class Throwables {
    private Throwables() {
    }

    /** Throws it as it is if it is unchecked, else inside an AssertionError. Never returns. */
    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throw new AssertionError("a native call led to a checked exception", thrown);
    }
}
