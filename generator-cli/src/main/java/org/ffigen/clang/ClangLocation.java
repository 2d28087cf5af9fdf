package org.ffigen.clang;

/**
 * A place in a source file.
 *
 * @param file null for what no file holds: predefined macros, and complaints about arguments
 * @param line from 1
 * @param column from 1, in bytes
 * @param offset in bytes, from 0
 */
public record ClangLocation(ClangFile file, int line, int column, int offset) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
