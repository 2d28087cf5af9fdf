package org.ffigen.model;

import java.math.BigInteger;
import java.util.Base64;

/** The value of a constant, exact. */
public sealed interface ConstantValue {

    /** @param type C's type of the expression */
    record IntegerValue(BigInteger value, BuiltinKind type) implements ConstantValue {}

    /** @param type {@code float}, {@code double} or {@code long double}; the value is rounded to double */
    record FloatingValue(double value, BuiltinKind type) implements ConstantValue {}

    /** @param base64 the bytes without the terminating NUL, in Base64, so that equality is by content */
    record StringValue(String base64) implements ConstantValue {
        public static StringValue of(byte[] bytes) {
            return new StringValue(Base64.getEncoder().encodeToString(bytes));
        }

        public byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** A number cast to a pointer, such as {@code ((void *) -1)}. */
    record AddressValue(long address) implements ConstantValue {}
}
