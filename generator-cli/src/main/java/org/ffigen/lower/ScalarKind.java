package org.ffigen.lower;

import java.util.Locale;

/** The values a machine passes in one piece, on a target with 64-bit pointers. */
public enum ScalarKind {
    VOID(0), BOOL(1), I8(1), U8(1), I16(2), U16(2), I32(4), U32(4), I64(8), U64(8),
    /** {@code ssize_t}, {@code intptr_t}, {@code ptrdiff_t}. */
    ISIZE(8),
    /** {@code size_t}, {@code uintptr_t}. */
    USIZE(8),
    F32(4), F64(8), POINTER(8);

    private final String word = name().toLowerCase(Locale.ROOT);
    private final int bytes;

    ScalarKind(int bytes) {
        this.bytes = bytes;
    }

    /** As the manifest's {@code symbols} have it: {@code i32}, {@code usize}, {@code pointer}. */
    public String word() {
        return word;
    }

    /** The size, and the natural alignment, in bytes; 0 of {@link #VOID}. */
    public int bytes() {
        return bytes;
    }

    /** Whether values below zero exist: of the integers that are signed, and of floating-point numbers. */
    public boolean isSigned() {
        return switch (this) {
            case I8, I16, I32, I64, ISIZE, F32, F64 -> true;
            case VOID, BOOL, U8, U16, U32, U64, USIZE, POINTER -> false;
        };
    }
}
