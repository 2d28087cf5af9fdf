package org.ffigen.clang;

import java.lang.foreign.MemorySegment;

/** A source file; one object for each, so they may be compared by identity. */
public final class ClangFile {

    final MemorySegment handle;
    private final String name;

    ClangFile(MemorySegment handle, String name) {
        this.handle = handle;
        this.name = name;
    }

    /** The path under which clang found it: absolute if the folder it searched was. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
