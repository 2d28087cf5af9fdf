package org.ffigen.clang;

import java.lang.foreign.MemorySegment;

/** A source file. */
public final class ClangFile {

    final MemorySegment handle;
    private final String path;

    ClangFile(MemorySegment handle, String path) {
        this.handle = handle;
        this.path = path;
    }

    /** An absolute path: the same one for the same file, where links lead to it by several names. */
    public String path() {
        return path;
    }

    @Override
    public String toString() {
        return path;
    }
}
