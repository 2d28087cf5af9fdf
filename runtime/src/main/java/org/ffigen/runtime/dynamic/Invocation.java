package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.util.List;
import org.ffigen.runtime.Nonblocking;
import org.jspecify.annotations.Nullable;

/** One call with checked arguments. Bytes on the Java heap are copied in, and back after the call. For one thread. */
final class Invocation {
    private final String name;
    private final Signature signature;
    private final SegmentAllocator memory;
    private final boolean here;
    /** What the addresses inside structs lead to must not be collected before C has returned. */
    private final @Nullable Object[] arguments;
    private final @Nullable Object[] carriers;
    private @Nullable HeapBuffers heapBuffers;

    /**
     * Checks all arguments.
     *
     * @param here whether this thread will call
     * @throws IllegalArgumentException if one does not suit its type; the message names function and argument
     */
    Invocation(String name, Signature signature, SegmentAllocator memory, @Nullable Object[] arguments,
            boolean here) {
        this.name = name;
        this.signature = signature;
        this.memory = memory;
        this.here = here;
        this.arguments = arguments;
        List<NativeType> types = signature.parameters();
        if (types.size() != arguments.length) {
            throw new IllegalArgumentException(
                    name + ": takes " + types.size() + " arguments, got " + arguments.length);
        }
        boolean struct = signature.result() instanceof StructType;
        this.carriers = new Object[arguments.length + (struct ? 1 : 0)];
        int first = carriers.length - arguments.length;
        if (struct) {
            carriers[0] = memory;
        }
        for (int i = 0; i < arguments.length; i++) {
            carriers[first + i] = carrier(i, types.get(i), arguments[i]);
        }
        if (heapBuffers != null) {
            heapBuffers.copyIn(memory, carriers);
        }
    }

    private Object carrier(int index, NativeType type, @Nullable Object value) {
        Object carrier = switch (type) {
            case StructType struct -> struct(index, struct, value);
            case ScalarType scalar when scalar == ScalarType.BUFFER -> buffer(index, value);
            case ScalarType scalar -> Values.carrier(scalar, value);
        };
        if (carrier == null) {
            throw bad(index, "expected " + Values.expected(type) + ", got " + shown(value));
        }
        if (carrier instanceof MemorySegment segment && !segment.scope().isAlive()) {
            throw new IllegalStateException(where(index) + "the memory or callback is closed already");
        }
        // For a call on this thread the linker checks, which also keeps the memory from being freed.
        if (!here && carrier instanceof MemorySegment segment && !Nonblocking.canPass(segment)) {
            throw confined(index);
        }
        return carrier;
    }

    /** The linker does not see it. */
    private void checkMember(int index, MemorySegment member) {
        if (!member.scope().isAlive()) {
            throw new IllegalStateException(where(index) + "memory or a callback in the struct is closed already");
        }
        if (!(here ? member.isAccessibleBy(Thread.currentThread()) : Nonblocking.canPass(member))) {
            throw confined(index);
        }
    }

    private IllegalArgumentException confined(int index) {
        return bad(index, "this memory is confined to one thread; the call runs on another");
    }

    private MemorySegment struct(int index, StructType type, @Nullable Object value) {
        MemorySegment copy = memory.allocate(type.layout());
        try {
            String wrong = Structs.write(type, copy, value, member -> checkMember(index, member));
            if (wrong != null) {
                throw bad(index, wrong);
            }
            return copy;
        } catch (IndexOutOfBoundsException tooShort) {
            throw new IndexOutOfBoundsException(where(index) + tooShort.getMessage());
        }
    }

    /** For bytes on the heap what stands for the copy, which is made when all are known. */
    private @Nullable MemorySegment buffer(int index, @Nullable Object value) {
        MemorySegment bytes = Bytes.ofBuffer(value);
        if (bytes == null || bytes.isNative()) {
            return bytes;
        }
        heapBuffers = heapBuffers == null ? new HeapBuffers() : heapBuffers;
        heapBuffers.add(carriers.length - signature.parameters().size() + index, bytes);
        return MemorySegment.NULL;
    }

    /** Calls. What the native code's own callbacks throw is not seen here. */
    @Nullable
    Object run(MethodHandle spread) throws Throwable {
        Object result;
        try {
            result = (Object) spread.invokeExact(carriers);
        } finally {
            Reference.reachabilityFence(arguments);
        }
        if (heapBuffers != null) {
            heapBuffers.copyBack();
        }
        return switch (signature.result()) {
            case StructType struct -> Bytes.copyOnHeap((MemorySegment) result, struct.layout().byteSize());
            case ScalarType scalar -> Values.value(scalar, result);
        };
    }

    private IllegalArgumentException bad(int index, String what) {
        return new IllegalArgumentException(where(index) + what);
    }

    private String where(int index) {
        return where(name, signature, index);
    }

    /** What messages about an argument begin with. */
    static String where(String name, Signature signature, int index) {
        return name + ": argument " + (index + 1) + " (" + signature.parameters().get(index) + "): ";
    }

    static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "\" (String)";
            case Number number -> number + " (" + number.getClass().getSimpleName() + ")";
            case Boolean bool -> bool.toString();
            case List<?> list -> "a list of " + list.size();
            default -> "a " + value.getClass().getSimpleName();
        };
    }
}
