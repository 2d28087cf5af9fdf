package org.ffigen.java;

import java.util.List;

/**
 * A type only the library can look inside: a typed pointer.
 *
 * @param owner the library's class
 * @param release the method of that class, and of its instances, that frees what an address points to; empty if the
 *        pointer has no end
 * @param instance the class of the library's instances; empty if there is none that has the method
 */
public record OpaqueClass(String name, List<String> doc, String owner, String release, String instance)
        implements JavaFile {

    /** A pointer without an end. */
    public OpaqueClass(String name, List<String> doc) {
        this(name, doc, "", "", "");
    }
}
