package org.ffigen.java;

/**
 * A generated file.
 *
 * @param path relative to the source root, with {@code /}
 */
public record SourceFile(String path, String text) {}
