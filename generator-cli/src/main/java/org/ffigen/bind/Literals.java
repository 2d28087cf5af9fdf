package org.ffigen.bind;

import java.math.BigInteger;

/** Java literals of exact values. */
final class Literals {

    private Literals() {
    }

    /** A number of bytes, as an {@code int} if it is one. */
    static String ofSize(long bytes) {
        return bytes > Integer.MAX_VALUE ? bytes + "L" : Long.toString(bytes);
    }

    /** The literal of the low 32 bits; hexadecimal where the value does not fit a signed int. */
    static String ofInt(BigInteger value) {
        return value.bitLength() < 32 ? value.toString() : "0x" + Integer.toHexString(value.intValue());
    }

    /** The literal of the low 64 bits; hexadecimal where the value does not fit a signed long. */
    static String ofLong(BigInteger value) {
        return value.bitLength() < 64 ? value + "L" : "0x" + Long.toHexString(value.longValue()) + "L";
    }

    static String ofDouble(double value) {
        return special("Double", value) != null ? special("Double", value) : Double.toString(value);
    }

    static String ofFloat(double value) {
        return special("Float", value) != null ? special("Float", value) : Float.toString((float) value) + "f";
    }

    private static String special(String type, double value) {
        if (Double.isNaN(value)) {
            return type + ".NaN";
        }
        return Double.isInfinite(value) ? type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY") : null;
    }

    /** A string literal; everything that is not printable ASCII is escaped. */
    static String ofString(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c >= ' ' && c < 127 ? String.valueOf((char) c) : "\\u%04x".formatted(c));
            }
        });
        return out.append('"').toString();
    }
}
