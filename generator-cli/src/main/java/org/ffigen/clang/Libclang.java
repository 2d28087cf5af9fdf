package org.ffigen.clang;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ffigen.clang.bindings.CXSourceLocation;
import org.ffigen.clang.bindings.CXString;
import org.ffigen.clang.bindings.ClangLibrary;
import org.ffigen.runtime.IntPtr;
import org.ffigen.runtime.PointerRef;

/**
 * What the facades share: the loaded library, and memory that is used again and again. The generated bindings load one
 * library for the whole process, found through a system property.
 */
final class Libclang {

    private static final String PATH_PROPERTY = "ffigen.library.clang";

    final CursorCollector collector = new CursorCollector();

    private final Arena arena = Arena.ofAuto();
    private final PointerRef<MemorySegment> file = PointerRef.allocate(arena, address -> address);
    private final IntPtr line = IntPtr.allocate(arena);
    private final IntPtr column = IntPtr.allocate(arena);
    private final IntPtr offset = IntPtr.allocate(arena);
    private final Map<Long, ClangFile> files = new HashMap<>();

    /** Loads libclang; a process has one. */
    Libclang(Path library) {
        // Its crash recovery replaces the JVM's signal handlers.
        ProcessEnvironment.set("LIBCLANG_DISABLE_CRASH_RECOVERY", "1");
        // Its own threads have 8 MB of stack; the caller's may have more.
        ProcessEnvironment.set("LIBCLANG_NOTHREADS", "1");
        String loaded = System.setProperty(PATH_PROPERTY, library.toString());
        if (loaded != null && !loaded.equals(library.toString())) {
            System.setProperty(PATH_PROPERTY, loaded);
            throw new IllegalArgumentException(
                    "this process has loaded " + loaded + ", and a process has one libclang");
        }
    }

    /** The text of a {@code CXString}, which is disposed of; empty for null. */
    String text(CXString string) {
        String text = textOrNull(string);
        return text == null ? "" : text;
    }

    /** The text of a {@code CXString}, which is disposed of. */
    String textOrNull(CXString string) {
        String text = ClangLibrary.clangGetCString(string);
        ClangLibrary.clangDisposeString(string);
        return text;
    }

    /** Where a {@code CXSourceLocation} lies; for a place in a macro, where that is used. */
    ClangLocation expansion(CXSourceLocation location) {
        ClangLibrary.clangGetExpansionLocation(location, file, line, column, offset);
        return new ClangLocation(file(file.get()), line.get(), column.get(), offset.get());
    }

    /** The file behind a {@code CXFile}, or null. */
    ClangFile file(MemorySegment handle) {
        if (handle.address() == 0) {
            return null;
        }
        return files.computeIfAbsent(handle.address(), _ -> newFile(handle));
    }

    private ClangFile newFile(MemorySegment handle) {
        String path = text(ClangLibrary.clangFileTryGetRealPathName(handle));
        // A file that is in memory only has none.
        return new ClangFile(handle, path.isEmpty() ? text(ClangLibrary.clangGetFileName(handle)) : path);
    }
}
