package org.ffigen.runtime.dynamic;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Objects;
import org.ffigen.runtime.NativeBinding;
import org.ffigen.runtime.Pointer;
import org.ffigen.runtime.Upcalls;
import org.jspecify.annotations.Nullable;

/** The adapter around Java code that C calls: looks like that of a generated callback interface. */
@NativeBinding(header = "symbol table")
interface DynamicUpcall {
    /** A handle of the descriptor's type that lets no exception out. */
    static MethodHandle target(Signature signature, FunctionDescriptor descriptor, CallbackFunction function) {
        Objects.requireNonNull(function, "function");
        Object zero = zero(signature.result());
        try {
            MethodHandle upcall = MethodHandles.lookup()
                    .findStatic(DynamicUpcall.class, "upcall", MethodType.methodType(Object.class, Signature.class,
                            CallbackFunction.class, Object.class, Object[].class));
            MethodType type = descriptor.toMethodType();
            MethodHandle bound = MethodHandles.insertArguments(upcall, 0, signature, function, zero)
                    .asCollector(Object[].class, type.parameterCount());
            MethodType carriers = type.changeReturnType(Carriers.of(signature.result()));
            return MethodHandles.explicitCastArguments(bound.asType(carriers), type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object zero(NativeType result) {
        return switch (result) {
            case StructType struct -> Bytes.onHeap(struct.layout().byteSize());
            case ScalarType scalar when scalar == ScalarType.VOID -> null;
            case ScalarType scalar when scalar.isAddress() -> MemorySegment.NULL;
            case ScalarType scalar when scalar == ScalarType.BOOL -> false;
            case ScalarType scalar -> Values.carrier(scalar, 0);
        };
    }

    @SuppressWarnings("unused") // called by the handle above
    private static @Nullable Object upcall(Signature signature, CallbackFunction function, @Nullable Object zero,
            Object[] carriers) {
        if (Upcalls.isPending()) {
            return zero;
        }
        try {
            NativeType type = signature.result();
            Object given = function.call(arguments(signature.parameters(), carriers));
            Object result = type == NativeType.BUFFER ? offHeap(given) : given;
            if (type instanceof StructType || type instanceof ScalarType scalar && scalar.isAddress()) {
                Upcalls.kept(result);
            }
            return result(type, result);
        } catch (Throwable thrown) {
            Upcalls.caught(thrown);
            return zero;
        }
    }

    private static @Nullable Object[] arguments(List<NativeType> types, Object[] carriers) {
        Object[] arguments = new Object[carriers.length];
        for (int i = 0; i < carriers.length; i++) {
            arguments[i] = switch (types.get(i)) {
                case StructType struct -> Bytes.copyOnHeap((MemorySegment) carriers[i], struct.layout().byteSize());
                case ScalarType scalar -> Values.value(scalar, carriers[i]);
            };
        }
        return arguments;
    }

    /** Nobody can say when C is done with bytes, so that those on the heap are copied to memory that is kept for it. */
    private static @Nullable Object offHeap(@Nullable Object value) {
        MemorySegment bytes = value instanceof Pointer<?> ? null : Bytes.ofBuffer(value);
        if (bytes == null) {
            return value;
        }
        return bytes.isNative() ? bytes : Bytes.forCopy(Arena.ofAuto(), bytes.byteSize()).copyFrom(bytes);
    }

    private static @Nullable Object result(NativeType type, @Nullable Object value) {
        if (type == NativeType.VOID) {
            return null;
        }
        Object carrier = switch (type) {
            case StructType struct -> {
                MemorySegment copy = Bytes.onHeap(struct.layout().byteSize());
                String wrong = Structs.write(struct, copy, value, DynamicUpcall::checkMember);
                if (wrong != null) {
                    throw wrong(type, wrong);
                }
                yield copy;
            }
            case ScalarType scalar -> Values.carrier(scalar, value);
        };
        if (carrier == null) {
            throw wrong(type, "expected " + Values.expected(type) + ", got " + Invocation.shown(value));
        }
        // Outside a struct the linker takes any address: a result is not an argument, whose memory it holds on to.
        if (type instanceof ScalarType && carrier instanceof MemorySegment address) {
            checkAlive(address, "memory or a callback that is closed already");
        }
        return carrier;
    }

    private static IllegalArgumentException wrong(NativeType type, String what) {
        return new IllegalArgumentException("a callback's result (" + type + "): " + what);
    }

    private static void checkMember(MemorySegment member) {
        checkAlive(member, "memory in the struct is closed already");
    }

    private static void checkAlive(MemorySegment address, String closed) {
        if (!address.scope().isAlive()) {
            throw new IllegalStateException("a callback's result: " + closed);
        }
    }
}
