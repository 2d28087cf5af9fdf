package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.nio.Buffer;
import java.util.List;
import java.util.Set;
import org.ffigen.runtime.Pointer;

/**
 * Whether a method of an interface suits the function it is bound to: asked when it is bound, so that no call is wrong
 * for its types alone. Arguments may be of any type that has values of C's, as each is checked when it comes; a result
 * must be as wide as C's type. Stateless.
 */
final class MethodCheck {
    private static final Set<Class<?>> INTEGERS = Set.of(Byte.class, Short.class, Integer.class, Long.class,
            BigInteger.class);

    private MethodCheck() {
    }

    /** @throws IllegalArgumentException if the method does not suit; the message names the type */
    static void check(MethodTypes method, NativeFunction function) {
        List<NativeType> types = function.signature().parameters();
        List<Class<?>> parameters = method.parameters();
        if (types.size() != parameters.size()) {
            throw new IllegalArgumentException("the symbol table gives it " + types.size() + " parameters");
        }
        for (int i = 0; i < types.size(); i++) {
            if (!takes(types.get(i), boxed(parameters.get(i)))) {
                throw new IllegalArgumentException(
                        "parameter " + (i + 1) + " is " + types.get(i) + ", which takes no "
                                + parameters.get(i).getTypeName() + ": expected " + Values.expected(types.get(i)));
            }
        }
        Class<?> result = method.result();
        boolean future = method.future();
        if (function.isNonblocking() && !future) {
            throw new IllegalArgumentException("it is nonblocking; the method must return a CompletableFuture");
        }
        if (result != void.class && !(future && result == Void.class)
                && !gives(function.signature().result(), boxed(result))) {
            throw new IllegalArgumentException(
                    "its result is " + function.signature().result() + ", which is no " + result.getTypeName());
        }
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static boolean takes(NativeType type, Class<?> java) {
        if (java == Object.class) {
            return true;
        }
        boolean address = java == MemorySegment.class || Pointer.class.isAssignableFrom(java);
        boolean bytes = java == MemorySegment.class || Buffer.class.isAssignableFrom(java) || isArrayOfNumbers(java);
        boolean number = java == Number.class || INTEGERS.contains(java);
        return switch (type) {
            case StructType struct -> bytes || List.class.isAssignableFrom(java)
                    || Object[].class.isAssignableFrom(java);
            case ScalarType scalar -> switch (scalar) {
                case I8, U8, I16, U16, I32, U32, I64, U64, ISIZE, USIZE -> number || java == Character.class;
                case F32, F64 -> number && java != BigInteger.class || java == Float.class || java == Double.class;
                case BOOL -> java == Boolean.class;
                case POINTER, FUNCTION -> address;
                case BUFFER -> address || bytes || java == String.class;
                case VOID -> false;
            };
        };
    }

    private static boolean isArrayOfNumbers(Class<?> java) {
        return java.isArray() && java.getComponentType().isPrimitive() && java.getComponentType() != boolean.class;
    }

    /** The bits of an unsigned type may be read as the signed one of its width: Java has no other. */
    private static boolean gives(NativeType type, Class<?> java) {
        if (!(type instanceof ScalarType scalar) || scalar.isAddress()) {
            return java.isAssignableFrom(MemorySegment.class)
                    || java == String.class && (type == NativeType.POINTER || type == NativeType.BUFFER);
        }
        if (scalar == ScalarType.VOID) {
            return java == Void.class;
        }
        if (java == Object.class || java == Number.class) {
            return java == Object.class || scalar != ScalarType.BOOL;
        }
        long width = scalar.layout().byteSize();
        return switch (scalar) {
            case BOOL -> java == Boolean.class;
            case F32, F64 -> java == Double.class || java == Float.class && scalar == ScalarType.F32;
            default -> java == Long.class || java == Integer.class && width <= 4 || java == Short.class && width <= 2
                    || java == Byte.class && width == 1 || java == Character.class && scalar == ScalarType.U16;
        };
    }
}
