package org.ffigen.parse;

import java.util.ArrayList;
import java.util.List;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;

/**
 * Where a type is written: for what the type itself does not say.
 *
 * @param cursor what is declared, or null; it has the names of parameters
 * @param place what types without a name are named by
 */
record Declarator(Cursor cursor, String place) {

    /** The declarator without its names: behind the type of a function come other parameters. */
    Declarator anonymous() {
        return cursor == null ? this : new Declarator(null, place);
    }

    /** The declarators of a function's parameters. */
    List<Declarator> parameters(int count) {
        List<Cursor> cursors = new ArrayList<>(count);
        if (cursor != null && cursor.kind() == CursorKind.FUNCTION_DECL) {
            for (int i = 0; i < count; i++) {
                cursors.add(cursor.argument(i));
            }
        } else if (cursor != null) {
            cursor.children().stream().filter(c -> c.kind() == CursorKind.PARM_DECL).forEach(cursors::add);
        }
        List<Declarator> parameters = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parameters.add(new Declarator(cursors.size() == count ? cursors.get(i) : null, place));
        }
        return parameters;
    }

    /** The declared name; empty without one. */
    String name() {
        return cursor == null ? "" : cursor.spelling();
    }
}
