package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.function.Function;

/** The codecs of C's extended types. Alignment does not matter to them. */
public final class Codecs {
    /** x87's {@code long double} of 80 bits in 16 bytes. Reading rounds to the nearest double; writing is exact. */
    public static final Codec<Double> FLOAT80 = new Plain<>(16, BinaryFloats::getFloat80, BinaryFloats::setFloat80);

    /** IEEE's binary128, {@code __float128}. Reading rounds to the nearest double; writing is exact. */
    public static final Codec<Double> FLOAT128 = new Plain<>(16, BinaryFloats::getFloat128, BinaryFloats::setFloat128);

    /** IEEE's binary16, {@code _Float16}. Reading is exact; writing rounds to the nearest. */
    public static final Codec<Float> FLOAT16 = new Plain<>(2,
            (segment, offset) -> Float.float16ToFloat(segment.get(JAVA_SHORT_UNALIGNED, offset)),
            (segment, offset, value) -> segment.set(JAVA_SHORT_UNALIGNED, offset, Float.floatToFloat16(value)));

    /** {@code __int128}. */
    public static final Codec<BigInteger> INT128 = new WideInteger(16, 128, true);

    /** {@code unsigned __int128}. */
    public static final Codec<BigInteger> UINT128 = new WideInteger(16, 128, false);

    /** {@code long double _Complex} of two {@link #FLOAT80}. */
    public static final Codec<ComplexDouble> COMPLEX_FLOAT80 = complex(FLOAT80, value -> value);

    /** {@code _Complex} of two {@link #FLOAT128}. */
    public static final Codec<ComplexDouble> COMPLEX_FLOAT128 = complex(FLOAT128, value -> value);

    /** {@code _Float16 _Complex}. */
    public static final Codec<ComplexDouble> COMPLEX_FLOAT16 = complex(FLOAT16, Double::floatValue);

    private Codecs() {
    }

    /**
     * {@code _BitInt(N)} of at most 64 bits.
     *
     * @param byteSize what it takes in memory, in bytes
     * @param bits N
     * @param signed whether it has a sign
     * @return its codec
     */
    public static Codec<Long> bitInt(int byteSize, int bits, boolean signed) {
        return new Plain<>(byteSize,
                (segment, offset) -> signed
                        ? BitFields.getSigned(segment, offset * Byte.SIZE, bits)
                        : BitFields.getUnsigned(segment, offset * Byte.SIZE, bits),
                (segment, offset, value) -> {
                    long cut = value << Long.SIZE - bits;
                    if ((signed ? cut >> Long.SIZE - bits : cut >>> Long.SIZE - bits) != value) {
                        throw WideInteger.doesNotFit(value, bits, signed);
                    }
                    BitFields.set(segment, offset * Byte.SIZE, byteSize * Byte.SIZE, value, BitFields.LITTLE_ENDIAN);
                });
    }

    /**
     * {@code _BitInt(N)} of more than 64 bits.
     *
     * @param byteSize what it takes in memory, in bytes
     * @param bits N
     * @param signed whether it has a sign
     * @return its codec
     */
    public static Codec<BigInteger> wideBitInt(int byteSize, int bits, boolean signed) {
        return new WideInteger(byteSize, bits, signed);
    }

    private static <N extends Number> Codec<ComplexDouble> complex(Codec<N> part, Function<Double, N> narrow) {
        long size = part.byteSize();
        return new Plain<>(2 * size,
                (segment, offset) -> new ComplexDouble(part.get(segment, offset).doubleValue(),
                        part.get(segment, offset + size).doubleValue()),
                (segment, offset, value) -> {
                    part.set(segment, offset, narrow.apply(value.re()));
                    part.set(segment, offset + size, narrow.apply(value.im()));
                });
    }

    /** Reads a value. */
    interface Getter<T> {
        T get(MemorySegment segment, long offset);
    }

    /** Writes a value. */
    interface Setter<T> {
        void set(MemorySegment segment, long offset, T value);
    }

    /** Two functions. */
    record Plain<T>(long byteSize, Getter<T> getter, Setter<T> setter) implements Codec<T> {
        @Override
        public T get(MemorySegment segment, long offset) {
            return getter.get(segment, offset);
        }

        @Override
        public void set(MemorySegment segment, long offset, T value) {
            setter.set(segment, offset, value);
        }
    }
}
