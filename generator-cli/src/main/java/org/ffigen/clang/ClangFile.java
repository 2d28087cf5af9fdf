package org.ffigen.clang;

import java.lang.foreign.MemorySegment;

/** A source file. */
public final class ClangFile {

    final MemorySegment handle;
    private final String name;
    private final String path;

    ClangFile(MemorySegment handle, String name, String path) {
        this.handle = handle;
        this.name = name;
        this.path = path;
    }

    /** The path under which clang found it: absolute if the folder it searched was. */
    public String name() {
        return name;
    }

    /** An absolute path: the same one for the same file, where links lead to it by several names. */
    public String path() {
        return path;
    }

    @Override
    public String toString() {
        return name;
    }
}
