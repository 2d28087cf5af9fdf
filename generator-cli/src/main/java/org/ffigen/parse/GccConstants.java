package org.ffigen.parse;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.Evaluation;
import org.ffigen.clang.TypeKind;

/**
 * Tells what clang evaluates and gcc takes for no constant. clang reads through any pointer to what it knows; gcc reads
 * {@code "abc"[1]}, {@code *&x} and {@code (&s)->m}, and neither {@code *"abc"} nor what a variable points to.
 */
final class GccConstants {

    private static final String IS_CONSTANT = "__builtin_constant_p";
    private static final Set<String> READING = Set.of("*", "[", "->");
    /** Functions of the compiler that have values for clang only. */
    private static final Pattern CLANG_ONLY = Pattern.compile("__c11_atomic_is_lock_free|__builtin_(?:"
            + "bitreverse\\d+|rotate(?:left|right)\\d+|(?:elementwise|reduce)_.*|(?:popcount|clz|ctz)g|(?:clz|ctz)s"
            + "|wcs.*|wmem.*|char_memchr|issubnormal|iszero|issignaling|isfpclass|align_(?:up|down)|is_aligned"
            + "|addressof|os_log_format_buffer_size|(?:dynamic_)?object_size|eh_return_data_regno|bit_cast)");

    private GccConstants() {
    }

    /**
     * Whether it is worth looking at what clang made of a macro: hardly ever.
     *
     * @param tokens of the macro and of those it uses
     */
    static boolean mayRefuse(Set<String> tokens) {
        return tokens.stream()
                .anyMatch(token -> READING.contains(token) || token.startsWith("__builtin_")
                        || CLANG_ONLY.matcher(token).matches())
                && tokens.stream().anyMatch(GccConstants::isObject);
    }

    /** Whether a token may be, or lead to, something in memory. */
    private static boolean isObject(String token) {
        return token.endsWith("\"") || Character.isJavaIdentifierStart(token.charAt(0));
    }

    /**
     * Whether gcc has no value for it.
     *
     * @param tokens as for {@link #mayRefuse}
     * @param variable that the macro initializes
     */
    static boolean refuses(Set<String> tokens, Cursor variable) {
        CursorList children = variable.children();
        return tokens.stream().anyMatch(token -> CLANG_ONLY.matcher(token).matches())
                || children.size() > 0 && refuses(children.get(children.size() - 1));
    }

    private static boolean refuses(Cursor expression) {
        CursorList parts = expression.children();
        return switch (expression.kind()) {
            case SIZEOF_EXPR, GENERIC_SELECTION_EXPR -> false;
            case CONDITIONAL_OPERATOR -> chosenIsRefused(parts);
            case UNEXPOSED_EXPR -> parts.size() == 3 && isKnown(parts.get(0))
                    ? chosenIsRefused(parts) // __builtin_choose_expr
                    : parts.size() == 1 && isRead(expression, bare(parts.get(0))) && isKnown(expression)
                            && !isPlace(bare(parts.get(0))) || anyIsRefused(parts);
            case CALL_EXPR -> parts.stream().skip(1).anyMatch(argument -> asksOfVariable(expression, argument))
                    || anyIsRefused(parts);
            default -> anyIsRefused(parts);
        };
    }

    private static boolean anyIsRefused(CursorList parts) {
        return parts.stream().anyMatch(GccConstants::refuses);
    }

    /** Of what is not chosen, nothing is asked. */
    private static boolean chosenIsRefused(CursorList parts) {
        return number(parts.get(0)) instanceof BigInteger condition
                ? refuses(parts.get(0)) || refuses(parts.get(condition.signum() != 0 ? 1 : 2))
                : anyIsRefused(parts);
    }

    /** Whether a call gets the value of a pointer, or asks whether a variable is constant: gcc looks into neither. */
    private static boolean asksOfVariable(Cursor call, Cursor argument) {
        Cursor bare = bare(argument);
        boolean isVariable = bare.kind() == CursorKind.DECL_REF_EXPR
                && bare.referenced().kind() == CursorKind.VAR_DECL;
        return isVariable && (call.spelling().equals(IS_CONSTANT)
                || bare.type().canonical().kind() == TypeKind.POINTER)
                || argument.children().stream().anyMatch(part -> asksOfVariable(call, part));
    }

    /** Whether a conversion is the one of a place to the value that is there. */
    private static boolean isRead(Cursor conversion, Cursor place) {
        return switch (place.kind()) {
            case UNARY_OPERATOR, ARRAY_SUBSCRIPT_EXPR, MEMBER_REF_EXPR ->
                conversion.type().isSameUnqualified(place.type());
            default -> false;
        };
    }

    /** Whether gcc sees what is at a place. */
    private static boolean isPlace(Cursor place) {
        CursorList parts = place.children();
        return switch (place.kind()) {
            case MEMBER_REF_EXPR -> parts.size() == 0 || (isPointer(parts.get(0))
                    ? isAddress(bare(parts.get(0)))
                    : isPlace(bare(parts.get(0))));
            case UNARY_OPERATOR -> parts.size() == 1 && isAddress(bare(parts.get(0)));
            case ARRAY_SUBSCRIPT_EXPR -> isPointer(parts.get(0))
                    ? isElement(bare(parts.get(0)), parts.get(1))
                    : isElement(bare(parts.get(1)), parts.get(0));
            default -> true;
        };
    }

    /** Whether gcc sees an element; of wide text, it sees the first one only. */
    private static boolean isElement(Cursor base, Cursor index) {
        boolean isFirst = BigInteger.ZERO.equals(number(index));
        return isArray(base) ? isPlace(base) && (isFirst || !isWideText(base)) : isFirst && isAddress(base);
    }

    /** Whether gcc sees where a pointer leads: it is the address of a place, and of the same type. */
    private static boolean isAddress(Cursor pointer) {
        CursorList parts = pointer.children();
        return switch (pointer.kind()) {
            case UNARY_OPERATOR -> parts.size() == 1 && pointer.type()
                    .canonical()
                    .pointee()
                    .isSameUnqualified(parts.get(0).type()) && isPlace(bare(parts.get(0)));
            case CSTYLE_CAST_EXPR -> {
                Cursor inner = bare(parts.get(parts.size() - 1));
                yield inner.type().isSameUnqualified(pointer.type()) && isAddress(inner);
            }
            case BINARY_OPERATOR -> BigInteger.ZERO.equals(number(parts.get(1))) && isAddress(bare(parts.get(0)));
            default -> false;
        };
    }

    private static boolean isWideText(Cursor array) {
        Cursor text = array;
        if (array.kind() == CursorKind.DECL_REF_EXPR) {
            CursorList children = array.referenced().children();
            text = children.size() == 0 ? array : bare(children.get(children.size() - 1));
        }
        return text.kind() == CursorKind.STRING_LITERAL && text.type().canonical().element().size() == Integer.BYTES;
    }

    private static boolean isArray(Cursor expression) {
        return expression.type().canonical().kind() == TypeKind.CONSTANT_ARRAY;
    }

    private static boolean isPointer(Cursor expression) {
        ClangType type = expression.type().canonical();
        return type.kind() == TypeKind.POINTER;
    }

    private static boolean isKnown(Cursor expression) {
        return !(expression.evaluate() instanceof Evaluation.Unexposed);
    }

    /** The value of a whole number; null if clang has none. */
    private static BigInteger number(Cursor expression) {
        return expression.evaluate() instanceof Evaluation.IntegerResult(var value) ? value : null;
    }

    /** An expression without brackets and conversions. */
    private static Cursor bare(Cursor expression) {
        Cursor node = expression;
        while (node.kind() == CursorKind.UNEXPOSED_EXPR || node.kind() == CursorKind.PAREN_EXPR) {
            CursorList children = node.children();
            if (children.size() != 1) {
                return node;
            }
            node = children.get(0);
        }
        return node;
    }
}
