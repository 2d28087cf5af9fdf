package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * The floating-point formats wider than {@code double}: x87's 80 bits, and IEEE's binary128. Both have 15 bits of
 * exponent. Reading rounds to the nearest {@code double}, ties to even, as a C cast does: too large becomes infinity,
 * too small a subnormal or zero. Writing is exact.
 */
final class BinaryFloats {
    private static final int BIAS = 16383;
    private static final int SPECIAL = 0x7fff;
    private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private BinaryFloats() {
    }

    static double getFloat80(MemorySegment segment, long offset) {
        int head = segment.get(JAVA_SHORT_UNALIGNED, offset + 8);
        return toDouble(head < 0, head & SPECIAL, segment.get(JAVA_LONG_UNALIGNED, offset));
    }

    /** Writes 16 bytes: the 6 after the number are padding, and become 0. */
    static void setFloat80(MemorySegment segment, long offset, double value) {
        segment.set(JAVA_LONG_UNALIGNED, offset, significand(value));
        segment.set(JAVA_LONG_UNALIGNED, offset + 8, head(value));
    }

    static double getFloat128(MemorySegment segment, long offset) {
        long high = segment.get(JAVA_LONG_UNALIGNED, offset + (LITTLE_ENDIAN ? 8 : 0));
        long low = segment.get(JAVA_LONG_UNALIGNED, offset + (LITTLE_ENDIAN ? 0 : 8));
        int exponent = (int) (high >>> 48) & SPECIAL;
        // A bit that says that something was cut off below is enough to round as the whole would.
        long fraction = high << 15 | low >>> 49 | ((low & -1L >>> 15) != 0 ? 1 : 0);
        long significand = exponent == 0 ? fraction & Long.MAX_VALUE : fraction | Long.MIN_VALUE;
        return toDouble(high < 0, exponent, significand);
    }

    static void setFloat128(MemorySegment segment, long offset, double value) {
        long fraction = significand(value) << 1;
        segment.set(JAVA_LONG_UNALIGNED, offset + (LITTLE_ENDIAN ? 8 : 0), head(value) << 48 | fraction >>> 16);
        segment.set(JAVA_LONG_UNALIGNED, offset + (LITTLE_ENDIAN ? 0 : 8), fraction << 48);
    }

    /** The sign and the exponent. */
    private static long head(double value) {
        long sign = Double.doubleToRawLongBits(value) >>> 48 & 0x8000;
        if (value == 0) {
            return sign;
        }
        if (!Double.isFinite(value)) {
            return sign | SPECIAL;
        }
        return sign | exponent(value) + BIAS;
    }

    /** With the leading bit at the top. */
    private static long significand(double value) {
        long bits = Double.doubleToRawLongBits(value) & -1L >>> 12;
        if (value == 0) {
            return 0;
        }
        if (Math.getExponent(value) < Double.MIN_EXPONENT) {
            return bits << Long.numberOfLeadingZeros(bits);
        }
        return Long.MIN_VALUE | bits << 11;
    }

    private static int exponent(double value) {
        if (Math.getExponent(value) >= Double.MIN_EXPONENT) {
            return Math.getExponent(value);
        }
        long bits = Double.doubleToRawLongBits(value) & -1L >>> 12;
        return Double.MIN_EXPONENT + 11 - Long.numberOfLeadingZeros(bits);
    }

    /** @param significand with the leading bit at the top; of a subnormal number, one or more 0 before it */
    static double toDouble(boolean negative, int exponent, long significand) {
        double magnitude;
        if (exponent == SPECIAL) {
            magnitude = significand << 1 == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (significand == 0) {
            magnitude = 0;
        } else {
            int zeros = Long.numberOfLeadingZeros(significand);
            magnitude = round(Math.max(exponent, 1) - BIAS - zeros, significand << zeros);
        }
        return negative ? -magnitude : magnitude;
    }

    private static double round(int exponent, long significand) {
        if (exponent > Double.MAX_EXPONENT) {
            return Double.POSITIVE_INFINITY;
        }
        if (exponent < Double.MIN_EXPONENT - 53) {
            return 0;
        }
        int dropped = 11 + Math.max(0, Double.MIN_EXPONENT - exponent);
        long kept = dropped == Long.SIZE ? 0 : significand >>> dropped;
        long rest = significand << Long.SIZE - dropped;
        if (rest < 0 && (rest != Long.MIN_VALUE || (kept & 1) != 0)) {
            kept++;
        }
        // The leading bit adds 1 to the exponent, and so does a carry out of the fraction.
        return Double.longBitsToDouble(
                kept + ((long) Math.max(0, exponent - Double.MIN_EXPONENT) << 52));
    }
}
