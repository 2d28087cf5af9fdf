package org.ffigen.lower;

import org.ffigen.model.BuiltinKind;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Target;

/** What C's own types are on a target. */
final class ScalarTypes {

    private ScalarTypes() {
    }

    /** The shape of a value of that type in memory. */
    static Shape shape(BuiltinKind kind, Target target) {
        return switch (kind) {
            case INT128, UNSIGNED_INT128, FLOAT128 -> new Shape.Refused(SkipCode.UNSUPPORTED_TYPE, 16, 16);
            case FLOAT16 -> new Shape.Refused(SkipCode.UNSUPPORTED_TYPE, 2, 2);
            case LONG_DOUBLE -> hasWideLongDouble(target)
                    ? new Shape.Refused(SkipCode.UNSUPPORTED_TYPE, 16, 16)
                    : new Shape.Scalar(ScalarKind.F64);
            case VA_LIST -> new Shape.Refused(SkipCode.UNSUPPORTED_TYPE, vaListBytes(target), 8);
            default -> new Shape.Scalar(scalar(kind, target));
        };
    }

    private static ScalarKind scalar(BuiltinKind kind, Target target) {
        return switch (kind) {
            case VOID -> ScalarKind.VOID;
            case BOOL -> ScalarKind.BOOL;
            case CHAR -> target.charSigned() ? ScalarKind.I8 : ScalarKind.U8;
            case SIGNED_CHAR, INT8 -> ScalarKind.I8;
            case UNSIGNED_CHAR, UINT8 -> ScalarKind.U8;
            case SHORT, INT16 -> ScalarKind.I16;
            case UNSIGNED_SHORT, UINT16, CHAR16 -> ScalarKind.U16;
            case INT, INT32 -> ScalarKind.I32;
            case UNSIGNED_INT, UINT32, CHAR32 -> ScalarKind.U32;
            case LONG -> target.longBits() == 32 ? ScalarKind.I32 : ScalarKind.I64;
            case UNSIGNED_LONG -> target.longBits() == 32 ? ScalarKind.U32 : ScalarKind.U64;
            case LONG_LONG, INT64 -> ScalarKind.I64;
            case UNSIGNED_LONG_LONG, UINT64 -> ScalarKind.U64;
            case SIZE, UINTPTR -> ScalarKind.USIZE;
            case SSIZE, PTRDIFF, INTPTR -> ScalarKind.ISIZE;
            case WCHAR -> wchar(target);
            case FLOAT -> ScalarKind.F32;
            case DOUBLE -> ScalarKind.F64;
            case INT128, UNSIGNED_INT128, FLOAT16, LONG_DOUBLE, FLOAT128, VA_LIST ->
                throw new IllegalArgumentException(kind + " is no scalar");
        };
    }

    /** Windows and Apple's ARM have no more than {@code double}; x86-64 has 80 bits and ARM 128, both in 16 bytes. */
    private static boolean hasWideLongDouble(Target target) {
        return !target.id().startsWith("windows-") && !target.id().equals("macos-aarch64");
    }

    /** A pointer on Windows and Apple's ARM, a struct by the procedure call standards of x86-64 and ARM. */
    private static long vaListBytes(Target target) {
        return !hasWideLongDouble(target) ? 8 : target.id().endsWith("-aarch64") ? 32 : 24;
    }

    /** 16 bits on Windows; elsewhere 32, unsigned only by the procedure call standard of ARM, which Apple leaves. */
    private static ScalarKind wchar(Target target) {
        if (target.wcharBits() == 16) {
            return ScalarKind.U16;
        }
        boolean arm = target.id().endsWith("-aarch64") || target.id().endsWith("-arm");
        return arm && !target.id().startsWith("macos-") ? ScalarKind.U32 : ScalarKind.I32;
    }
}
