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
 * A native library, as a generated binding sees it. It is opened when the first symbol is asked for, and stays open for
 * the life of the process.
 *
 * <p>
 * <b>Search order.</b> For a library named {@code z}, the first of these that can be loaded:
 * <ol>
 * <li>the system property {@code ffigen.library.z}: a path, or a file name for the dynamic loader. If it is set,
 * nothing else is tried;
 * <li>{@code libz.so} ({@link System#mapLibraryName}) in each folder of the system property
 * {@code ffigen.library.path}, then of {@code java.library.path};
 * <li>{@code libz.so} as the dynamic loader finds it ({@code LD_LIBRARY_PATH}, its cache, its usual folders), then the
 * file {@code libz.so.*} with the highest version in {@code LD_LIBRARY_PATH} and the usual folders (on macOS
 * {@code libz.*.dylib}; on Windows none);
 * <li>symbols of what {@link System#load} and {@link System#loadLibrary} loaded for the binding's class loader;
 * <li>for the names {@code c}, {@code m} and {@code system} only, the platform's {@link Linker#defaultLookup}.
 * </ol>
 * A name that contains a {@code /} (or {@code \} on Windows) is the file itself, and nothing else is tried but what is
 * loaded already. The properties are read when the library is opened. Before any file is opened, the
 * {@link LibraryPolicy} is asked, and a digest if one is {@linkplain LibrarySource#pinned pinned}.
 *
 * <p>
 * Safe for any thread: one thread opens the library while others wait, and all see the same outcome from then on.
 */
public final class NativeLibrary {
    private final String name;
    private final NativeAccess access;
    private final LazySymbols symbols;

    private NativeLibrary(NativeAccess access, LibrarySource source, @Nullable LazySymbols needed) {
        this.name = source.name();
        this.access = access;
        this.symbols = new LazySymbols(access, access.owner(), source, needed);
    }

    /**
     * As {@link #named(MethodHandles.Lookup, String, String)}, for generated code, which brings its own access.
     *
     * @param access the binding's
     * @param name the library's name without prefix and suffix ({@code z}), or its path
     * @param generatedFor the {@link RuntimeVersion#API} that the binding was generated for
     * @return the library
     * @throws IncompatibleRuntimeError if that is not the version of this runtime
     */
    public static NativeLibrary named(NativeAccess access, String name, String generatedFor) {
        return from(access, LibrarySource.named(name), generatedFor);
    }

    /**
     * The library of a binding; it is not opened yet.
     *
     * @param caller the binding's own {@link MethodHandles#lookup()}, not a derived one: native code is reached with
     *        the native access of its module
     * @param name the library's name without prefix and suffix ({@code z}), or its path
     * @param generatedFor the {@link RuntimeVersion#API} that the binding was generated for
     * @return the library
     * @throws IncompatibleRuntimeError if that is not the version of this runtime
     */
    public static NativeLibrary named(MethodHandles.Lookup caller, String name, String generatedFor) {
        return from(caller, LibrarySource.named(name), generatedFor);
    }

    /**
     * As {@link #named}, from anywhere.
     *
     * @param caller the binding's own {@link MethodHandles#lookup()}, not a derived one
     * @param source where the library comes from
     * @param generatedFor the {@link RuntimeVersion#API} that the binding was generated for
     * @return the library; it is not opened yet
     * @throws IncompatibleRuntimeError if that is not the version of this runtime
     */
    public static NativeLibrary from(MethodHandles.Lookup caller, LibrarySource source, String generatedFor) {
        return from(new NativeAccess(caller), source, generatedFor);
    }

    private static NativeLibrary from(NativeAccess access, LibrarySource source, String generatedFor) {
        if (!generatedFor.equals(RuntimeVersion.API)) {
            throw new IncompatibleRuntimeError("the bindings " + access.owner()
                    + " were generated for version " + generatedFor + " of the ffigen runtime, but this is version "
                    + RuntimeVersion.API + ": generate them again with ffigen " + RuntimeVersion.API
                    + ", or use ffigen-runtime " + generatedFor);
        }
        return new NativeLibrary(access, source, null);
    }

    /**
     * The library of the shims for this one, which is opened before it. For generated code.
     *
     * @param shims its name without prefix and suffix
     * @return the library; it is not opened yet
     */
    public NativeLibrary shims(String shims) {
        return new NativeLibrary(access, LibrarySource.named(shims), symbols);
    }

    /**
     * The name the binding was generated with.
     *
     * @return the name, or the path if it was given as one
     */
    public String name() {
        return name;
    }

    /**
     * The address of a function. Made for static initialisers, which may fail only once: whatever goes wrong is kept
     * here, and {@link #failure} says what it was when the function is called.
     *
     * @param symbol the function's name in the library; with {@code @VERSION} after it, that version of it (on Linux)
     * @return its address, with length 0; if the library lacks it or cannot be opened, memory that is not native, so that
     *         every call throws before it goes to C
     */
    public MemorySegment function(String symbol) {
        return symbols.find(symbol);
    }

    /**
     * The memory of a variable. It lives as long as the process.
     *
     * @param symbol the variable's name in the library
     * @param byteSize its size in bytes
     * @return its memory, with that size; without one where {@link #function} gives no address, so that every access
     *         fails and {@link #failure} says why
     */
    public MemorySegment variable(String symbol, long byteSize) {
        MemorySegment address = symbols.find(symbol);
        return MissingSymbol.is(address) ? address : access.reinterpret(address, byteSize);
    }

    /**
     * The calling thread's instance of a thread-local variable. It lives as long as the thread, so ask each time.
     *
     * @param symbol the variable's name in the library
     * @param byteSize its size in bytes
     * @return its memory, as of {@link #variable}
     * @throws UnsupportedOperationException where the address of such a symbol means something else: anywhere but on
     *         Linux
     */
    public MemorySegment threadLocal(String symbol, long byteSize) {
        if (!Platform.CURRENT.isLinux()) {
            throw new UnsupportedOperationException("the thread-local variable '" + symbol
                    + "' can be found by its name on Linux only: generate the bindings with --shims");
        }
        return variable(symbol, byteSize);
    }

    /**
     * The memory of a variable that a function of this library tells, for the calling thread.
     *
     * @param getter a handle of {@code T *f(void)}
     * @param function the function's address as {@link #function} gave it
     * @param byteSize the variable's size in bytes
     * @return its memory; what stands for the function if that is missing, so that {@link #failure} can say why
     */
    public MemorySegment variable(MethodHandle getter, MemorySegment function, long byteSize) {
        if (MissingSymbol.is(function)) {
            return function;
        }
        try {
            return access.reinterpret((MemorySegment) getter.invokeExact(function), byteSize);
        } catch (Throwable thrown) {
            throw Throwables.<RuntimeException>rethrow(thrown);
        }
    }

    /**
     * Whether the library, or one that it depends on, has a function or variable: the loader looks in all of them.
     *
     * @param symbol its name in the library
     * @return true if it is there
     * @throws NativeLibraryNotFoundError if the library cannot be opened
     * @throws LibraryDeniedException if the policy does not allow it or it is not the pinned one
     * @throws IllegalCallerException if native access is denied
     */
    public boolean has(String symbol) {
        if (!MissingSymbol.is(symbols.find(symbol))) {
            return true;
        }
        symbols.throwIfNotOpen(symbol);
        return false;
    }

    /**
     * A C signature of scalars, for generated code.
     *
     * @param code a letter for the result, and after an underscore one for each parameter, as in {@code I_AA}: A pointer,
     *        B byte, C char, D double, F float, I int, J long, S short, V nothing, Z boolean
     * @return the signature
     * @throws IllegalArgumentException for another letter
     */
    public static FunctionDescriptor descriptor(String code) {
        return ScalarSignature.parse(code);
    }

    /**
     * As {@link #downcall(FunctionDescriptor, Linker.Option...)}, without options.
     *
     * @param type the signature
     * @return the handle
     * @throws IllegalArgumentException if the signature is not supported
     * @throws IllegalCallerException if native access is denied
     */
    public MethodHandle downcall(FunctionDescriptor type) {
        return access.downcallHandle(type);
    }

    /**
     * As {@link #downcall(FunctionDescriptor, Linker.Option...)}, of a signature of scalars.
     *
     * @param code the signature, as of {@link #descriptor}
     * @return the handle
     * @throws IllegalArgumentException for a letter that there is not
     * @throws IllegalCallerException if native access is denied
     */
    public MethodHandle downcall(String code) {
        return access.downcallHandle(descriptor(code));
    }

    /**
     * A handle that calls functions of one signature. Needs no library: the address is its first argument, followed by
     * a {@link java.lang.foreign.SegmentAllocator} if the result is a struct or union, and the function's arguments.
     *
     * @param type the signature
     * @param options as for {@link Linker#downcallHandle(FunctionDescriptor, Linker.Option...)}
     * @return the handle; it throws IllegalArgumentException if the address is NULL or that of a missing symbol
     * @throws IllegalArgumentException if the signature is not supported
     * @throws IllegalCallerException if native access is denied
     */
    public MethodHandle downcall(FunctionDescriptor type, Linker.Option... options) {
        return access.downcallHandle(type, options);
    }

    /**
     * As {@link #downcall(String)}, for functions whose failures the system's error code explains.
     *
     * @param code the signature, as of {@link #descriptor}
     * @return the handle; memory of {@link CallState} comes before the function's arguments
     * @throws IllegalArgumentException for a letter that there is not
     * @throws IllegalCallerException if native access is denied
     */
    public MethodHandle downcallWithState(String code) {
        return downcallWithState(descriptor(code));
    }

    /**
     * As {@link #downcall(FunctionDescriptor)}, for functions whose failures the system's error code explains.
     *
     * @param type the signature
     * @return the handle; memory of {@link CallState} comes before the function's arguments
     * @throws IllegalArgumentException if the signature is not supported
     * @throws IllegalCallerException if native access is denied
     */
    public MethodHandle downcallWithState(FunctionDescriptor type) {
        return access.downcallHandle(type, CallState.option());
    }

    /**
     * As {@link #downcall(String)}, for functions that are short and call nothing in Java: the thread stays one of
     * Java's meanwhile, which costs less, and memory of the Java heap is passed as it is. A callback crashes the process.
     *
     * @param code the signature, as of {@link #descriptor}
     * @return the handle
     * @throws IllegalArgumentException for a letter that there is not
     * @throws IllegalCallerException if native access is denied
     */
    public MethodHandle downcallCritical(String code) {
        return downcallCritical(descriptor(code));
    }

    /**
     * As {@link #downcallCritical(String)}, of any signature.
     *
     * @param type the signature
     * @return the handle
     * @throws IllegalArgumentException if the signature is not supported
     * @throws IllegalCallerException if native access is denied
     */
    public MethodHandle downcallCritical(FunctionDescriptor type) {
        return access.downcallHandle(type, Linker.Option.critical(true));
    }

    /**
     * Frees what C's own {@code malloc} gave, as that of {@code strdup}.
     *
     * @param address what it gave; NULL is nothing to free
     * @throws IllegalCallerException if native access is denied
     */
    public void free(MemorySegment address) {
        StandardC.free(access, address);
    }

    /**
     * Runs a generated method on a platform thread of its own. A bad argument fails the future before the call: memory of
     * a confined arena, which no other thread may use, or a handle that is closed.
     *
     * @param <T> what it gives
     * @param symbol the function that it calls
     * @param address its address as {@link #function} gave it
     * @param call the method with its arguments
     * @param parameters the names of the arguments that are memory or have some, for messages, with commas between them
     * @param arguments those arguments
     * @return completes with what the method gives; fails with what it throws, or as {@link #failure}
     */
    public <T extends @Nullable Object> CompletableFuture<T> nonblocking(String symbol, MemorySegment address,
            Supplier<T> call, String parameters, @Nullable Object... arguments) {
        Throwable obstacle = MissingSymbol.is(address)
                ? failureOf(address)
                : Nonblocking.obstacle(symbol, parameters, arguments);
        return obstacle == null
                ? Nonblocking.run(call, Nonblocking.NOTHING, arguments)
                : CompletableFuture.failedFuture(obstacle);
    }

    private Throwable failureOf(MemorySegment missing) {
        try {
            return MissingSymbol.failure(missing, symbols);
        } catch (RuntimeException | LinkageError failure) {
            return failure;
        }
    }

    /**
     * What to throw when a call failed.
     *
     * @param function the C function
     * @param state what the call left
     * @return the exception, with the error code, its name and the system's text
     */
    public SystemErrorException systemError(String function, MemorySegment state) {
        int code = CallState.code(state);
        SystemErrorException failed = new SystemErrorException(function, code, ErrorTexts.name(code),
                ErrorTexts.text(code, access));
        AfterCall.judged(failed);
        return failed;
    }

    /**
     * A handle that calls variadic functions of one signature with further arguments of fixed types.
     *
     * @param type the signature, the further arguments included
     * @param firstVariadic the index of the first further argument
     * @return the handle, as of {@link #downcall}
     * @throws IllegalArgumentException if the signature is not supported
     * @throws IllegalCallerException if native access is denied
     */
    public MethodHandle downcallVariadic(FunctionDescriptor type, int firstVariadic) {
        return access.downcallHandle(type, Linker.Option.firstVariadicArg(firstVariadic));
    }

    /**
     * As {@link #downcallVariadic}, for functions whose failures the system's error code explains.
     *
     * @param type the signature, the further arguments included
     * @param firstVariadic the index of the first further argument
     * @return the handle; memory of {@link CallState} comes before the function's arguments
     * @throws IllegalArgumentException if the signature is not supported
     * @throws IllegalCallerException if native access is denied
     */
    public MethodHandle downcallVariadicWithState(FunctionDescriptor type, int firstVariadic) {
        return access.downcallHandle(type, Linker.Option.firstVariadicArg(firstVariadic), CallState.option());
    }

    /**
     * Calls variadic functions of one signature with any further arguments.
     *
     * @param type the signature of what is declared
     * @return the call
     */
    public VariadicCall variadic(FunctionDescriptor type) {
        return new VariadicCall(access, type, Linker.Option.firstVariadicArg(type.argumentLayouts().size()));
    }

    /**
     * As {@link #variadic}, for functions whose failures the system's error code explains.
     *
     * @param type the signature of what is declared
     * @return the call; memory of {@link CallState} comes before the declared arguments
     */
    public VariadicCall variadicWithState(FunctionDescriptor type) {
        return new VariadicCall(access, type, Linker.Option.firstVariadicArg(type.argumentLayouts().size()),
                CallState.option());
    }

    /**
     * Calls functions that are declared without their parameters: {@code int f();} before C23.
     *
     * @param type the signature, which has a result only
     * @return the call
     */
    public VariadicCall unprototyped(FunctionDescriptor type) {
        return new VariadicCall(access, type);
    }

    /**
     * As {@link #unprototyped}, for functions whose failures the system's error code explains.
     *
     * @param type the signature, which has a result only
     * @return the call; memory of {@link CallState} comes before the arguments
     */
    public VariadicCall unprototypedWithState(FunctionDescriptor type) {
        return new VariadicCall(access, type, CallState.option());
    }

    /**
     * Turns what a call threw into what its caller should see. Always throws; declared to return so that the compiler
     * knows, as in {@code throw LIBRARY.failure(Symbols.add, thrown)}. What was thrown comes out as it is, also a checked
     * exception of a callback.
     *
     * @param address that of the function or variable, as {@link #function} or {@link #variable} gave it
     * @param thrown what the call threw
     * @return never
     * @throws MissingSymbolError if there is no address because the library lacks the symbol
     * @throws NativeLibraryNotFoundError if there is none because the library cannot be opened
     * @throws LibraryDeniedException if there is none because the library was refused
     * @throws IllegalCallerException if there is none because native access is denied
     * @throws IllegalStateException if the address is of a {@link ClosableLibrary} that is closed
     */
    public RuntimeException failure(MemorySegment address, Throwable thrown) {
        if (MissingSymbol.is(address)) {
            throw MissingSymbol.failure(address, symbols);
        }
        if (thrown instanceof IllegalStateException && !address.scope().isAlive()) {
            throw new IllegalStateException("the library is closed", thrown);
        }
        throw Throwables.<RuntimeException>rethrow(thrown);
    }

    /**
     * Makes a C function pointer of Java code. {@code type} has a static method {@code upcall}, which may be private,
     * that takes the function, then the value for C unless it gives none, then the C arguments; it lets no exception out.
     *
     * @param <F> the functional interface
     * @param lookup a lookup with private access to {@code type}, or with full access to another class of its module
     * @param type the class with the method {@code upcall}, and the type of its first parameter
     * @param descriptor the C signature
     * @param function the Java code
     * @param arena how long C may call the function pointer; a call after that crashes the process. Closing it from
     *        within the callback throws IllegalStateException; the code is freed when C has left it
     * @param onException the one value C gets if the function throws, or nothing for zero; the parameter of
     *        {@code upcall} has the type of the result
     * @return the function pointer
     * @throws IllegalArgumentException if {@code type} has no such method or {@code lookup} no access to it, there is
     *         more than one value for C, or the signature is not supported
     * @throws IllegalCallerException if native access is denied
     */
    public <F> FunctionPointer<F> upcall(MethodHandles.Lookup lookup, Class<F> type, FunctionDescriptor descriptor,
            F function, Arena arena, Object... onException) {
        MethodHandle target = UpcallTarget.of(lookup, type, descriptor, function, onException);
        return FunctionPointer.of(ArenaStub.of(access, target, descriptor, arena));
    }

    /**
     * As {@link #upcall}, living until it is closed.
     *
     * @param <F> the functional interface
     * @param lookup a lookup with private access to {@code type}
     * @param type the class with the method {@code upcall}
     * @param descriptor the C signature
     * @param function the Java code
     * @param onException the one value C gets if the function throws, or nothing for zero
     * @return the callback
     * @throws IllegalArgumentException as {@link #upcall}
     * @throws IllegalCallerException if native access is denied
     */
    public <F> Callback<F> callback(MethodHandles.Lookup lookup, Class<F> type, FunctionDescriptor descriptor,
            F function, Object... onException) {
        return Callback.untilClosed(access, UpcallTarget.of(lookup, type, descriptor, function, onException),
                descriptor);
    }

    /**
     * As {@link #upcall}, for one call.
     *
     * @param <F> the functional interface
     * @param lookup a lookup with private access to {@code type}
     * @param type the class with the method {@code upcall}
     * @param descriptor the C signature
     * @param function the Java code
     * @param onException the one value C gets if the function throws, or nothing for zero
     * @return the callback
     * @throws IllegalArgumentException as {@link #upcall}
     * @throws IllegalCallerException if native access is denied
     */
    public <F> Callback<F> callbackOnce(MethodHandles.Lookup lookup, Class<F> type, FunctionDescriptor descriptor,
            F function, Object... onException) {
        return Callback.once(access, UpcallTarget.of(lookup, type, descriptor, function, onException), descriptor);
    }
}
