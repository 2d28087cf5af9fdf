package org.ffigen.parse;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.Evaluation;
import org.ffigen.clang.TypeKind;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.SkipCode;

/** Reads the value of a variable that a macro initializes. */
final class MacroValues {

    private static final Set<CursorKind> NAMED = EnumSet.of(CursorKind.FUNCTION_DECL, CursorKind.VAR_DECL);

    /** What came out. */
    sealed interface Value {
    }

    /** A constant. */
    record Known(ConstantValue value) implements Value {}

    /** A number of a type that clang's evaluation does not hold: {@link WideProbes} ask for it in parts. */
    record Wide(BuiltinKind type) implements Value {}

    /** A constant that the model has no value of, and why. */
    record Unsupported(SkipCode code) implements Value {}

    /** No constant: an address, a struct... */
    record None() implements Value {}

    private MacroValues() {
    }

    static Value of(MacroProbes.Answer answer) {
        Value value = of(answer.variable());
        if (value instanceof None && answer.variable().type().canonical().kind() == TypeKind.POINTER
                && answer.address().isPresent()
                && answer.address().get().evaluate() instanceof Evaluation.IntegerResult(var number)) {
            return new Known(new ConstantValue.AddressValue(number.longValue()));
        }
        return value;
    }

    /** The value that a variable is initialized with. */
    static Value of(Cursor variable) {
        ClangType type = variable.type().canonical();
        return switch (type.kind()) {
            case POINTER, CONSTANT_ARRAY -> string(variable);
            case ENUM -> integer(variable, StandardTypes.primitive(
                    type.declaration().enumIntegerType().canonical().kind()));
            case BOOL, CHAR_S, CHAR_U, SCHAR, UCHAR, SHORT, USHORT, INT, UINT, LONG, ULONG, LONGLONG, ULONGLONG ->
                integer(variable, StandardTypes.primitive(type.kind()));
            case FLOAT16, FLOAT, DOUBLE -> floating(variable, StandardTypes.primitive(type.kind()));
            case LONGDOUBLE -> type.size() == Double.BYTES
                    ? floating(variable, BuiltinKind.LONG_DOUBLE)
                    : new Wide(BuiltinKind.LONG_DOUBLE);
            case INT128, UINT128, FLOAT128 -> new Wide(StandardTypes.primitive(type.kind()));
            case COMPLEX -> new Unsupported(SkipCode.UNSUPPORTED_TYPE);
            case NULLPTR -> new Known(new ConstantValue.AddressValue(0));
            default -> type.spelling().contains("_BitInt(") ? bitInt(variable, type.size()) : new None();
        };
    }

    private static Value integer(Cursor variable, BuiltinKind type) {
        return variable.evaluate() instanceof Evaluation.IntegerResult(var value)
                ? new Known(new ConstantValue.IntegerValue(value, isInt(value) && isEnumerator(variable)
                        ? BuiltinKind.INT
                        : type))
                : new None();
    }

    /** As the smallest type that Java has and that holds it. */
    private static Value bitInt(Cursor variable, long size) {
        if (size > Long.BYTES || !(variable.evaluate() instanceof Evaluation.IntegerResult(var value))) {
            return new Unsupported(SkipCode.UNSUPPORTED_TYPE);
        }
        return new Known(new ConstantValue.IntegerValue(value, isInt(value)
                ? BuiltinKind.INT
                : value.bitLength() < Long.SIZE ? BuiltinKind.LONG : BuiltinKind.UNSIGNED_LONG));
    }

    private static boolean isInt(BigInteger value) {
        return value.bitLength() < Integer.SIZE;
    }

    /** An enumerator that an int holds is an int, as in gcc; since libclang 19 it may have the type of its enum. */
    private static boolean isEnumerator(Cursor variable) {
        return initializer(variable)
                .filter(node -> node.kind() == CursorKind.DECL_REF_EXPR
                        && node.referenced().kind() == CursorKind.ENUM_CONSTANT_DECL)
                .isPresent();
    }

    /** The function or variable that a variable is initialized with, and not what one gives. */
    static Optional<Cursor> named(Cursor variable) {
        return initializer(variable)
                .filter(node -> node.kind() == CursorKind.DECL_REF_EXPR)
                .map(Cursor::referenced)
                .filter(declaration -> NAMED.contains(declaration.kind()));
    }

    private static Value floating(Cursor variable, BuiltinKind type) {
        return variable.evaluate() instanceof Evaluation.FloatingResult(var value)
                ? new Known(new ConstantValue.FloatingValue(value, type))
                : new None();
    }

    private static Value string(Cursor variable) {
        Optional<Cursor> text = initializer(variable).flatMap(MacroValues::text);
        if (text.isEmpty()) {
            return new None();
        }
        ClangType type = variable.type().canonical();
        ClangType element = type.kind() == TypeKind.POINTER ? type.pointee() : type.element();
        return element.size() == text.get().type().canonical().element().size() && element.kind() != TypeKind.VOID
                ? literal(text.get())
                : new None();
    }

    /** The string literal that an expression is, cast perhaps, or chosen by a condition. */
    private static Optional<Cursor> text(Cursor expression) {
        CursorList parts = expression.children();
        return switch (expression.kind()) {
            case STRING_LITERAL -> Optional.of(expression);
            case CSTYLE_CAST_EXPR -> inner(parts.get(parts.size() - 1)).flatMap(MacroValues::text);
            case CONDITIONAL_OPERATOR -> parts.get(0).evaluate() instanceof Evaluation.IntegerResult(var condition)
                    ? inner(parts.get(condition.signum() != 0 ? 1 : 2)).flatMap(MacroValues::text)
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What a variable is initialized with, without brackets and conversions; empty if that has more than one part. */
    private static Optional<Cursor> initializer(Cursor variable) {
        CursorList children = variable.children();
        // What stands before the initializer of a variable is of its type.
        return children.size() == 0 ? Optional.empty() : inner(children.get(children.size() - 1));
    }

    /** An expression without brackets and conversions; empty if that has more than one part. */
    private static Optional<Cursor> inner(Cursor expression) {
        Cursor node = expression;
        while (node.kind() == CursorKind.UNEXPOSED_EXPR || node.kind() == CursorKind.PAREN_EXPR) {
            CursorList children = node.children();
            if (children.size() != 1) {
                return Optional.empty();
            }
            node = children.get(0);
        }
        return Optional.of(node);
    }

    private static Value literal(Cursor literal) {
        String text = literal.spelling();
        BuiltinKind unit = StringLiteral.unit(text);
        int size = (int) literal.type().canonical().element().size();
        boolean isText = size < Integer.BYTES
                || StringLiteral.units(text, size).stream().allMatch(MacroValues::isScalarValue);
        return isText
                ? new Known(ConstantValue.StringValue.of(StringLiteral.bytes(text, size), unit))
                : new Unsupported(SkipCode.NO_TEXT);
    }

    /** Whether a number is a character of Unicode, and not one half of a pair. */
    private static boolean isScalarValue(int unit) {
        return Character.isValidCodePoint(unit) && (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE);
    }
}
