package org.ffigen.clang;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.ffigen.clang.bindings.CXCursor;

/** The cursors a visit found, in order. Asking for a kind makes no cursor and calls no C. */
public final class CursorList extends AbstractList<Cursor> implements RandomAccess {

    private final TranslationUnit unit;
    private final List<CXCursor> cursors;

    CursorList(TranslationUnit unit, List<CXCursor> cursors) {
        this.unit = unit;
        this.cursors = cursors;
    }

    @Override
    public int size() {
        return cursors.size();
    }

    @Override
    public Cursor get(int index) {
        return new Cursor(unit, cursors.get(index));
    }

    /** The kind of the cursor at {@code index}. */
    public CursorKind kind(int index) {
        return CursorKind.of(cursors.get(index).kind().value());
    }
}
