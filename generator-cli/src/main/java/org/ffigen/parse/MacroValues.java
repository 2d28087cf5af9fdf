package org.ffigen.parse;

import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.Evaluation;
import org.ffigen.clang.TypeKind;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;

/** Reads the value of a variable that a macro initializes. */
final class MacroValues {

    /** What came out. */
    sealed interface Value {
    }

    /** A constant. */
    record Known(ConstantValue value) implements Value {}

    /** A constant of a type the model has no values of. */
    record Unsupported() implements Value {}

    /** No constant: an address, a struct... */
    record None() implements Value {}

    private MacroValues() {
    }

    static Value of(MacroProbes.Answer answer) {
        Cursor variable = answer.variable();
        ClangType type = variable.type().canonical();
        return switch (type.kind()) {
            case POINTER -> pointer(answer);
            case ENUM -> integer(variable, StandardTypes.primitive(
                    type.declaration().enumIntegerType().canonical().kind()));
            case BOOL, CHAR_S, CHAR_U, SCHAR, UCHAR, SHORT, USHORT, INT, UINT, LONG, ULONG, LONGLONG, ULONGLONG ->
                integer(variable, StandardTypes.primitive(type.kind()));
            case FLOAT, DOUBLE, LONGDOUBLE -> floating(variable, StandardTypes.primitive(type.kind()));
            case INT128, UINT128, FLOAT16, FLOAT128, COMPLEX -> new Unsupported();
            default -> new None();
        };
    }

    private static Value integer(Cursor variable, BuiltinKind type) {
        return variable.evaluate() instanceof Evaluation.IntegerResult(var value)
                ? new Known(new ConstantValue.IntegerValue(value, type))
                : new None();
    }

    private static Value floating(Cursor variable, BuiltinKind type) {
        return variable.evaluate() instanceof Evaluation.FloatingResult(var value)
                ? new Known(new ConstantValue.FloatingValue(value, type))
                : new None();
    }

    private static Value pointer(MacroProbes.Answer answer) {
        Value string = string(answer.variable());
        if (string instanceof None && answer.address().isPresent()
                && answer.address().get().evaluate() instanceof Evaluation.IntegerResult(var number)) {
            return new Known(new ConstantValue.AddressValue(number.longValue()));
        }
        return string;
    }

    /** The string literal behind brackets and the conversion to a pointer. */
    private static Value string(Cursor variable) {
        Cursor node = variable;
        while (true) {
            CursorList children = node.children();
            if (children.size() != 1) {
                return new None();
            }
            node = children.get(0);
            if (node.kind() == CursorKind.STRING_LITERAL) {
                return literal(node);
            }
            if (node.kind() != CursorKind.UNEXPOSED_EXPR && node.kind() != CursorKind.PAREN_EXPR) {
                return new None();
            }
        }
    }

    private static Value literal(Cursor literal) {
        TypeKind element = literal.type().canonical().element().kind();
        boolean isNarrow = element == TypeKind.CHAR_S || element == TypeKind.CHAR_U;
        return isNarrow
                ? new Known(ConstantValue.StringValue.of(StringLiteral.bytes(literal.spelling())))
                : new Unsupported();
    }
}
