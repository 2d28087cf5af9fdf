package org.ffigen.java;

/** A template is wrong: a name its record lacks, or a syntax error. */
public final class RenderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String template;
    private final int line;
    private final int column;

    RenderException(String template, int line, int column, String message, Throwable cause) {
        super(template + ":" + line + ":" + column + ": " + message, cause);
        this.template = template;
        this.line = line;
        this.column = column;
    }

    public String template() {
        return template;
    }

    /** From 1; 0 if FreeMarker does not know. */
    public int line() {
        return line;
    }

    /** From 1; 0 if FreeMarker does not know. */
    public int column() {
        return column;
    }
}
