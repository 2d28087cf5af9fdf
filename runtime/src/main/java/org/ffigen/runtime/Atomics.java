package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * The codecs of C's {@code _Atomic} scalars: a read is a volatile one, a write too, so that both order as C's own do. The
 * memory must be aligned for the type.
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
    public static final Codec<Short> SHORT = new Codecs.Plain<>(2, (s, o) -> (short) Handles.SHORT.getVolatile(s, o),
            (s, o, value) -> Handles.SHORT.setVolatile(s, o, (short) value));

    /** {@code _Atomic} of 32 bits. */
    public static final Codec<Integer> INT = new Codecs.Plain<>(4, (s, o) -> (int) Handles.INT.getVolatile(s, o),
            (s, o, value) -> Handles.INT.setVolatile(s, o, (int) value));

    /** {@code _Atomic} of 64 bits. */
    public static final Codec<Long> LONG = new Codecs.Plain<>(8, (s, o) -> (long) Handles.LONG.getVolatile(s, o),
            (s, o, value) -> Handles.LONG.setVolatile(s, o, (long) value));

    /** {@code _Atomic float}. */
    public static final Codec<Float> FLOAT = new Codecs.Plain<>(4, (s, o) -> (float) Handles.FLOAT.getVolatile(s, o),
            (s, o, value) -> Handles.FLOAT.setVolatile(s, o, (float) value));

    /** {@code _Atomic double}. */
    public static final Codec<Double> DOUBLE = new Codecs.Plain<>(8,
            (s, o) -> (double) Handles.DOUBLE.getVolatile(s, o),
            (s, o, value) -> Handles.DOUBLE.setVolatile(s, o, (double) value));

    /** {@code T *_Atomic}. */
    public static final Codec<MemorySegment> ADDRESS = new Codecs.Plain<>(8,
            (s, o) -> (MemorySegment) Handles.ADDRESS.getVolatile(s, o),
            (s, o, value) -> Handles.ADDRESS.setVolatile(s, o, value));

    private Atomics() {
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
