package org.ffigen.model;

import java.util.Locale;

/** Where a function's code is. */
public enum Linkage {
    /** In the library. */
    EXTERNAL,
    /** In the library, or not: it is declared weak, so that a program links without it. */
    WEAK,
    /** In the header, so that no library exports it. */
    INLINE,
    /** Nowhere: it is a macro with parameters, and its type is what the user or the compiler says. */
    MACRO;

    /** Whether a library may export it. */
    public boolean isExported() {
        return this == EXTERNAL || this == WEAK;
    }

    /** As the manifest has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
