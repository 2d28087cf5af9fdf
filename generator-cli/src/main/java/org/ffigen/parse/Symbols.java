package org.ffigen.parse;

import java.util.regex.Pattern;
import org.ffigen.clang.Cursor;

/** What the linker calls a function or variable. */
final class Symbols {

    private static final Pattern OVERLOADABLE = Pattern.compile("\\b_*overloadable_*\\b");

    private Symbols() {
    }

    /**
     * Whether clang keeps several functions of that name apart, by names for the linker as C++ has them. An asm label may
     * look the same.
     */
    static boolean isOverloaded(Cursor function) {
        String symbol = function.mangling();
        return !symbol.equals(function.spelling()) && (symbol.startsWith("_Z") || symbol.startsWith("__Z"))
                && OVERLOADABLE.matcher(function.prettyPrinted()).find();
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
