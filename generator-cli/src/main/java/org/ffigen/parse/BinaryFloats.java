package org.ffigen.parse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Binary floating-point numbers of any width, in decimal. */
final class BinaryFloats {

    /** The least exponent of the last bit of an extended and of a quadruple number is not below this. */
    private static final int LEAST_EXPONENT = -16494;
    /** As many digits as any number of 113 bits needs. */
    private static final int MOST_DIGITS = 40;

    private BinaryFloats() {
    }

    /** Two to that power, exactly. */
    static BigDecimal powerOfTwo(int exponent) {
        BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(exponent)));
        return exponent >= 0 ? power : new BigDecimal(BigInteger.valueOf(5).pow(-exponent), -exponent);
    }

    /**
     * A decimal number of few digits that reads back as the same binary number, and as the same double.
     *
     * @param exact the binary number
     * @param mantissa its type's bits of precision
     */
    static BigDecimal decimal(BigDecimal exact, int mantissa) {
        int first = exponent(exact.abs());
        int last = Math.max(first - mantissa + 1, LEAST_EXPONENT);
        // Below a power of two, numbers are half as far apart as above it.
        boolean isPower = exact.abs().compareTo(powerOfTwo(first)) == 0;
        BigDecimal near = powerOfTwo(isPower ? last - 2 : last - 1);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (exact.subtract(rounded).abs().compareTo(near) < 0 && rounded.doubleValue() == exact.doubleValue()) {
                return rounded;
            }
        }
        return exact;
    }

    /** The greatest power of two that is not greater than the number, which is not 0. */
    private static int exponent(BigDecimal number) {
        int exponent = (int) Math.floor((number.precision() - number.scale()) / Math.log10(2));
        while (powerOfTwo(exponent).compareTo(number) > 0) {
            exponent--;
        }
        return exponent;
    }
}
