package org.ffigen.clang;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ffigen.clang.bindings.CXChildVisitResult;
import org.ffigen.clang.bindings.CXCursor;
import org.ffigen.clang.bindings.CXCursorVisitor;
import org.ffigen.clang.bindings.CXFieldVisitor;
import org.ffigen.clang.bindings.CXVisitorResult;
import org.ffigen.runtime.FunctionPointer;

/**
 * The one visitor libclang gets: it takes down the cursors, and Java looks at them afterwards. So no Java code but this
 * runs below C.
 */
final class CursorCollector {

    private final Arena arena = Arena.ofAuto();
    private FunctionPointer<CXCursorVisitor> cursorVisitor;
    private FunctionPointer<CXFieldVisitor> fieldVisitor;
    private List<CXCursor> found = new ArrayList<>();

    /** The cursors that {@code visit} shows to the visitor it is given. */
    List<CXCursor> cursors(Consumer<FunctionPointer<CXCursorVisitor>> visit) {
        if (cursorVisitor == null) {
            cursorVisitor = CXCursorVisitor.of((cursor, parent, data) -> {
                found.add(cursor);
                return CXChildVisitResult.Known.CXChildVisit_Continue;
            }, arena);
        }
        return collect(visit, cursorVisitor);
    }

    /** The fields that {@code visit} shows to the visitor it is given. */
    List<CXCursor> fields(Consumer<FunctionPointer<CXFieldVisitor>> visit) {
        if (fieldVisitor == null) {
            fieldVisitor = CXFieldVisitor.of((cursor, data) -> {
                found.add(cursor);
                return CXVisitorResult.Known.CXVisit_Continue;
            }, arena);
        }
        return collect(visit, fieldVisitor);
    }

    private <V> List<CXCursor> collect(Consumer<V> visit, V visitor) {
        found = new ArrayList<>();
        visit.accept(visitor);
        return found;
    }
}
