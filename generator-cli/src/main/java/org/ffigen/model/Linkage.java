package org.ffigen.model;

import java.util.Locale;

/** Where a function's code is. */
public enum Linkage {
    /** In the library. */
    EXTERNAL,
    /** In the header, so that no library exports it. */
    INLINE,
    /** Nowhere: it is a macro with parameters, and its type is what the user or the compiler says. */
    MACRO;

    /** As the manifest has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
