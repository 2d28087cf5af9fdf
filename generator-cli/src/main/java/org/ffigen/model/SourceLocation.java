package org.ffigen.model;

/**
 * Where something stands. The file is named as a user would include it, never by an absolute path; a system header has
 * neither line nor column (0), because they differ between its versions.
 */
public record SourceLocation(String file, int line, int column) {

    public static SourceLocation systemHeader(String file) {
        return new SourceLocation(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
