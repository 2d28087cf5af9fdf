package org.ffigen.config;

/**
 * One name in Java that the user decides.
 *
 * @param c what is renamed: a C name such as {@code sqlite3_open_v2}, an id such as {@code struct:sqlite3}, a member
 *     such as {@code struct:point.x}, a parameter such as {@code sqlite3_open_v2.ppDb}
 * @param java its name in Java
 */
public record Rename(Given c, Given java) {}
