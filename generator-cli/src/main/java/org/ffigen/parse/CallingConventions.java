package org.ffigen.parse;

import org.ffigen.clang.ClangType;
import org.ffigen.clang.TypeKind;
import org.ffigen.model.CType;
import org.ffigen.model.SkipCode;

/**
 * Finds functions that attributes such as {@code ms_abi} or {@code vectorcall} make callable in another way than C's own.
 * What clang takes for C's own on the target, such as {@code stdcall} on x86-64, is that.
 */
final class CallingConventions {

    /** The type of all of them. Behind a pointer it is spelled so that C takes any function for it. */
    static final CType FUNCTION = new CType.Unsupported(SkipCode.CALLING_CONVENTION.code(),
            "void /* another calling convention */");

    private CallingConventions() {
    }

    /** Whether a type, which is canonical, is that of such a function. */
    static boolean isForeign(ClangType type) {
        boolean function = type.kind() == TypeKind.FUNCTION_PROTO || type.kind() == TypeKind.FUNCTION_NO_PROTO;
        return function && !type.isCalledAsC();
    }

    /** Whether an attribute makes such a function of one, or of what a pointer points to. */
    static boolean isAddedBy(ClangType attributed) {
        return isForeign(pointed(attributed.canonical())) && !isForeign(pointed(attributed.modified().canonical()));
    }

    private static ClangType pointed(ClangType type) {
        ClangType at = type;
        while (at.kind() == TypeKind.POINTER) {
            at = at.pointee();
        }
        return at;
    }
}
