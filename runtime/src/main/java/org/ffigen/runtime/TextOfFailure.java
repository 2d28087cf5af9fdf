package org.ffigen.runtime;

/**
 * What a function wrote to a place of texts and then failed: sqlite's {@code char **errmsg}. The exception that the
 * failure becomes has it among its {@linkplain Throwable#getSuppressed() suppressed} ones; a text that the caller would
 * have to free is freed. Immutable.
 */
public final class TextOfFailure extends ValueOfFailure {
    private static final long serialVersionUID = 1L;

    TextOfFailure(String parameter, String text, AfterCall call) {
        super(parameter, text, call);
    }

    /**
     * What C wrote.
     *
     * @return the text
     */
    public String text() {
        return (String) value();
    }
}
