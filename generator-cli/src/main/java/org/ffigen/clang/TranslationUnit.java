package org.ffigen.clang;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.ffigen.clang.bindings.CXSourceLocation;
import org.ffigen.clang.bindings.CXTranslationUnitImpl;
import org.ffigen.clang.bindings.ClangLibrary;
import org.ffigen.runtime.LongPtr;

/** {@code CXTranslationUnit}: a parsed source file with all it includes. */
public final class TranslationUnit {

    final Libclang lib;
    private CXTranslationUnitImpl handle;

    TranslationUnit(Libclang lib, CXTranslationUnitImpl handle) {
        this.lib = lib;
        this.handle = handle;
    }

    /** The cursor whose children are macros and inclusions, then declarations. */
    public Cursor cursor() {
        return new Cursor(this, ClangLibrary.clangGetTranslationUnitCursor(handle()));
    }

    public List<ClangDiagnostic> diagnostics() {
        int count = ClangLibrary.clangGetNumDiagnostics(handle());
        List<ClangDiagnostic> diagnostics = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            MemorySegment diagnostic = ClangLibrary.clangGetDiagnostic(handle, i);
            int severity = ClangLibrary.clangGetDiagnosticSeverity(diagnostic).value();
            diagnostics.add(new ClangDiagnostic(ClangDiagnostic.Severity.values()[severity],
                    lib.text(ClangLibrary.clangGetDiagnosticSpelling(diagnostic)),
                    lib.expansion(ClangLibrary.clangGetDiagnosticLocation(diagnostic))));
            ClangLibrary.clangDisposeDiagnostic(diagnostic);
        }
        return diagnostics;
    }

    /** The bytes of a file as clang read them. */
    public byte[] contents(ClangFile file) {
        try (Arena arena = Arena.ofConfined()) {
            LongPtr size = LongPtr.allocate(arena);
            MemorySegment text = ClangLibrary.clangGetFileContentsRaw(handle(), file.handle, size);
            return text.address() == 0
                    ? new byte[0]
                    : ClangLibrary.Pointers.bytes(text).segment().asSlice(0, size.get()).toArray(JAVA_BYTE);
        }
    }

    /** Whether clang found the file as a system header, in one of its own folders or by {@code -isystem}. */
    public boolean isSystemHeader(ClangFile file) {
        CXSourceLocation start = ClangLibrary.clangGetLocationForOffset(handle(), file.handle, 0);
        return ClangLibrary.clangLocationIsInSystemHeader(start) != 0;
    }

    void dispose() {
        CXTranslationUnitImpl last = handle();
        handle = null;
        ClangLibrary.clangDisposeTranslationUnit(last);
    }

    /** @throws IllegalStateException if the index is closed */
    CXTranslationUnitImpl handle() {
        if (handle == null) {
            throw new IllegalStateException("the index of this translation unit is closed");
        }
        return handle;
    }
}
