package org.ffigen.clang;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code CXIndex}: libclang, loaded and ready to parse. Closing it ends the life of all that came from it. */
public final class ClangIndex implements AutoCloseable {

    private final Libclang lib;
    private final MemorySegment handle;
    private final List<TranslationUnit> units = new ArrayList<>();

    private ClangIndex(Libclang lib) {
        this.lib = lib;
        this.handle = lib.calls.clangCreateIndex(0, 0);
    }

    /**
     * Loads libclang. It stays loaded when the index is closed.
     *
     * @throws IllegalArgumentException if it cannot be loaded, or is no libclang of version 16 or newer
     */
    public static ClangIndex open(Path library) {
        return new ClangIndex(new Libclang(library));
    }

    /** Such as {@code Debian clang version 19.1.7}. */
    public String version() {
        return lib.text(lib.calls.clangGetClangVersion());
    }

    /**
     * Parses a file that is in memory only.
     *
     * @param file its name
     * @param arguments as for the clang command, without the name
     * @throws ClangException if there is no translation unit at all
     */
    public TranslationUnit parse(String file, String text, List<String> arguments, Set<ParseOption> options) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(file);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            MemorySegment unsaved = arena.allocate(ADDRESS, 3);
            unsaved.set(ADDRESS, 0, name);
            unsaved.set(ADDRESS, ADDRESS.byteSize(), arena.allocateFrom(text));
            unsaved.set(JAVA_LONG, 2 * ADDRESS.byteSize(), bytes.length);
            MemorySegment strings = arena.allocate(ADDRESS, Math.max(1, arguments.size()));
            for (int i = 0; i < arguments.size(); i++) {
                strings.setAtIndex(ADDRESS, i, arena.allocateFrom(arguments.get(i)));
            }
            MemorySegment out = arena.allocate(ADDRESS);
            int error = lib.calls.clangParseTranslationUnit2(handle, name, strings, arguments.size(), unsaved, 1,
                    ParseOption.bits(options), out);
            if (error != 0) {
                throw new ClangException(error);
            }
            TranslationUnit unit = new TranslationUnit(lib, out.get(ADDRESS, 0));
            units.add(unit);
            return unit;
        }
    }

    @Override
    public void close() {
        units.forEach(TranslationUnit::dispose);
        lib.calls.clangDisposeIndex(handle);
    }
}
