package org.ffigen.clang;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ffigen.clang.bindings.Bootstrap;

/** What the facades share: the bindings, and memory that is used again and again. The seam to the bindings. */
final class Libclang {

    final Bootstrap calls;
    final CursorCollector collector = new CursorCollector();

    private final MemorySegment out = Arena.ofAuto().allocate(ADDRESS.byteSize() * 2 + JAVA_INT.byteSize() * 4);
    private final Map<Long, ClangFile> files = new HashMap<>();

    Libclang(Path library) {
        // Its crash recovery replaces the JVM's signal handlers.
        Bootstrap.setenv("LIBCLANG_DISABLE_CRASH_RECOVERY", "1");
        calls = new Bootstrap(library);
    }

    /** The text of a {@code CXString}, which is disposed of; empty for null. */
    String text(MemorySegment string) {
        String text = textOrNull(string);
        return text == null ? "" : text;
    }

    /** The text of a {@code CXString}, which is disposed of. */
    String textOrNull(MemorySegment string) {
        MemorySegment chars = calls.clangGetCString(string);
        if (chars.address() == 0) {
            return null;
        }
        String text = sized(chars, Long.MAX_VALUE).getString(0, StandardCharsets.UTF_8);
        calls.clangDisposeString(string);
        return text;
    }

    /** Where a {@code CXSourceLocation} lies; for a place in a macro, where that is used. */
    ClangLocation expansion(MemorySegment location) {
        MemorySegment numbers = out.asSlice(16);
        calls.clangGetExpansionLocation(location, out, numbers, numbers.asSlice(4), numbers.asSlice(8));
        return new ClangLocation(file(out.get(ADDRESS, 0)), numbers.get(JAVA_INT, 0), numbers.get(JAVA_INT, 4),
                numbers.get(JAVA_INT, 8));
    }

    /** The file behind a {@code CXFile}, or null. */
    ClangFile file(MemorySegment file) {
        if (file.address() == 0) {
            return null;
        }
        return files.computeIfAbsent(file.address(), _ -> new ClangFile(file, text(calls.clangGetFileName(file))));
    }

    /** Scratch memory, 32 bytes of it, that the next call may overwrite. */
    MemorySegment scratch() {
        return out;
    }

    @SuppressWarnings("restricted")
    static MemorySegment sized(MemorySegment memory, long size) {
        return memory.reinterpret(size);
    }
}
