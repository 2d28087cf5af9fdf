package org.ffigen.clang;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** {@code CXTranslationUnit}: a parsed source file with all it includes. */
public final class TranslationUnit {

    final Libclang lib;
    private MemorySegment handle;

    TranslationUnit(Libclang lib, MemorySegment handle) {
        this.lib = lib;
        this.handle = handle;
    }

    /** The cursor whose children are macros and inclusions, then declarations. */
    public Cursor cursor() {
        return new Cursor(this, lib.calls.clangGetTranslationUnitCursor(handle()));
    }

    public List<ClangDiagnostic> diagnostics() {
        int count = lib.calls.clangGetNumDiagnostics(handle());
        List<ClangDiagnostic> diagnostics = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            MemorySegment diagnostic = lib.calls.clangGetDiagnostic(handle, i);
            int severity = lib.calls.clangGetDiagnosticSeverity(diagnostic);
            diagnostics.add(new ClangDiagnostic(ClangDiagnostic.Severity.values()[severity],
                    lib.text(lib.calls.clangGetDiagnosticSpelling(diagnostic)),
                    lib.expansion(lib.calls.clangGetDiagnosticLocation(diagnostic))));
            lib.calls.clangDisposeDiagnostic(diagnostic);
        }
        return diagnostics;
    }

    /** The bytes of a file as clang read them. */
    public byte[] contents(ClangFile file) {
        MemorySegment size = lib.scratch();
        MemorySegment text = lib.calls.clangGetFileContents(handle(), file.handle, size);
        return text.address() == 0 ? new byte[0] : Libclang.sized(text, size.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
    }

    /** Whether clang found the file as a system header, in one of its own folders or by {@code -isystem}. */
    public boolean isSystemHeader(ClangFile file) {
        MemorySegment start = lib.calls.clangGetLocationForOffset(handle(), file.handle, 0);
        return lib.calls.clangLocationIsInSystemHeader(start) != 0;
    }

    void dispose() {
        MemorySegment last = handle();
        handle = null;
        lib.calls.clangDisposeTranslationUnit(last);
    }

    /** @throws IllegalStateException if the index is closed */
    MemorySegment handle() {
        if (handle == null) {
            throw new IllegalStateException("the index of this translation unit is closed");
        }
        return handle;
    }
}
