package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import org.ffigen.runtime.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Scalars between what users see and what is passed or stored, the carrier. Users see the smallest type that holds every
 * value, carriers are as wide as C's type: an {@code u32} is a Long and an Integer of the same bits. Stateless.
 */
final class Values {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    /** What the greatest longs are rounded to, which no long is; a cast back gives the greatest. */
    private static final float TOO_LARGE = 0x1p63f;
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private Values() {
    }

    /** The carrier of a value, or null if the value does not suit the type. Addresses: see {@link #address}. */
    static @Nullable Object carrier(ScalarType type, @Nullable Object value) {
        return switch (type) {
            case I8 -> narrow(value, Byte.MIN_VALUE, Byte.MAX_VALUE) instanceof Long n ? n.byteValue() : null;
            case U8 -> narrow(value, 0, 0xff) instanceof Long n ? n.intValue() : null;
            case I16 -> narrow(value, Short.MIN_VALUE, Short.MAX_VALUE) instanceof Long n ? n.shortValue() : null;
            case U16 -> narrow(value, 0, 0xffff) instanceof Long n ? n.intValue() : null;
            case I32 -> narrow(value, Integer.MIN_VALUE, Integer.MAX_VALUE) instanceof Long n ? n.intValue() : null;
            case U32 -> narrow(value, 0, 0xffff_ffffL) instanceof Long n ? n.intValue() : null;
            case I64, U64, ISIZE, USIZE -> wide(value);
            case F32 -> single(value);
            case F64 -> real(value);
            case BOOL -> value instanceof Boolean ? value : null;
            case POINTER, BUFFER, FUNCTION -> address(value);
            case VOID -> null;
        };
    }

    private static @Nullable Long narrow(@Nullable Object value, long least, long most) {
        Long number = wide(value);
        return number != null && number >= least && number <= most && !beyondLong(value) ? number : null;
    }

    private static boolean beyondLong(@Nullable Object value) {
        return value instanceof BigInteger big && big.bitLength() > 63;
    }

    /** Both readings of 64 bits are welcome, with a sign and without, as in Deno: -1 and 2^64-1 are the same. */
    private static @Nullable Long wide(@Nullable Object value) {
        return switch (value) {
            case Long number -> number;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case Character letter -> (long) letter;
            case BigInteger big when big.compareTo(LEAST) >= 0 && big.compareTo(MOST) <= 0 -> big.longValue();
            case null, default -> null;
        };
    }

    /** A double is rounded, an integer is not. */
    private static @Nullable Float single(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Math.abs(number) <= Float.MAX_VALUE || !Double.isFinite(number) ? (Float) (float) number : null;
        }
        return whole(value) instanceof Long n && n.floatValue() != TOO_LARGE && (long) n.floatValue() == n
                ? n.floatValue()
                : null;
    }

    private static @Nullable Double real(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        return whole(value) instanceof Long n && n.doubleValue() != TOO_LARGE && (long) n.doubleValue() == n
                ? n.doubleValue()
                : null;
    }

    private static @Nullable Long whole(@Nullable Object value) {
        return value instanceof BigInteger || value instanceof Character ? null : wide(value);
    }

    /** Native memory as it is; null is NULL. */
    static @Nullable MemorySegment address(@Nullable Object value) {
        if (value == null) {
            return MemorySegment.NULL;
        }
        MemorySegment segment = value instanceof Pointer<?> pointer
                ? pointer.segment()
                : value instanceof MemorySegment memory ? memory : null;
        return segment != null && segment.isNative() ? segment : null;
    }

    /** What users see. */
    static @Nullable Object value(ScalarType type, @Nullable Object carrier) {
        return switch (type) {
            case U8 -> ((Number) carrier).intValue() & 0xff;
            case U16 -> carrier instanceof Character c ? (int) c : ((Number) carrier).intValue() & 0xffff;
            case U32 -> ((Number) carrier).intValue() & 0xffff_ffffL;
            case POINTER, BUFFER, FUNCTION -> ((MemorySegment) carrier).address() == 0 ? null : carrier;
            case VOID -> null;
            default -> carrier;
        };
    }

    /** Reads what users see, at any alignment. */
    static @Nullable Object read(ScalarType type, MemorySegment memory, long offset) {
        return value(type, switch (type) {
            case I8, U8 -> memory.get(ValueLayout.JAVA_BYTE, offset);
            case I16 -> memory.get(ValueLayout.JAVA_SHORT_UNALIGNED, offset);
            case U16 -> memory.get(ValueLayout.JAVA_CHAR_UNALIGNED, offset);
            case I32, U32 -> memory.get(ValueLayout.JAVA_INT_UNALIGNED, offset);
            case I64, U64, ISIZE, USIZE -> memory.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
            case F32 -> memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, offset);
            case F64 -> memory.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, offset);
            case BOOL -> memory.get(ValueLayout.JAVA_BYTE, offset) != 0;
            case POINTER, BUFFER, FUNCTION -> memory.get(ValueLayout.ADDRESS_UNALIGNED, offset);
            case VOID -> null;
        });
    }

    /** Writes a carrier. */
    static void write(ScalarType type, MemorySegment memory, long offset, Object carrier) {
        switch (type) {
            case I8, U8 -> memory.set(ValueLayout.JAVA_BYTE, offset, ((Number) carrier).byteValue());
            case I16, U16 -> memory.set(ValueLayout.JAVA_SHORT_UNALIGNED, offset, ((Number) carrier).shortValue());
            case I32, U32 -> memory.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) carrier);
            case I64, U64, ISIZE, USIZE -> memory.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, (long) carrier);
            case F32 -> memory.set(ValueLayout.JAVA_FLOAT_UNALIGNED, offset, (float) carrier);
            case F64 -> memory.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, offset, (double) carrier);
            case BOOL -> memory.set(ValueLayout.JAVA_BYTE, offset, (byte) ((boolean) carrier ? 1 : 0));
            case POINTER, BUFFER, FUNCTION -> memory.set(ValueLayout.ADDRESS_UNALIGNED, offset,
                    (MemorySegment) carrier);
            case VOID -> throw new IllegalArgumentException("void is not stored");
        }
    }

    static String expected(NativeType type) {
        return type instanceof ScalarType scalar ? expected(scalar) : "its bytes, or a list of its members";
    }

    private static String expected(ScalarType type) {
        return switch (type) {
            case I8, I16, I32 -> "an integer of " + type.layout().byteSize() * 8 + " bits";
            case U8, U16, U32 -> "an unsigned integer of " + type.layout().byteSize() * 8 + " bits";
            case I64, U64, ISIZE, USIZE -> "an integer of 64 bits";
            case F32 -> "a number, of integers one that a float holds exactly";
            case F64 -> "a number, of integers one that a double holds exactly";
            case BOOL -> "true or false";
            case POINTER -> "null, or native memory: a MemorySegment or Pointer";
            case FUNCTION -> "null, or a function's address: a MemorySegment, or the pointer() of a Callback";
            case BUFFER -> "null, or bytes: an array, a ByteBuffer or a MemorySegment";
            case VOID -> "nothing";
        };
    }
}
