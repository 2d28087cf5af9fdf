package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.util.Map;
import java.util.stream.Stream;
import org.ffigen.runtime.JavaArrays;
import org.ffigen.runtime.Pointer;
import org.jspecify.annotations.Nullable;

/** C's types for the methods of an interface. Stateless. */
final class JavaTypes {
    private static final Map<Class<?>, NativeType> NUMBERS = Map.ofEntries(Map.entry(byte.class, NativeType.I8),
            Map.entry(short.class, NativeType.I16), Map.entry(char.class, NativeType.U16),
            Map.entry(int.class, NativeType.I32), Map.entry(long.class, NativeType.I64),
            Map.entry(float.class, NativeType.F32), Map.entry(double.class, NativeType.F64),
            Map.entry(boolean.class, NativeType.BOOL), Map.entry(Byte.class, NativeType.I8),
            Map.entry(Character.class, NativeType.U16),
            Map.entry(Short.class, NativeType.I16), Map.entry(Integer.class, NativeType.I32),
            Map.entry(Long.class, NativeType.I64), Map.entry(Float.class, NativeType.F32),
            Map.entry(Double.class, NativeType.F64), Map.entry(Boolean.class, NativeType.BOOL),
            Map.entry(void.class, NativeType.VOID), Map.entry(Void.class, NativeType.VOID));

    /** Java's signed types, of which a method may give the bits of an unsigned one; those of 64 bits are any function's. */
    private static final Map<Class<?>, NativeType> UNSIGNED = Map.of(byte.class, NativeType.U8, Byte.class,
            NativeType.U8, short.class, NativeType.U16, Short.class, NativeType.U16, int.class, NativeType.U32,
            Integer.class, NativeType.U32);

    private JavaTypes() {
    }

    /** @throws IllegalArgumentException if a type stands for none of C's; the message says which may be there */
    static Signature signature(MethodTypes method) {
        NativeType[] types = new NativeType[method.parameters().size()];
        for (int i = 0; i < types.length; i++) {
            Class<?> java = method.parameters().get(i);
            types[i] = type(java, NativeType.BUFFER);
            if (types[i] == null || types[i] == NativeType.VOID) {
                throw new IllegalArgumentException("parameter " + (i + 1) + " is a " + java.getTypeName()
                        + ", for which C has no type: it may be a number, a boolean, a char, a String, an array of"
                        + " numbers, a Buffer, a MemorySegment or a Pointer, as the pointer() of a callback; a struct"
                        + " is its bytes or a List of its members, of a function that the symbol table declares");
            }
        }
        NativeType result = type(method.result(), NativeType.POINTER);
        if (result == null) {
            throw new IllegalArgumentException("its result is a " + method.result().getTypeName()
                    + ", for which C has no type: it may be a number, a boolean, a char, a String or a MemorySegment,"
                    + " which a struct is, too, of a function that the symbol table declares");
        }
        return Signature.of(result, types);
    }

    /** Null if there is none. */
    private static @Nullable NativeType type(Class<?> java, NativeType bytes) {
        NativeType number = NUMBERS.get(java);
        if (number != null) {
            return number;
        }
        boolean array = java.isArray() && java.getComponentType().isPrimitive()
                && java.getComponentType() != boolean.class;
        if (java == String.class || bytes == NativeType.BUFFER && (array || Buffer.class.isAssignableFrom(java))) {
            return bytes;
        }
        if (java == MemorySegment.class || bytes == NativeType.BUFFER && Pointer.class.isAssignableFrom(java)) {
            return NativeType.POINTER;
        }
        return null;
    }

    /**
     * A method's argument as a function takes it: what one method gives can be passed to another, also where Java's type
     * is signed and holds the bits of an unsigned one.
     *
     * @param java the type that the method declares
     * @param type the type of the function
     */
    static @Nullable Object argument(@Nullable Object value, Class<?> java, NativeType type) {
        if (UNSIGNED.get(java) != type) {
            return value;
        }
        return switch (value) {
            case Byte bits -> Byte.toUnsignedInt(bits);
            case Short bits -> Short.toUnsignedInt(bits);
            case Integer bits -> Integer.toUnsignedLong(bits);
            case null, default -> value;
        };
    }

    /**
     * A function's result as a method returns it.
     *
     * @param given the arguments: a text in one of the buffers among them ends with it
     */
    static @Nullable Object result(Ffi ffi, @Nullable Object value, Class<?> type, @Nullable Object[] given) {
        if (value instanceof Number number) {
            return number(number, type);
        }
        if (type != String.class || !(value instanceof MemorySegment text)) {
            return value;
        }
        MemorySegment[] buffers = Stream.of(given)
                .filter(argument -> argument instanceof Buffer buffer && buffer.isDirect())
                .map(buffer -> MemorySegment.ofBuffer((Buffer) buffer))
                .toArray(MemorySegment[]::new);
        return ffi.view(JavaArrays.ended(text, Byte.BYTES, buffers)).getCString(0);
    }

    private static Object number(Number value, Class<?> type) {
        if (type == byte.class || type == Byte.class) {
            return value.byteValue();
        }
        if (type == short.class || type == Short.class) {
            return value.shortValue();
        }
        if (type == char.class || type == Character.class) {
            return (char) value.intValue();
        }
        if (type == int.class || type == Integer.class) {
            return value.intValue();
        }
        if (type == double.class || type == Double.class) {
            return value.doubleValue();
        }
        return type == long.class || type == Long.class ? (Object) value.longValue() : value;
    }
}
