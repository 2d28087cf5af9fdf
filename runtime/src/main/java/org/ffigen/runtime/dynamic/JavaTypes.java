package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.Buffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ffigen.runtime.Pointer;
import org.jspecify.annotations.Nullable;

/** C's types for the methods of an interface. Stateless. */
final class JavaTypes {
    private static final Map<Class<?>, NativeType> NUMBERS = Map.ofEntries(Map.entry(byte.class, NativeType.I8),
            Map.entry(short.class, NativeType.I16), Map.entry(char.class, NativeType.U16),
            Map.entry(int.class, NativeType.I32), Map.entry(long.class, NativeType.I64),
            Map.entry(float.class, NativeType.F32), Map.entry(double.class, NativeType.F64),
            Map.entry(boolean.class, NativeType.BOOL), Map.entry(Byte.class, NativeType.I8),
            Map.entry(Short.class, NativeType.I16), Map.entry(Integer.class, NativeType.I32),
            Map.entry(Long.class, NativeType.I64), Map.entry(Float.class, NativeType.F32),
            Map.entry(Double.class, NativeType.F64), Map.entry(Boolean.class, NativeType.BOOL),
            Map.entry(void.class, NativeType.VOID), Map.entry(Void.class, NativeType.VOID));

    private JavaTypes() {
    }

    static Signature signature(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        NativeType[] types = new NativeType[parameters.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = type(parameters[i], NativeType.BUFFER);
        }
        return Signature.of(type(resultType(method), NativeType.POINTER), types);
    }

    private static NativeType type(Class<?> java, NativeType bytes) {
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
        throw new IllegalArgumentException("no C type for " + java.getTypeName()
                + "; declare the function in the symbol table");
    }

    /**
     * What a method returns, of a {@code CompletableFuture<T>} the T.
     *
     * @throws IllegalArgumentException if that is no class
     */
    static Class<?> resultType(Method method) {
        if (method.getReturnType() != CompletableFuture.class) {
            return method.getReturnType();
        }
        if (method.getGenericReturnType() instanceof ParameterizedType future
                && future.getActualTypeArguments()[0] instanceof Class<?> type) {
            return type;
        }
        throw new IllegalArgumentException("the result of a CompletableFuture must be a class");
    }

    /** A function's result as a method returns it. */
    static @Nullable Object result(Ffi ffi, @Nullable Object value, Class<?> type) {
        if (value instanceof Number number) {
            return number(number, type);
        }
        boolean text = type == String.class && value instanceof MemorySegment;
        return text ? ffi.view((MemorySegment) value).getCString(0) : value;
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
