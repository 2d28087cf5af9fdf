package org.ffigen.parse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.Evaluation;
import org.ffigen.clang.TranslationUnit;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.ConstantValue.FloatingValue;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.ConstantValue.WideFloatingValue;

/**
 * Asks clang for macros of types whose values its evaluation cuts: of 128-bit integers it gives 64 bits, of
 * {@code long double} a double. So each is taken apart, in C, into parts that come through whole. A floating-point number
 * is first scaled by a power of two, which is exact, so that neither it nor its parts leave the range of double.
 */
final class WideProbes {

    private static final String PREFIX = "ffigen_wide_";
    /** Powers of two between the scales, and the scales on either side of 1. */
    private static final int STEP = 900;
    private static final int SCALES = 18;
    private static final int QUAD_MANTISSA = 113;

    private final MainFile main;
    private final Map<MacroDefinition, BuiltinKind> macros;

    /** @param macros those that clang evaluates, and their types */
    WideProbes(MainFile main, Map<MacroDefinition, BuiltinKind> macros) {
        this.main = main;
        this.macros = macros;
    }

    /** The whole source file. */
    String text() {
        StringBuilder text = new StringBuilder(main.text());
        text.append(scaleMacros());
        text.append(variable("int", "mantissa", "__LDBL_MANT_DIG__"));
        int index = 0;
        for (Map.Entry<MacroDefinition, BuiltinKind> macro : macros.entrySet()) {
            String name = "(" + macro.getKey().name() + ")";
            String at = "_" + index++;
            if (isInteger(macro.getValue())) {
                text.append(variable("unsigned long long", "low" + at, "(unsigned long long) " + name))
                        .append(variable("unsigned long long", "high" + at,
                                "(unsigned long long) (" + name + " >> 64)"));
            } else {
                // A name of its own, because the parts repeat it some hundred times, and a literal may take long to read.
                String value = "ffigen_value" + at;
                text.append("static const __typeof__" + name + " " + value + " = " + name + ";\n");
                name = "(" + value + ")";
                text.append(variable("double", "rounded" + at, "(double) " + name))
                        .append(variable("int", "infinite" + at, "__builtin_isinf" + name))
                        .append(variable("int", "scale" + at, "ffigen_scale" + name));
                for (int part = 1; part <= 3; part++) {
                    text.append(variable("double", "part" + part + at, "ffigen_part" + part + name));
                }
            }
        }
        return text.toString();
    }

    private static String variable(String type, String name, String value) {
        return "static const " + type + " " + PREFIX + name + " = " + value + ";\n";
    }

    private static String scaleMacros() {
        StringBuilder scale = new StringBuilder("#define ffigen_scale(x) (");
        StringBuilder scaled = new StringBuilder("#define ffigen_scaled(x) (");
        for (int i = SCALES; i > -SCALES; i--) {
            String isAtLeast = "ffigen_size(x) >= (__typeof__(x)) 0x1p" + i * STEP + "L ? ";
            scale.append(isAtLeast).append(i).append(" : ");
            scaled.append(isAtLeast).append("(x) * 0x1p").append(-i * STEP).append("L : ");
        }
        scale.append(-SCALES).append(")\n");
        scaled.append("(x) * 0x1p").append(SCALES * STEP).append("L)\n");
        return "#define ffigen_size(x) ((x) < 0 ? -(x) : (x))\n" + scale + scaled
                + "#define ffigen_part1(x) ((double) ffigen_scaled(x))\n"
                + "#define ffigen_rest(x) (ffigen_scaled(x) - ffigen_part1(x))\n"
                + "#define ffigen_part2(x) ((double) ffigen_rest(x))\n"
                + "#define ffigen_part3(x) ((double) (ffigen_rest(x) - ffigen_part2(x)))\n";
    }

    /** The values of the macros that clang gave all parts of. */
    Map<MacroDefinition, ConstantValue> values(TranslationUnit unit) {
        Map<String, Evaluation> parts = parts(unit);
        int mantissa = number(parts.get("mantissa")).intValue();
        Map<MacroDefinition, ConstantValue> values = new LinkedHashMap<>();
        int index = 0;
        for (Map.Entry<MacroDefinition, BuiltinKind> macro : macros.entrySet()) {
            BuiltinKind type = macro.getValue();
            String at = "_" + index++;
            List<String> names = isInteger(type)
                    ? List.of("low" + at, "high" + at)
                    : List.of("rounded" + at, "infinite" + at, "scale" + at, "part1" + at, "part2" + at, "part3" + at);
            if (parts.keySet().containsAll(names)) {
                List<Evaluation> found = names.stream().map(parts::get).toList();
                if (type == BuiltinKind.FLOAT128 && !isFinite(found)) {
                    continue; // gcc makes them of built-in functions, which it takes for no constants
                }
                values.put(macro.getKey(), isInteger(type)
                        ? integer(found, type)
                        : floating(found, type, type == BuiltinKind.FLOAT128 ? QUAD_MANTISSA : mantissa));
            }
        }
        return values;
    }

    private static Map<String, Evaluation> parts(TranslationUnit unit) {
        Map<String, Evaluation> parts = new HashMap<>();
        CursorList topLevel = unit.cursor().children();
        for (int i = 0; i < topLevel.size(); i++) {
            if (topLevel.kind(i) == CursorKind.VAR_DECL) {
                Cursor variable = topLevel.get(i);
                if (variable.spelling().startsWith(PREFIX)
                        && !(variable.evaluate() instanceof Evaluation.Unexposed)) {
                    parts.put(variable.spelling().substring(PREFIX.length()), variable.evaluate());
                }
            }
        }
        return parts;
    }

    private static ConstantValue integer(List<Evaluation> parts, BuiltinKind type) {
        BigInteger low = new BigInteger(Long.toUnsignedString(number(parts.get(0)).longValue()));
        long high = number(parts.get(1)).longValue();
        BigInteger top = type == BuiltinKind.INT128
                ? BigInteger.valueOf(high)
                : new BigInteger(Long.toUnsignedString(high));
        return new IntegerValue(top.shiftLeft(Long.SIZE).add(low), type);
    }

    private static boolean isFinite(List<Evaluation> parts) {
        return !Double.isNaN(real(parts.get(0))) && number(parts.get(1)).signum() == 0;
    }

    private static ConstantValue floating(List<Evaluation> parts, BuiltinKind type, int mantissa) {
        double rounded = real(parts.get(0));
        double scaled = real(parts.get(3));
        if (Double.isNaN(rounded) || number(parts.get(1)).signum() != 0 || scaled == 0) {
            return new FloatingValue(rounded, type);
        }
        BigDecimal exact = new BigDecimal(scaled).add(new BigDecimal(real(parts.get(4))))
                .add(new BigDecimal(real(parts.get(5))))
                .multiply(BinaryFloats.powerOfTwo(number(parts.get(2)).intValue() * STEP));
        return new WideFloatingValue(BinaryFloats.decimal(exact, mantissa), type);
    }

    private static boolean isInteger(BuiltinKind type) {
        return type == BuiltinKind.INT128 || type == BuiltinKind.UNSIGNED_INT128;
    }

    private static BigInteger number(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.IntegerResult(var value)) {
            return value;
        }
        throw new IllegalStateException("clang gives no value of a part: " + evaluation);
    }

    private static double real(Evaluation evaluation) {
        if (evaluation instanceof Evaluation.FloatingResult(var value)) {
            return value;
        }
        throw new IllegalStateException("clang gives no value of a part: " + evaluation);
    }
}
