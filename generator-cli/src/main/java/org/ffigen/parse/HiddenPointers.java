package org.ffigen.parse;

import java.util.Optional;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.TypeKind;
import org.ffigen.model.CType;

/**
 * Pointers behind typedefs: what is said of one use, such as that it is never null, the typedef cannot say, so that the
 * pointer itself stands there. Pointers to functions keep their typedefs: callbacks are named after them.
 */
final class HiddenPointers {

    private final TypeReader types;
    private final Cursor function;

    HiddenPointers(TypeReader types, Cursor function) {
        this.types = types;
        this.function = function;
    }

    /** The type of a parameter as a pointer, if a typedef hides that it is one. */
    Optional<CType> parameter(int index) {
        return pointer(function.argument(index).type());
    }

    /** The type of the result. */
    Optional<CType> result() {
        return pointer(function.type().result());
    }

    private Optional<CType> pointer(ClangType type) {
        ClangType at = type;
        while (true) {
            switch (at.kind()) {
                case ELABORATED -> at = at.named();
                case TYPEDEF -> at = at.declaration().typedefUnderlyingType();
                case POINTER -> {
                    TypeKind pointee = at.pointee().canonical().kind();
                    boolean ofFunction = pointee == TypeKind.FUNCTION_PROTO || pointee == TypeKind.FUNCTION_NO_PROTO;
                    return ofFunction
                            ? Optional.empty()
                            : Optional.of(types.read(at, new Declarator(null, function.spelling())));
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
    }
}
