package org.ffigen.runtime;

/**
 * What a function wrote to a place of texts and then failed: sqlite's {@code char **errmsg}. The exception that the
 * failure becomes has it among its {@linkplain Throwable#getSuppressed() suppressed} ones; the text itself is freed.
 * Immutable.
 */
public final class TextOfFailure extends Exception {
    private static final long serialVersionUID = 1L;

    TextOfFailure(String text) {
        super(text, null, false, false);
    }

    /**
     * What C wrote.
     *
     * @return the text
     */
    public String text() {
        return getMessage();
    }
}
