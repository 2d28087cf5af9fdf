package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * Bit-fields of C records, of any width at any bit. Reading and writing touch the bytes that hold the field and no
 * others; the neighbours in these bytes keep their values. Like C's own, a write is a read and a write: two threads
 * that write neighbours need a lock.
 *
 * <p>
 * Bits count from the start of the memory in the order of declarations: from the low end of each byte on little-endian
 * machines, from the high end on big-endian ones. Stateless.
 */
public final class BitFields {
    static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private BitFields() {
    }

    /**
     * Reads an unsigned field.
     *
     * @param segment the record
     * @param bit the field's first bit
     * @param width its width in bits, 1 to 64
     * @return the value; one of 64 bits may be negative in Java
     * @throws IndexOutOfBoundsException if the field does not lie within the record's memory
     */
    public static long getUnsigned(MemorySegment segment, long bit, int width) {
        return get(segment, bit, width, LITTLE_ENDIAN) << Long.SIZE - width >>> Long.SIZE - width;
    }

    /**
     * Reads a signed field.
     *
     * @param segment the record
     * @param bit the field's first bit
     * @param width its width in bits, 1 to 64
     * @return the value
     * @throws IndexOutOfBoundsException if the field does not lie within the record's memory
     */
    public static long getSigned(MemorySegment segment, long bit, int width) {
        return get(segment, bit, width, LITTLE_ENDIAN) << Long.SIZE - width >> Long.SIZE - width;
    }

    /**
     * Writes an unsigned field.
     *
     * @param segment the record
     * @param bit the field's first bit
     * @param width its width in bits, 1 to 64
     * @param value the value, as 32 unsigned bits
     * @throws IllegalArgumentException if the field cannot hold the value, or the memory is read-only
     * @throws IndexOutOfBoundsException if the field does not lie within the record's memory
     */
    public static void setUnsigned(MemorySegment segment, long bit, int width, int value) {
        setUnsigned(segment, bit, width, Integer.toUnsignedLong(value));
    }

    /**
     * Writes an unsigned field.
     *
     * @param segment the record
     * @param bit the field's first bit
     * @param width its width in bits, 1 to 64
     * @param value the value, as 64 unsigned bits
     * @throws IllegalArgumentException if the field cannot hold the value, or the memory is read-only
     * @throws IndexOutOfBoundsException if the field does not lie within the record's memory
     */
    public static void setUnsigned(MemorySegment segment, long bit, int width, long value) {
        if (value << Long.SIZE - width >>> Long.SIZE - width != value) {
            throw doesNotFit(Long.toUnsignedString(value), "an unsigned", width);
        }
        set(segment, bit, width, value, LITTLE_ENDIAN);
    }

    /**
     * Writes a signed field.
     *
     * @param segment the record
     * @param bit the field's first bit
     * @param width its width in bits, 1 to 64
     * @param value the value
     * @throws IllegalArgumentException if the field cannot hold the value, or the memory is read-only
     * @throws IndexOutOfBoundsException if the field does not lie within the record's memory
     */
    public static void setSigned(MemorySegment segment, long bit, int width, long value) {
        if (value << Long.SIZE - width >> Long.SIZE - width != value) {
            throw doesNotFit(Long.toString(value), "a signed", width);
        }
        set(segment, bit, width, value, LITTLE_ENDIAN);
    }

    /**
     * Reads an unsigned field of a type that is wider than {@code long}.
     *
     * @param segment the record
     * @param bit the field's first bit
     * @param width its width in bits
     * @return the value
     * @throws IndexOutOfBoundsException if the field does not lie within the record's memory
     */
    public static BigInteger getBigUnsigned(MemorySegment segment, long bit, int width) {
        return getBig(segment, bit, width, LITTLE_ENDIAN);
    }

    /**
     * Reads a signed field of a type that is wider than {@code long}.
     *
     * @param segment the record
     * @param bit the field's first bit
     * @param width its width in bits
     * @return the value
     * @throws IndexOutOfBoundsException if the field does not lie within the record's memory
     */
    public static BigInteger getBigSigned(MemorySegment segment, long bit, int width) {
        BigInteger value = getBigUnsigned(segment, bit, width);
        return value.testBit(width - 1) ? value.subtract(BigInteger.TWO.pow(width)) : value;
    }

    /**
     * Writes an unsigned field of a type that is wider than {@code long}.
     *
     * @param segment the record
     * @param bit the field's first bit
     * @param width its width in bits
     * @param value the value
     * @throws IllegalArgumentException if the field cannot hold the value, or the memory is read-only
     * @throws IndexOutOfBoundsException if the field does not lie within the record's memory
     */
    public static void setBigUnsigned(MemorySegment segment, long bit, int width, BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > width) {
            throw doesNotFit(value.toString(), "an unsigned", width);
        }
        setBig(segment, bit, width, value, LITTLE_ENDIAN);
    }

    /**
     * Writes a signed field of a type that is wider than {@code long}.
     *
     * @param segment the record
     * @param bit the field's first bit
     * @param width its width in bits
     * @param value the value
     * @throws IllegalArgumentException if the field cannot hold the value, or the memory is read-only
     * @throws IndexOutOfBoundsException if the field does not lie within the record's memory
     */
    public static void setBigSigned(MemorySegment segment, long bit, int width, BigInteger value) {
        if (value.bitLength() >= width) {
            throw doesNotFit(value.toString(), "a signed", width);
        }
        setBig(segment, bit, width, value, LITTLE_ENDIAN);
    }

    private static IllegalArgumentException doesNotFit(String value, String kind, int width) {
        return new IllegalArgumentException("%s does not fit %s bit-field of %s bits".formatted(value, kind, width));
    }

    /** The field in the low bits of the result; what is above is not the field's. */
    static long get(MemorySegment segment, long bit, int width, boolean little) {
        long first = bit >>> 3;
        int start = (int) bit & 7;
        int bytes = start + width + 7 >>> 3;
        if (bytes > Long.BYTES) {
            int head = Long.SIZE - start;
            int tail = width - head;
            long begin = get(segment, bit, head, little);
            long end = get(segment, first + Long.BYTES << 3, tail, little);
            return little
                    ? begin & -1L >>> start | end << head
                    : begin << tail | end & -1L >>> Long.SIZE - tail;
        }
        return load(segment, first, bytes, little) >>> (little ? start : bytes * Byte.SIZE - start - width);
    }

    static void set(MemorySegment segment, long bit, int width, long value, boolean little) {
        long first = bit >>> 3;
        int start = (int) bit & 7;
        int bytes = start + width + 7 >>> 3;
        if (bytes > Long.BYTES) {
            int head = Long.SIZE - start;
            int tail = width - head;
            set(segment, bit, head, little ? value : value >> tail, little);
            set(segment, first + Long.BYTES << 3, tail, little ? value >> head : value, little);
            return;
        }
        int shift = little ? start : bytes * Byte.SIZE - start - width;
        long mask = -1L >>> Long.SIZE - width << shift;
        long others = load(segment, first, bytes, little) & ~mask;
        store(segment, first, bytes, little, others | value << shift & mask);
    }

    /** The field without a sign, in parts: the lowest comes first on little-endian machines, and last on others. */
    static BigInteger getBig(MemorySegment segment, long bit, int width, boolean little) {
        BigInteger value = BigInteger.ZERO;
        for (int at = 0; at < width; at += Long.SIZE) {
            int part = Math.min(Long.SIZE, width - at);
            BigInteger bits = BigInteger.valueOf(get(segment, bit + at, part, little))
                    .and(BigInteger.TWO.pow(part).subtract(BigInteger.ONE));
            value = little ? value.or(bits.shiftLeft(at)) : value.shiftLeft(part).or(bits);
        }
        return value;
    }

    static void setBig(MemorySegment segment, long bit, int width, BigInteger value, boolean little) {
        for (int at = 0; at < width; at += Long.SIZE) {
            int part = Math.min(Long.SIZE, width - at);
            set(segment, bit + at, part, value.shiftRight(little ? at : width - at - part).longValue(), little);
        }
    }

    /** The bytes as an unsigned number. */
    private static long load(MemorySegment segment, long at, int bytes, boolean little) {
        return switch (bytes) {
            case 1 -> segment.get(JAVA_BYTE, at) & 0xffL;
            case 2 -> segment.get(little ? Layouts.LITTLE_SHORT : Layouts.BIG_SHORT, at) & 0xffffL;
            case 4 -> segment.get(little ? Layouts.LITTLE_INT : Layouts.BIG_INT, at) & 0xffffffffL;
            case 8 -> segment.get(little ? Layouts.LITTLE_LONG : Layouts.BIG_LONG, at);
            default -> {
                int head = Integer.highestOneBit(bytes);
                int tail = bytes - head;
                long begin = load(segment, at, head, little);
                long end = load(segment, at + head, tail, little);
                yield little ? begin | end << head * Byte.SIZE : begin << tail * Byte.SIZE | end;
            }
        };
    }

    private static void store(MemorySegment segment, long at, int bytes, boolean little, long value) {
        switch (bytes) {
            case 1 -> segment.set(JAVA_BYTE, at, (byte) value);
            case 2 -> segment.set(little ? Layouts.LITTLE_SHORT : Layouts.BIG_SHORT, at, (short) value);
            case 4 -> segment.set(little ? Layouts.LITTLE_INT : Layouts.BIG_INT, at, (int) value);
            case 8 -> segment.set(little ? Layouts.LITTLE_LONG : Layouts.BIG_LONG, at, value);
            default -> {
                int head = Integer.highestOneBit(bytes);
                int tail = bytes - head;
                store(segment, at, head, little, little ? value : value >>> tail * Byte.SIZE);
                store(segment, at + head, tail, little, little ? value >>> head * Byte.SIZE : value);
            }
        }
    }

    /** Layouts without alignment, of both byte orders. */
    private static final class Layouts {
        static final ValueLayout.OfShort LITTLE_SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        static final ValueLayout.OfShort BIG_SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
        static final ValueLayout.OfInt LITTLE_INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        static final ValueLayout.OfInt BIG_INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
        static final ValueLayout.OfLong LITTLE_LONG = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        static final ValueLayout.OfLong BIG_LONG = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

        private Layouts() {
        }
    }
}
