package org.ffigen.clang;

import java.lang.foreign.MemorySegment;
import java.util.AbstractList;
import java.util.RandomAccess;

/** The cursors a visit found, in order. Asking for a kind makes no cursor and calls no C. */
public final class CursorList extends AbstractList<Cursor> implements RandomAccess {

    private final TranslationUnit unit;
    private final long[] words;

    CursorList(TranslationUnit unit, long[] words) {
        this.unit = unit;
        this.words = words;
    }

    @Override
    public int size() {
        return words.length / Cursor.WORDS;
    }

    @Override
    public Cursor get(int index) {
        return new Cursor(unit, MemorySegment.ofArray(words).asSlice(index * Cursor.BYTES, Cursor.BYTES));
    }

    /** The kind of the cursor at {@code index}. */
    public CursorKind kind(int index) {
        return CursorKind.of(MemorySegment.ofArray(words).get(Cursor.KIND, index * Cursor.BYTES));
    }
}
