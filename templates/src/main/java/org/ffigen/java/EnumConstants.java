package org.ffigen.java;

import java.util.List;

/**
 * An enumeration that is no type in Java: nothing in C has its type, or it has more constants than a type of Java's
 * could have, so that its values are integers everywhere.
 *
 * @param owner the class that is called after the enumeration: this one, or one that extends it
 * @param base a class with more of its constants; empty if there is none
 * @param constants in the order of the header
 */
public record EnumConstants(String name, String owner, String base, List<String> doc,
        List<LibraryClass.Constant> constants) implements JavaFile {

    /** One with all its constants. */
    public EnumConstants(String name, List<String> doc, List<LibraryClass.Constant> constants) {
        this(name, name, "", doc, constants);
    }
}
