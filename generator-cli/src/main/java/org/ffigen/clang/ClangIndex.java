package org.ffigen.clang;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ffigen.clang.bindings.CXErrorCode;
import org.ffigen.clang.bindings.CXTranslationUnitImpl;
import org.ffigen.clang.bindings.CXUnsavedFile;
import org.ffigen.clang.bindings.ClangLibrary;
import org.ffigen.runtime.BytePtr;
import org.ffigen.runtime.PointerRef;

/** {@code CXIndex}: libclang, loaded and ready to parse. Closing it ends the life of all that came from it. */
public final class ClangIndex implements AutoCloseable {

    private final Libclang lib;
    private final MemorySegment handle;
    private final List<TranslationUnit> units = new ArrayList<>();

    private ClangIndex(Libclang lib) {
        this.lib = lib;
        this.handle = ClangLibrary.clangCreateIndex(0, 0);
    }

    /**
     * Loads libclang. It stays loaded when the index is closed.
     *
     * @throws IllegalArgumentException if this process has loaded another one
     */
    public static ClangIndex open(Path library) {
        return new ClangIndex(new Libclang(library));
    }

    /** Such as {@code Debian clang version 19.1.7}. */
    public String version() {
        return lib.text(ClangLibrary.clangGetClangVersion());
    }

    /**
     * Parses a file that is in memory only.
     *
     * @param file its name
     * @param arguments as for the clang command, without the name
     * @throws ClangException if there is no translation unit at all
     */
    public TranslationUnit parse(String file, String text, List<String> arguments, Set<ParseOption> options) {
        return parse(file, text, Map.of(), arguments, options);
    }

    /**
     * Parses a file that is in memory only, with other text for files that it includes.
     *
     * @param replaced the bytes that clang reads, by the path of the file that it reads them for
     * @throws ClangException if there is no translation unit at all
     */
    public TranslationUnit parse(String file, String text, Map<String, byte[]> replaced, List<String> arguments,
            Set<ParseOption> options) {
        try (Arena arena = Arena.ofConfined()) {
            CXUnsavedFile.Ptr unsaved = CXUnsavedFile.allocateArray(arena, 1 + replaced.size());
            unsaved.set(0, unsaved(file, text.getBytes(StandardCharsets.UTF_8), arena));
            int next = 1;
            for (Map.Entry<String, byte[]> other : replaced.entrySet()) {
                unsaved.set(next++, unsaved(other.getKey(), other.getValue(), arena));
            }
            PointerRef<BytePtr> strings = PointerRef.allocate(arena, arguments.size(), ClangLibrary.Pointers::bytes);
            for (int i = 0; i < arguments.size(); i++) {
                strings.set(i, BytePtr.allocateString(arena, arguments.get(i)));
            }
            PointerRef<CXTranslationUnitImpl> out = PointerRef.allocate(arena, CXTranslationUnitImpl::of);
            CXErrorCode error = ClangLibrary.clangParseTranslationUnit2(handle, file, strings, arguments.size(),
                    unsaved, 1 + replaced.size(), ParseOption.bits(options), out);
            if (error != CXErrorCode.Known.CXError_Success) {
                throw new ClangException(error.value());
            }
            TranslationUnit unit = new TranslationUnit(lib, out.get());
            units.add(unit);
            return unit;
        }
    }

    /** clang wants a zero behind the last byte. */
    private static CXUnsavedFile unsaved(String path, byte[] bytes, Arena arena) {
        return new CXUnsavedFile(BytePtr.allocateString(arena, path),
                BytePtr.allocateFrom(arena, Arrays.copyOf(bytes, bytes.length + 1)), bytes.length);
    }

    @Override
    public void close() {
        units.forEach(TranslationUnit::dispose);
        ClangLibrary.clangDisposeIndex(handle);
    }
}
