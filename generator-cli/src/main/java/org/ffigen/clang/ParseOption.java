package org.ffigen.clang;

import java.util.Set;

/** {@code CXTranslationUnit_Flags}. */
public enum ParseOption {
    DETAILED_PREPROCESSING_RECORD(0x1), SKIP_FUNCTION_BODIES(0x40), KEEP_GOING(0x200), INCLUDE_ATTRIBUTED_TYPES(0x1000);

    private final int value;

    ParseOption(int value) {
        this.value = value;
    }

    static int bits(Set<ParseOption> options) {
        int bits = 0;
        for (ParseOption option : options) {
            bits |= option.value;
        }
        return bits;
    }
}
