package org.ffigen.runtime.dynamic;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.ffigen.runtime.NativeAccess;
import org.ffigen.runtime.NativeBinding;
import org.ffigen.runtime.Scratch;
import org.ffigen.runtime.Upcalls;
import org.jspecify.annotations.Nullable;

/**
 * A C function that can be called: a symbol of a {@link DynamicLibrary}, or a function pointer. All arguments are checked
 * before C is entered; {@link NativeType} says what each type takes and gives. A struct is given as its bytes (an array,
 * a ByteBuffer or a MemorySegment) or as a list of its members; as a result it is a MemorySegment with a copy of it.
 *
 * <p>
 * Safe for any thread, as far as the C function is.
 */
@NativeBinding(header = "symbol table")
public final class NativeFunction {
    private final String name;
    private final Signature signature;
    private final boolean nonblocking;
    private final @Nullable Lifetime lifetime;
    private final MethodHandle linked;
    private final MethodHandle spread;
    /** Made when it is first asked for. */
    private @Nullable MethodHandle handle;

    NativeFunction(NativeAccess access, String name, MemorySegment address, Signature signature, boolean nonblocking,
            @Nullable Lifetime lifetime) {
        this.name = name;
        this.signature = signature;
        this.nonblocking = nonblocking;
        this.lifetime = lifetime;
        try {
            this.linked = linked(access, address, signature, lifetime);
            this.spread = linked.asSpreader(Object[].class, linked.type().parameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalArgumentException refused) {
            throw CallDescriptor.explained(name, signature, refused);
        }
    }

    private static MethodHandle linked(NativeAccess access, MemorySegment address, Signature signature,
            @Nullable Lifetime lifetime) {
        MethodHandle general = access.downcallHandle(CallDescriptor.of(signature), CallDescriptor.options(signature));
        MethodHandle fit = Carriers.fitDowncall(MethodHandles.insertArguments(general, 0, address), signature);
        return lifetime == null || signature.result() != ScalarType.FUNCTION
                ? fit
                : MethodHandles.filterReturnValue(fit, lifetime.binding());
    }

    /**
     * The types.
     *
     * @return what it takes and returns
     */
    public Signature signature() {
        return signature;
    }

    boolean isNonblocking() {
        return nonblocking;
    }

    /**
     * Calls the function.
     *
     * @param arguments one for each parameter
     * @return the result, null for void and NULL; if the symbol was declared nonblocking, the future of
     *         {@link #callAsync}
     * @throws IllegalArgumentException if the arguments do not suit the types; the message names function and argument
     * @throws IndexOutOfBoundsException if a struct is given as too few bytes
     * @throws IllegalStateException if the library is closed
     */
    public @Nullable Object call(@Nullable Object... arguments) {
        return nonblocking ? callAsync(arguments) : call(UnaryOperator.identity(), arguments);
    }

    /** @param reader reads what the result points to, which may be an argument's memory */
    @Nullable
    Object call(UnaryOperator<@Nullable Object> reader, @Nullable Object... arguments) {
        enter();
        try (Scratch scratch = Scratch.open()) {
            Object result = new Invocation(name, signature, scratch, listed(arguments), true).run(spread);
            Upcalls.rethrow();
            return reader.apply(result);
        } catch (Throwable thrown) {
            throw NativeFunction.<RuntimeException>asItIs(thrown);
        } finally {
            exit();
        }
    }

    /**
     * Calls a function that returns a struct, on this thread: also one that was declared nonblocking, whose future
     * {@link #call} would give. C is not called if there is no place for the result.
     *
     * @param result where the struct is copied to; at least as large
     * @param arguments one for each parameter
     * @throws IllegalArgumentException if the function returns no struct, or {@code result} is too small, read-only or
     *         confined to another thread
     * @throws IllegalStateException if {@code result} or the library is closed
     */
    public void callInto(MemorySegment result, @Nullable Object... arguments) {
        long size = signature.result() instanceof StructType struct ? struct.layout().byteSize() : -1;
        if (size < 0 || result.byteSize() < size || result.isReadOnly()) {
            throw new IllegalArgumentException(name + ": result buffer: " + (size < 0
                    ? "the function returns no struct"
                    : "expected at least " + size + " writable bytes, got " + result.byteSize()));
        }
        if (!result.scope().isAlive()) {
            throw new IllegalStateException(name + ": result buffer: its memory is closed already");
        }
        if (!result.isAccessibleBy(Thread.currentThread())) {
            throw new IllegalArgumentException(name + ": result buffer: its memory is confined to another thread");
        }
        MemorySegment struct = (MemorySegment) call(UnaryOperator.identity(), arguments);
        MemorySegment.copy(struct, 0, result, 0, size);
    }

    /**
     * Calls the function on another thread. Arguments stay alive until it returns; memory of a confined arena cannot be
     * one. An exception in a callback does not come out here: {@link Upcalls#onUnhandled} tells who gets it.
     *
     * @param arguments one for each parameter
     * @return completes with what {@link #call} would return; fails if it would throw, before C is called
     */
    public CompletableFuture<@Nullable Object> callAsync(@Nullable Object... arguments) {
        return callAsync(UnaryOperator.identity(), arguments);
    }

    /** @param reader reads what the result points to, which may be an argument's memory */
    CompletableFuture<@Nullable Object> callAsync(UnaryOperator<@Nullable Object> reader,
            @Nullable Object... arguments) {
        try {
            enter();
        } catch (IllegalStateException closed) {
            return CompletableFuture.failedFuture(closed);
        }
        Invocation invocation;
        try {
            invocation = new Invocation(name, signature, Arena.ofAuto(), listed(arguments), false);
        } catch (RuntimeException bad) {
            exit();
            return CompletableFuture.failedFuture(bad);
        }
        return NonblockingCall.start(invocation, spread, lifetime, reader);
    }

    /**
     * For calls without boxing: the function with carriers as wide as C's types, unsigned bytes and shorts as ints that
     * hold the value, addresses and structs as MemorySegment. If it returns a struct, an allocator for it comes first.
     * What a callback throws comes out of it, and IllegalStateException if the library is closed; that cannot be closed
     * while it is called.
     *
     * @return the handle; to be kept in a {@code static final} field
     * @throws IllegalArgumentException if it has so many parameters that only {@link #call} can pass them
     */
    public synchronized MethodHandle handle() {
        MethodHandle made = handle;
        if (made == null) {
            made = newHandle();
            handle = made;
        }
        return made;
    }

    private MethodHandle newHandle() {
        try {
            MethodHandle throwing = Upcalls.throwing(linked);
            return lifetime == null ? throwing : lifetime.around(throwing);
        } catch (IllegalArgumentException refused) {
            throw CallDescriptor.explained(name, signature, refused);
        }
    }

    /** What messages about an argument begin with. */
    String where(int index) {
        return Invocation.where(name, signature, index);
    }

    /** A single null argument arrives as no array at all. */
    private static @Nullable Object[] listed(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? new Object[]{null} : arguments;
    }

    private void enter() {
        if (lifetime != null) {
            lifetime.enter();
        }
    }

    private void exit() {
        if (lifetime != null) {
            lifetime.exit();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Override
    public String toString() {
        return name + signature;
    }
}
