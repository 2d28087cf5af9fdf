package org.ffigen.parse;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.ConstantValue.IntegerValue;

/**
 * Literals that clang has to be told in another way. Decimal ones over 63 bits without a {@code U}, such as
 * {@code -9223372036854775808}, are of type {@code __int128} to gcc, and to clang of 64 bits without a sign, so that the
 * same expression has another value. The suffixes of {@code _Float32} and its kind, such as {@code 1.5f128}, it does not
 * know.
 */
final class GccLiterals {

    private static final Pattern DECIMAL = Pattern.compile("([1-9][0-9]{18,})[lL]{0,2}");
    private static final Pattern FLOATING = Pattern.compile("([0-9.][0-9.eE+-]*|0[xX].*[pP].*)[fF](32|64|128|32x|64x)");
    private static final Map<String, String> SUFFIXES = Map.of("32", "f", "64", "", "32x", "", "64x", "L", "128", "q");
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private GccLiterals() {
    }

    /**
     * Lines that define the macros with such literals again, so that clang takes them as gcc does.
     *
     * @param expansions what macros stand for that may paste such a literal
     */
    static String redefinitions(Collection<MacroDefinition> macros, Map<MacroDefinition, List<String>> expansions) {
        StringBuilder lines = new StringBuilder();
        for (MacroDefinition macro : macros) {
            String text = rewritten(expansions.containsKey(macro)
                    ? String.join(" ", expansions.get(macro))
                    : macro.text());
            if (!text.equals(macro.text())) {
                lines.append("#ifdef %1$s\n#undef %1$s\n#define %1$s".formatted(macro.name()))
                        .append(macro.functionLike() ? "" : " ")
                        .append(text)
                        .append("\n#endif\n");
            }
        }
        return lines.toString();
    }

    /** Whether a token is a number of {@code _Float32} or its kind. */
    static boolean hasOwnType(String token) {
        return FLOATING.matcher(token).matches();
    }

    private static String rewritten(String text) {
        StringBuilder rewritten = new StringBuilder();
        for (String token : MacroTokens.withSpaces(text)) {
            Matcher floating = FLOATING.matcher(token);
            if (floating.matches()) {
                rewritten.append(floating.group(1)).append(SUFFIXES.get(floating.group(2)));
            } else {
                rewritten.append(isLarge(token) ? "((__int128) " + token + "U)" : token);
            }
        }
        return rewritten.toString();
    }

    private static boolean isLarge(String token) {
        Matcher matcher = DECIMAL.matcher(token);
        if (!matcher.matches()) {
            return false;
        }
        BigInteger value = new BigInteger(matcher.group(1));
        return value.bitLength() > Long.SIZE - 1 && value.compareTo(MOST) <= 0;
    }

    /** A 128-bit integer as the smaller type that holds it, which Java has. */
    static ConstantValue narrowed(ConstantValue value) {
        if (!(value instanceof IntegerValue(var number, var type)) || type != BuiltinKind.INT128) {
            return value;
        }
        if (number.bitLength() < Long.SIZE) {
            return new IntegerValue(number, BuiltinKind.LONG);
        }
        return number.signum() > 0 && number.bitLength() == Long.SIZE
                ? new IntegerValue(number, BuiltinKind.UNSIGNED_LONG)
                : value;
    }
}
