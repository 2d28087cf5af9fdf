package org.ffigen.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;

/** The value of a constant, exact. */
public sealed interface ConstantValue {

    /** @param type C's type of the expression */
    record IntegerValue(BigInteger value, BuiltinKind type) implements ConstantValue {}

    /** @param type of {@code long double} and {@code __float128}, the infinities, zeros and NaN only */
    record FloatingValue(double value, BuiltinKind type) implements ConstantValue {}

    /**
     * A finite number of a type that is wider than double.
     *
     * @param value so many digits that they read back as the same number
     * @param type {@code long double} or {@code __float128}
     */
    record WideFloatingValue(BigDecimal value, BuiltinKind type) implements ConstantValue {
        public WideFloatingValue {
            value = value.stripTrailingZeros();
        }
    }

    /**
     * A string literal.
     *
     * @param base64 its bytes as in memory, without the terminating NUL, in Base64, so that equality is by content
     * @param unit the type of its elements: {@code char}, {@code wchar_t}, {@code char16_t} or {@code char32_t}
     */
    record StringValue(String base64, BuiltinKind unit) implements ConstantValue {
        /** A string of {@code char}. */
        public static StringValue of(byte[] bytes) {
            return of(bytes, BuiltinKind.CHAR);
        }

        /** A string of these elements. */
        public static StringValue of(byte[] bytes, BuiltinKind unit) {
            return new StringValue(Base64.getEncoder().encodeToString(bytes), unit);
        }

        public byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** A number cast to a pointer, such as {@code ((void *) -1)}. */
    record AddressValue(long address) implements ConstantValue {}
}
