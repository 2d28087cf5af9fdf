package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;

/**
 * An integer wider than {@code long}.
 *
 * @param byteSize what it takes in memory
 * @param bits what counts of that
 */
record WideInteger(long byteSize, int bits, boolean signed) implements Codec<BigInteger> {

    @Override
    public BigInteger get(MemorySegment segment, long offset) {
        byte[] bytes = ordered(segment.asSlice(offset, byteSize).toArray(JAVA_BYTE));
        BigInteger value = new BigInteger(1, bytes).and(BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
        return signed && value.testBit(bits - 1) ? value.subtract(BigInteger.TWO.pow(bits)) : value;
    }

    @Override
    public void set(MemorySegment segment, long offset, BigInteger value) {
        boolean fits = signed ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
        if (!fits) {
            throw doesNotFit(value, bits, signed);
        }
        byte[] digits = value.toByteArray();
        byte[] bytes = new byte[(int) byteSize];
        for (int i = 0; i < bytes.length; i++) {
            int from = digits.length - bytes.length + i;
            bytes[i] = from >= 0 ? digits[from] : (byte) (value.signum() < 0 ? -1 : 0);
        }
        MemorySegment.copy(MemorySegment.ofArray(ordered(bytes)), 0, segment, offset, byteSize);
    }

    static IllegalArgumentException doesNotFit(Number value, int bits, boolean signed) {
        return new IllegalArgumentException(
                "%s does not fit %s integer of %s bits".formatted(value, signed ? "a signed" : "an unsigned", bits));
    }

    /** Big-endian bytes of the machine's, and back. */
    private static byte[] ordered(byte[] bytes) {
        if (BitFields.LITTLE_ENDIAN) {
            for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
                byte swapped = bytes[i];
                bytes[i] = bytes[j];
                bytes[j] = swapped;
            }
        }
        return bytes;
    }
}
