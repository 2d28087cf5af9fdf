package org.ffigen.runtime;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
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
        if (arguments.returnType() == void.class) {
            return adapter(lookup, type, arguments.insertParameterTypes(0, type)).bindTo(function);
        }
        MethodType adapter = arguments.insertParameterTypes(0, type, arguments.returnType());
        Object value = onException.length == 0 ? zero(descriptor.returnLayout().orElseThrow()) : onException[0];
        return MethodHandles.insertArguments(adapter(lookup, type, adapter), 0, function, value);
    }

    private static Object zero(MemoryLayout layout) {
        if (layout instanceof ValueLayout value) {
            Class<?> type = value.carrier();
            return type == MemorySegment.class ? MemorySegment.NULL : Array.get(Array.newInstance(type, 1), 0);
        }
        return StructValue.newContent(layout.byteSize());
    }

    private static MethodHandle adapter(MethodHandles.Lookup lookup, Class<?> type, MethodType signature) {
        try {
            return MethodHandles.privateLookupIn(type, lookup).findStatic(type, "upcall", signature);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalArgumentException(
                    "no static method upcall" + signature + " of " + type.getName() + " for " + lookup, refused);
        }
    }
}
