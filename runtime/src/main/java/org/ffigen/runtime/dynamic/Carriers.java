package org.ffigen.runtime.dynamic;

import static java.lang.invoke.MethodType.methodType;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Fits handles of the linker to the carriers of {@link Values}: unsigned bytes and shorts are ints that hold the value.
 * Stateless.
 */
final class Carriers {
    private static final MethodHandle UNSIGNED_BYTE;

    static {
        try {
            UNSIGNED_BYTE = MethodHandles.publicLookup()
                    .findStatic(Byte.class, "toUnsignedInt", methodType(int.class, byte.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Carriers() {
    }

    static Class<?> of(NativeType type) {
        return switch (type) {
            case ScalarType scalar when scalar == ScalarType.VOID -> void.class;
            case ScalarType scalar when scalar == ScalarType.U8 || scalar == ScalarType.U16 -> int.class;
            case ScalarType scalar -> scalar.layout().carrier();
            case StructType struct -> MemorySegment.class;
        };
    }

    /** A handle whose last parameters are the signature's. */
    static MethodHandle fitDowncall(MethodHandle handle, Signature signature) {
        MethodHandle fitted = signature.result() == NativeType.U8
                ? MethodHandles.filterReturnValue(handle, UNSIGNED_BYTE)
                : handle;
        MethodType type = fitted.type().changeReturnType(of(signature.result()));
        int first = type.parameterCount() - signature.parameters().size();
        for (int i = 0; i < signature.parameters().size(); i++) {
            type = type.changeParameterType(first + i, of(signature.parameters().get(i)));
        }
        return MethodHandles.explicitCastArguments(fitted, type);
    }
}
