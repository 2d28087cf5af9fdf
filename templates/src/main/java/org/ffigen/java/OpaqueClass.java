package org.ffigen.java;

import java.util.List;

/**
 * A type only the library can look inside: a typed pointer.
 *
 * @param release the call that frees what it points to, over {@code address}; empty if the pointer has no end
 */
public record OpaqueClass(String name, List<String> doc, String release) implements JavaFile {

    /** A pointer without an end. */
    public OpaqueClass(String name, List<String> doc) {
        this(name, doc, "");
    }
}
