package org.ffigen.runtime;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

/** Finds a callback's adapter and binds the Java code to it. Stateless: safe for any thread. */
final class UpcallTarget {
    private UpcallTarget() {
    }

    static <F> MethodHandle of(MethodHandles.Lookup lookup, Class<F> type, FunctionDescriptor descriptor, F function,
            Object... onException) {
        Objects.requireNonNull(function, "function");
        if (onException.length > 1) {
            throw new IllegalArgumentException("more than one value on an exception");
        }
        Upcalls.prepare();
        MethodType arguments = descriptor.toMethodType();
        MethodType adapter = onException.length == 0
                ? arguments
                : arguments.insertParameterTypes(0, typeOf(onException[0], arguments.returnType()));
        MethodHandle handle = adapter(lookup, type, adapter.insertParameterTypes(0, type)).bindTo(function);
        return onException.length == 0 ? handle : MethodHandles.insertArguments(handle, 0, onException);
    }

    private static Class<?> typeOf(Object value, Class<?> result) {
        if (result.isPrimitive() && result != void.class) {
            return result;
        }
        return value instanceof MemorySegment ? MemorySegment.class : value.getClass();
    }

    private static MethodHandle adapter(MethodHandles.Lookup lookup, Class<?> type, MethodType signature) {
        try {
            return lookup.findStatic(type, "upcall", signature);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalArgumentException(
                    "no static method upcall" + signature + " of " + type.getName() + " for " + lookup, refused);
        }
    }
}
