package org.ffigen.parse;

import org.ffigen.clang.Cursor;

/** What the linker calls a function or variable. */
final class Symbols {

    private Symbols() {
    }

    /** The asm label, or the name; only what has attributes needs to be asked for. */
    static String of(Cursor cursor, String name) {
        String symbol = cursor.mangling();
        if (symbol.isEmpty() || symbol.equals(name)) {
            return name;
        }
        String plain = symbol.charAt(0) == '\1' ? symbol.substring(1) : symbol;
        // The underscore that macOS puts before all of C.
        return plain.equals("_" + name) ? name : plain;
    }
}
