package org.ffigen.lower;

import org.ffigen.model.CType;
import org.ffigen.model.FunctionType;
import org.ffigen.model.SkipCode;

/** Finds types that the user's rules exclude, where more than a pointer to them is needed. */
final class ExcludedTypes {

    private ExcludedTypes() {
    }

    /** Whether a function takes or gives such a type, or a function it points to does. */
    static boolean isIn(FunctionType type) {
        return isIn(type.result()) || type.parameters().stream().anyMatch(parameter -> isIn(parameter.type()));
    }

    private static boolean isIn(CType type) {
        return switch (type) {
            case CType.Unsupported unsupported -> unsupported.code().equals(SkipCode.EXCLUDED_TYPE.code());
            case CType.Const(var inner) -> isIn(inner);
            case CType.Qualified(_, var inner) -> isIn(inner);
            case CType.Atomic(var inner) -> isIn(inner);
            case CType.Pointer pointer -> isIn(pointer.pointee());
            case CType.Array array -> isIn(array.element());
            case CType.Function function -> isIn(function.signature());
            case CType.Builtin _,CType.Complex _,CType.Vector _,CType.BitInt _,CType.Named _ -> false;
        };
    }
}
