package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * The codecs of C's {@code _Atomic} scalars: a read is a volatile one, a write too, so that both order as C's own do. Where
 * memory is not aligned for the type, as in packed records, it is a plain one beside a fence: ordered too, but another
 * thread may see half of it, as in C where it crosses a line of the cache.
 */
public final class Atomics {
    /** {@code _Atomic bool}. */
    public static final Codec<Boolean> BOOLEAN = new Codecs.Plain<>(1,
            (s, o) -> (boolean) Handles.BOOLEAN.getVolatile(s, o),
            (s, o, value) -> Handles.BOOLEAN.setVolatile(s, o, (boolean) value));

    /** {@code _Atomic} of 8 bits. */
    public static final Codec<Byte> BYTE = new Codecs.Plain<>(1, (s, o) -> (byte) Handles.BYTE.getVolatile(s, o),
            (s, o, value) -> Handles.BYTE.setVolatile(s, o, (byte) value));

    /** {@code _Atomic} of 16 bits. */
    public static final Codec<Short> SHORT = new Codecs.Plain<>(2, (s, o) -> isAligned(s, o, 2)
            ? (short) Handles.SHORT.getVolatile(s, o)
            : fenced(s.get(ValueLayout.JAVA_SHORT_UNALIGNED, o)),
            (s, o, value) -> {
                if (isAligned(s, o, 2)) {
                    Handles.SHORT.setVolatile(s, o, (short) value);
                } else {
                    fenced(() -> s.set(ValueLayout.JAVA_SHORT_UNALIGNED, o, value));
                }
            });

    /** {@code _Atomic} of 32 bits. */
    public static final Codec<Integer> INT = new Codecs.Plain<>(4, (s, o) -> isAligned(s, o, 4)
            ? (int) Handles.INT.getVolatile(s, o)
            : fenced(s.get(ValueLayout.JAVA_INT_UNALIGNED, o)),
            (s, o, value) -> {
                if (isAligned(s, o, 4)) {
                    Handles.INT.setVolatile(s, o, (int) value);
                } else {
                    fenced(() -> s.set(ValueLayout.JAVA_INT_UNALIGNED, o, value));
                }
            });

    /** {@code _Atomic} of 64 bits. */
    public static final Codec<Long> LONG = new Codecs.Plain<>(8, (s, o) -> isAligned(s, o, 8)
            ? (long) Handles.LONG.getVolatile(s, o)
            : fenced(s.get(ValueLayout.JAVA_LONG_UNALIGNED, o)),
            (s, o, value) -> {
                if (isAligned(s, o, 8)) {
                    Handles.LONG.setVolatile(s, o, (long) value);
                } else {
                    fenced(() -> s.set(ValueLayout.JAVA_LONG_UNALIGNED, o, value));
                }
            });

    /** {@code _Atomic float}. */
    public static final Codec<Float> FLOAT = new Codecs.Plain<>(4, (s, o) -> isAligned(s, o, 4)
            ? (float) Handles.FLOAT.getVolatile(s, o)
            : fenced(s.get(ValueLayout.JAVA_FLOAT_UNALIGNED, o)),
            (s, o, value) -> {
                if (isAligned(s, o, 4)) {
                    Handles.FLOAT.setVolatile(s, o, (float) value);
                } else {
                    fenced(() -> s.set(ValueLayout.JAVA_FLOAT_UNALIGNED, o, value));
                }
            });

    /** {@code _Atomic double}. */
    public static final Codec<Double> DOUBLE = new Codecs.Plain<>(8,
            (s, o) -> isAligned(s, o, 8)
                    ? (double) Handles.DOUBLE.getVolatile(s, o)
                    : fenced(s.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, o)),
            (s, o, value) -> {
                if (isAligned(s, o, 8)) {
                    Handles.DOUBLE.setVolatile(s, o, (double) value);
                } else {
                    fenced(() -> s.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, o, value));
                }
            });

    /** {@code T *_Atomic}. */
    public static final Codec<MemorySegment> ADDRESS = new Codecs.Plain<>(8,
            (s, o) -> isAligned(s, o, 8)
                    ? (MemorySegment) Handles.ADDRESS.getVolatile(s, o)
                    : fenced(s.get(ValueLayout.ADDRESS_UNALIGNED, o)),
            (s, o, value) -> {
                if (isAligned(s, o, 8)) {
                    Handles.ADDRESS.setVolatile(s, o, value);
                } else {
                    fenced(() -> s.set(ValueLayout.ADDRESS_UNALIGNED, o, value));
                }
            });

    private Atomics() {
    }

    /** No other code than Java's sees the Java heap, whose arrays are aligned for their elements only. */
    private static boolean isAligned(MemorySegment segment, long offset, long size) {
        return segment.isNative() && (segment.address() + offset) % size == 0;
    }

    private static <T> T fenced(T read) {
        VarHandle.fullFence();
        return read;
    }

    private static void fenced(Runnable write) {
        VarHandle.fullFence();
        write.run();
        VarHandle.fullFence();
    }

    private static final class Handles {
        static final VarHandle BOOLEAN = ValueLayout.JAVA_BOOLEAN.varHandle();
        static final VarHandle BYTE = ValueLayout.JAVA_BYTE.varHandle();
        static final VarHandle SHORT = ValueLayout.JAVA_SHORT.varHandle();
        static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();
        static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();
        static final VarHandle FLOAT = ValueLayout.JAVA_FLOAT.varHandle();
        static final VarHandle DOUBLE = ValueLayout.JAVA_DOUBLE.varHandle();
        static final VarHandle ADDRESS = ValueLayout.ADDRESS.varHandle();

        private Handles() {
        }
    }
}
