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
    MACRO,
    /** Nowhere: it is a macro without parameters that stands for no constant, and its type is what the user says. */
    EXPRESSION;

    /** Whether a library may export it. */
    public boolean isExported() {
        return this == EXTERNAL || this == WEAK;
    }

    /** Whether it is a macro, which sees what it is given and hides in no brackets. */
    public boolean isMacro() {
        return this == MACRO || this == EXPRESSION;
    }

    /** As the manifest has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
