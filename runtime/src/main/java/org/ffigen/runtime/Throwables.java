package org.ffigen.runtime;

/** What to do with the Throwable that every method handle says it throws. Stateless: safe for any thread. */
final class Throwables {
    private Throwables() {
    }

    /** Throws it as it is, also where it is checked: a callback's exception comes out unchanged. Never returns. */
    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException rethrow(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
