package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A native library that can be closed, so that the dynamic loader may unload it. It is opened at once, from a
 * {@link LibrarySource}. After {@link #close()} its addresses no longer work: a call through one, or a read of a
 * variable, throws {@link IllegalStateException} before anything native happens.
 *
 * <p>
 * Two instances of one file are two openings. Closing one leaves the other open, and the loader keeps the file until
 * the last is closed.
 *
 * <p>
 * Safe for any thread.
 */
public final class ClosableLibrary implements AutoCloseable {
    private final String name;
    private final NativeAccess access;
    /** As long as it is open, the loader keeps the library. */
    private final Arena loading;
    private final LoadedLibrary library;
    private final CallGate gate;
    /** Of the addresses that are given: closed first, without a lock that code of the library could wait for. */
    private final Arena arena = Arena.ofShared();
    /** All there is, of use as long as this is open. */
    private final MemorySegment memory;

    private ClosableLibrary(String name, NativeAccess access, Arena loading, LoadedLibrary library) {
        this.name = name;
        this.access = access;
        this.loading = loading;
        this.library = library;
        this.gate = new CallGate(access);
        this.memory = access.reinterpret(MemorySegment.NULL, Long.MAX_VALUE, arena, null);
    }

    /**
     * Opens a library.
     *
     * @param caller the binding's own {@link MethodHandles#lookup()}, not a derived one: native code is reached with
     *        the native access of its module
     * @param source where it comes from
     * @return the open library
     * @throws NativeLibraryNotFoundError if it cannot be opened; the message lists every place and the loader's reason
     * @throws LibraryDeniedException if the policy does not allow it or it is not the pinned one
     * @throws IllegalCallerException if native access is denied
     */
    public static ClosableLibrary open(MethodHandles.Lookup caller, LibrarySource source) {
        NativeAccess access = new NativeAccess(caller);
        Arena loading = Arena.ofShared();
        try {
            LibraryOpener opener = new LibraryOpener(access, source, Platform.CURRENT, loading);
            LoadedLibrary found = new LibrarySearch(access, source, Platform.CURRENT, opener).run();
            if (found == null) {
                throw NativeLibraryNotFoundError.of(source, caller.lookupClass().getName(), opener.tried());
            }
            return new ClosableLibrary(source.name(), access, loading, found);
        } catch (Throwable failed) {
            loading.close();
            throw failed;
        }
    }

    /**
     * What the library is called.
     *
     * @return the name of its source
     */
    public String name() {
        return name;
    }

    /**
     * Where it was found.
     *
     * @return its file, or in words how its symbols were found
     */
    public String origin() {
        return library.origin();
    }

    /**
     * The address of a function.
     *
     * @param symbol its name in the library; with {@code @VERSION} after it, that version of it (on Linux)
     * @return the address, of length 0, valid until this is closed; {@link MemorySegment#NULL} if it is not there
     * @throws IllegalStateException if this is closed
     */
    public MemorySegment function(String symbol) {
        // The loader must not be asked while it unloads the library.
        OngoingCalls calls = enter();
        try {
            MemorySegment address = library.find(access, symbol);
            return address.address() == 0 ? address : access.reinterpret(address, 0, arena, null);
        } finally {
            calls.leave();
        }
    }

    /**
     * The memory of a variable.
     *
     * @param symbol its name in the library
     * @param byteSize its size in bytes
     * @return its memory, valid until this is closed; NULL, of length 0, if it is not there
     * @throws IllegalStateException if this is closed
     */
    public MemorySegment variable(String symbol, long byteSize) {
        MemorySegment address = function(symbol);
        return address.address() == 0 ? address : access.reinterpret(address, byteSize);
    }

    /**
     * Begins a call of a function of {@link #enteredFunction}: the library stays open until {@link OngoingCalls#leave()},
     * which must follow on this thread.
     *
     * @return what counts the call
     * @throws IllegalStateException if this is closed
     */
    public OngoingCalls enter() {
        OngoingCalls calls = gate.enter();
        if (calls == null) {
            throw closed(null);
        }
        return calls;
    }

    /**
     * The address of a function that is only called between {@link #enter()} and {@link OngoingCalls#leave()}: unlike
     * that of {@link #functionOrMissing}, nothing else keeps the library open meanwhile, which would take longer.
     *
     * @param symbol its name in the library
     * @return the address
     * @throws IllegalStateException if this is closed
     */
    public MemorySegment enteredFunction(String symbol) {
        MemorySegment address = functionOrMissing(symbol);
        return MissingSymbol.is(address) ? address : MemorySegment.ofAddress(address.address());
    }

    /**
     * The address of a function, for generated code: of one that is not there, what no call takes, and of which
     * {@link NativeLibrary#failure} says that it is missing here.
     *
     * @param symbol its name in the library
     * @return the address, valid until this is closed
     * @throws IllegalStateException if this is closed
     */
    public MemorySegment functionOrMissing(String symbol) {
        MemorySegment address = function(symbol);
        return address.address() == 0 ? MissingSymbol.of(missing(symbol)) : address;
    }

    /**
     * The memory of a variable, for generated code, as {@link #functionOrMissing}.
     *
     * @param symbol its name in the library
     * @param byteSize its size in bytes
     * @return its memory, valid until this is closed; without a size if it is not there
     * @throws IllegalStateException if this is closed
     */
    public MemorySegment variableOrMissing(String symbol, long byteSize) {
        MemorySegment memory = variable(symbol, byteSize);
        return memory.address() == 0 ? MissingSymbol.of(missing(symbol)) : memory;
    }

    /**
     * A function whose address this library gave.
     *
     * @param <F> the functional interface with the function's signature
     * @param address as C gave it
     * @return the pointer; a call through it, or of a function that gets it, throws IllegalStateException once this is
     *         closed. The null pointer for NULL
     * @throws IllegalStateException if this is closed, unless the address is NULL
     */
    public <F> FunctionPointer<F> pointerTo(MemorySegment address) {
        return FunctionPointer.of(address.address() == 0 ? address : access.reinterpret(address, 0, arena, null));
    }

    /**
     * A copy of a struct that this library gave. The function pointers in it that are members of Java records are as of
     * {@link #pointerTo}.
     *
     * @param <T> the struct
     * @param place where it is
     * @return the value
     */
    public <T> T valueAt(StructPointer<T, ?> place) {
        return FunctionGiver.reading(memory, place::get);
    }

    /**
     * Whether the library, or one that it depends on, has a function or variable: the loader looks in all of them.
     *
     * @param symbol its name in the library
     * @return true if it is there
     * @throws IllegalStateException if this is closed
     */
    public boolean has(String symbol) {
        return function(symbol).address() != 0;
    }

    /**
     * A handle that calls functions of one signature: as {@link NativeLibrary#downcall}. It can be shared by all
     * libraries; the address, its first argument, decides whose it is and keeps that library open during the call.
     *
     * @param type the signature
     * @param options as for {@link Linker#downcallHandle(FunctionDescriptor, Linker.Option...)}
     * @return the handle
     * @throws IllegalArgumentException if the signature is not supported
     */
    public MethodHandle downcall(FunctionDescriptor type, Linker.Option... options) {
        return access.downcallHandle(type, options);
    }

    /**
     * Runs a generated method on a platform thread of its own, as {@link NativeLibrary#nonblocking}: from now until it
     * ends, this cannot be closed.
     *
     * @param <T> what it gives
     * @param symbol the function that it calls
     * @param address its address as {@link #enteredFunction} gave it
     * @param call the method with its arguments
     * @param parameters the names of the arguments that are memory or have some, for messages, with commas between them
     * @param arguments those arguments
     * @return completes with what the method gives; fails with what it throws, or if this is closed or lacks the function
     */
    public <T extends @Nullable Object> CompletableFuture<T> nonblocking(String symbol, MemorySegment address,
            Supplier<T> call, String parameters, @Nullable Object... arguments) {
        OngoingCalls calls = gate.enterShared();
        if (calls == null) {
            return CompletableFuture.failedFuture(closed(null));
        }
        Throwable obstacle = MissingSymbol.is(address)
                ? missing(symbol)
                : Nonblocking.obstacle(symbol, parameters, arguments);
        if (obstacle != null) {
            calls.leave();
            return CompletableFuture.failedFuture(obstacle);
        }
        return Nonblocking.run(call, calls::leave, arguments);
    }

    /**
     * What an access to a variable threw, as its caller should see it: as {@link NativeLibrary#failure}. Always throws.
     *
     * @param memory the variable's as {@link #variableOrMissing} gave it
     * @param thrown what the access threw
     * @return never
     * @throws MissingSymbolError if the library lacks the variable
     * @throws IllegalStateException if this is closed
     */
    public RuntimeException failure(MemorySegment memory, Throwable thrown) {
        if (MissingSymbol.is(memory)) {
            throw MissingSymbol.error(memory);
        }
        if (thrown instanceof IllegalStateException && !isOpen()) {
            throw closed(thrown);
        }
        throw Throwables.<RuntimeException>rethrow(thrown);
    }

    /**
     * Turns what a call threw into what its caller should see: as {@link NativeLibrary#failure}. Always throws.
     *
     * @param symbol the function that was called
     * @param address its address as {@link #function} gave it
     * @param thrown what the call threw
     * @return never
     * @throws MissingSymbolError if the address is NULL
     * @throws IllegalStateException if this is closed
     */
    public RuntimeException failure(String symbol, MemorySegment address, Throwable thrown) {
        if (address.address() == 0) {
            throw missing(symbol);
        }
        if (thrown instanceof IllegalStateException && !isOpen()) {
            throw closed(thrown);
        }
        throw Throwables.<RuntimeException>rethrow(thrown);
    }

    /**
     * The error for a symbol that {@link #function} gave NULL for.
     *
     * @param symbol its name in the library
     * @return a new error that names the symbol and where the library was found
     */
    public MissingSymbolError missing(String symbol) {
        return new MissingSymbolError(
                "the library '" + name + "' has no symbol '" + symbol + "': " + origin() + ": undefined symbol: "
                        + symbol);
    }

    /**
     * Whether this can be used.
     *
     * @return false once {@link #close()} has succeeded
     */
    public boolean isOpen() {
        return arena.scope().isAlive();
    }

    private IllegalStateException closed(@Nullable Throwable cause) {
        return new IllegalStateException("the library '" + name + "' is closed", cause);
    }

    /**
     * Closes the library.
     *
     * @throws IllegalStateException if it is closed already, or while a call into it runs, also one further down on
     *         this thread; nothing is changed then
     */
    @Override
    public void close() {
        shut().run();
    }

    /**
     * The first half of {@link #close()}, for whoever holds a lock: from now on nothing can be called.
     *
     * @return the second, which unloads the library. What the library does then may wait for a thread whose callback calls
     *         Java: run it without a lock
     * @throws IllegalStateException as {@link #close()}; nothing is changed then
     */
    public Runnable shut() {
        if (!isOpen()) {
            throw closed(null);
        }
        try {
            if (gate.close(arena::close)) {
                return loading::close;
            }
        } catch (IllegalStateException running) {
            throw isOpen() ? called(running) : closed(running);
        }
        throw isOpen() ? called(null) : closed(null);
    }

    private IllegalStateException called(@Nullable Throwable cause) {
        return new IllegalStateException("the library '" + name + "' cannot be closed while it is called", cause);
    }
}
