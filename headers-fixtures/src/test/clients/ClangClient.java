package client;

import static lib.libclang.ClangLibrary.clangCreateIndex;
import static lib.libclang.ClangLibrary.clangDisposeIndex;
import static lib.libclang.ClangLibrary.clangDisposeString;
import static lib.libclang.ClangLibrary.clangDisposeTranslationUnit;
import static lib.libclang.ClangLibrary.clangGetCString;
import static lib.libclang.ClangLibrary.clangGetClangVersion;
import static lib.libclang.ClangLibrary.clangGetCursorKind;
import static lib.libclang.ClangLibrary.clangGetCursorKindSpelling;
import static lib.libclang.ClangLibrary.clangGetCursorSpelling;
import static lib.libclang.ClangLibrary.clangGetTranslationUnitCursor;
import static lib.libclang.ClangLibrary.clangParseTranslationUnit;
import static lib.libclang.ClangLibrary.clangVisitChildren;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import lib.libclang.CXChildVisitResult;
import lib.libclang.CXCursor;
import lib.libclang.CXCursorVisitor;
import lib.libclang.CXString;

/** Parses a header and prints what it declares. */
final class ClangClient {

    private ClangClient() {
    }

    public static void main(String[] arguments) {
        System.out.println("version " + text(clangGetClangVersion()));
        MemorySegment index = clangCreateIndex(0, 0);
        var unit = clangParseTranslationUnit(index, arguments[0], null, 0, null, 0, 0);
        CXCursor root = clangGetTranslationUnitCursor(unit);
        try (Arena arena = Arena.ofConfined()) {
            clangVisitChildren(root, CXCursorVisitor.of((cursor, parent, data) -> {
                System.out.println(text(clangGetCursorKindSpelling(clangGetCursorKind(cursor))) + " "
                        + text(clangGetCursorSpelling(cursor)));
                return CXChildVisitResult.Known.CXChildVisit_Continue;
            }, arena), MemorySegment.NULL);
            try {
                clangVisitChildren(root, CXCursorVisitor.of((cursor, parent, data) -> {
                    throw new IllegalStateException("an exception");
                }, arena), MemorySegment.NULL);
            } catch (IllegalStateException thrown) {
                System.out.println("stopped by " + thrown.getMessage());
            }
        }
        clangDisposeTranslationUnit(unit);
        clangDisposeIndex(index);
    }

    private static String text(CXString string) {
        String text = clangGetCString(string);
        clangDisposeString(string);
        return text;
    }
}
