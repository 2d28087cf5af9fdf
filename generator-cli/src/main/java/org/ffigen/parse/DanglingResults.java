package org.ffigen.parse;

import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.TypeKind;

/**
 * Finds functions that return the address of a compound literal, {@code &(struct options) {5}}, which lives no longer
 * than the call. Not every clang warns of them.
 */
final class DanglingResults {

    private DanglingResults() {
    }

    /** Whether a function, whose only statement returns something, returns such an address. */
    static boolean isIn(Cursor function) {
        return first(function, CursorKind.COMPOUND_STMT) instanceof Cursor body
                && first(body, CursorKind.RETURN_STMT) instanceof Cursor statement
                && statement.children().size() == 1 && isDangling(statement.children().get(0));
    }

    private static Cursor first(Cursor parent, CursorKind kind) {
        return parent.children().stream().filter(child -> child.kind() == kind).findFirst().orElse(null);
    }

    /** Whether a pointer points into a compound literal. */
    private static boolean isDangling(Cursor pointer) {
        CursorList parts = pointer.children();
        if (!isPointer(pointer) || parts.isEmpty()) {
            return isArray(pointer) && isLocal(pointer);
        }
        Cursor last = parts.get(parts.size() - 1);
        return switch (pointer.kind()) {
            case PAREN_EXPR, UNEXPOSED_EXPR, CSTYLE_CAST_EXPR -> isDangling(last);
            case UNARY_OPERATOR -> isAddressOf(pointer, last) && isLocal(last);
            case CONDITIONAL_OPERATOR -> isDangling(parts.get(1)) || isDangling(last);
            case BINARY_OPERATOR -> parts.stream().anyMatch(DanglingResults::isDangling);
            default -> false;
        };
    }

    /** Whether what lies in memory is a compound literal, or part of one. */
    private static boolean isLocal(Cursor place) {
        CursorList parts = place.children();
        return switch (place.kind()) {
            case COMPOUND_LITERAL_EXPR -> true;
            case PAREN_EXPR, UNEXPOSED_EXPR -> isLocal(parts.get(0));
            case MEMBER_REF_EXPR, ARRAY_SUBSCRIPT_EXPR ->
                isPointer(parts.get(0)) ? isDangling(parts.get(0)) : isLocal(parts.get(0));
            case UNARY_OPERATOR -> isPointer(parts.get(0)) && isDangling(parts.get(0));
            default -> false;
        };
    }

    private static boolean isAddressOf(Cursor operator, Cursor operand) {
        ClangType pointee = operator.type().canonical().pointee().canonical();
        return pointee.spelling().equals(operand.type().canonical().spelling());
    }

    private static boolean isPointer(Cursor expression) {
        return expression.type().canonical().kind() == TypeKind.POINTER;
    }

    private static boolean isArray(Cursor expression) {
        return expression.type().canonical().kind() == TypeKind.CONSTANT_ARRAY;
    }
}
