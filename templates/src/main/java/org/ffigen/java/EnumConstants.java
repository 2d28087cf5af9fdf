package org.ffigen.java;

import java.util.List;

/**
 * An enumeration that is no type in Java: nothing in C has its type, so that its values are integers everywhere.
 *
 * @param constants in the order of the header
 */
public record EnumConstants(String name, List<String> doc, List<LibraryClass.Constant> constants) implements JavaFile {}
