package org.ffigen.runtime;

import static java.lang.invoke.MethodType.methodType;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of the JDK that need native access as the class that owns a lookup, so that only its module has to
 * be given that access. Whoever has an instance has that access: do not hand it to others. Safe for any thread: what is cached is immutable and may be made twice.
 *
 * <p>
 * Through a lookup a restricted method is called as a method handle, whose making takes longer than all else when a
 * program starts. A subclass in that module, which generated code has, overrides what every program needs with direct
 * calls.
 *
 * <p>
 * Every method throws {@link IllegalCallerException}, with advice, if that module has no native access and the virtual
 * machine denies what was not enabled.
 */
public class NativeAccess {
    private final MethodHandles.Lookup caller;
    private @Nullable MethodHandle downcallHandle;
    private @Nullable MethodHandle reinterpret;
    private @Nullable MethodHandle reinterpretInArena;
    private @Nullable MethodHandle upcallStub;

    /**
     * The native access of a class.
     *
     * @param caller its own {@link MethodHandles#lookup()}, not a derived one
     * @throws IllegalArgumentException if it is a derived one
     */
    public NativeAccess(MethodHandles.Lookup caller) {
        if ((caller.lookupModes() & MethodHandles.Lookup.ORIGINAL) == 0) {
            throw notFull(caller, null);
        }
        this.caller = caller;
    }

    /**
     * The platform's name in manifests.
     *
     * @return such as {@code linux-x86_64}
     */
    public static String target() {
        return Platform.CURRENT.target();
    }

    /**
     * {@link Linker#downcallHandle(FunctionDescriptor, Linker.Option...)}.
     *
     * @param type the signature
     * @param options the linker's options
     * @return the handle
     * @throws IllegalArgumentException if the signature is not supported
     * @throws IllegalCallerException if native access is denied
     */
    public final MethodHandle downcallHandle(FunctionDescriptor type, Linker.Option... options) {
        try {
            return linked(type, options);
        } catch (Throwable thrown) {
            throw explained(thrown);
        }
    }

    /**
     * {@link Linker#downcallHandle(FunctionDescriptor, Linker.Option...)}, to be overridden by a direct call.
     *
     * @param type the signature
     * @param options the linker's options
     * @return the handle
     * @throws Throwable what that throws
     */
    protected MethodHandle linked(FunctionDescriptor type, Linker.Option... options) throws Throwable {
        MethodHandle handle = downcallHandle;
        if (handle == null) {
            handle = virtual(Linker.class, "downcallHandle",
                    methodType(MethodHandle.class, FunctionDescriptor.class, Linker.Option[].class));
            downcallHandle = handle;
        }
        return (MethodHandle) handle.invokeExact(Linker.nativeLinker(), type, options);
    }

    /**
     * {@link Linker#upcallStub}.
     *
     * @param target the Java code
     * @param type the signature
     * @param arena how long the stub lives
     * @return the stub's address
     * @throws IllegalArgumentException if the signature is not supported, or is not that of the code
     * @throws IllegalStateException if the arena is closed
     * @throws IllegalCallerException if native access is denied
     */
    public final MemorySegment upcallStub(MethodHandle target, FunctionDescriptor type, Arena arena) {
        try {
            return stub(target, type, arena);
        } catch (Throwable thrown) {
            throw explained(thrown);
        }
    }

    /**
     * {@link Linker#upcallStub}, to be overridden by a direct call.
     *
     * @param target the Java code
     * @param type the signature
     * @param arena how long the stub lives
     * @return the stub's address
     * @throws Throwable what that throws
     */
    protected MemorySegment stub(MethodHandle target, FunctionDescriptor type, Arena arena) throws Throwable {
        MethodHandle handle = upcallStub;
        if (handle == null) {
            handle = virtual(Linker.class, "upcallStub", methodType(MemorySegment.class, MethodHandle.class,
                    FunctionDescriptor.class, Arena.class, Linker.Option[].class));
            upcallStub = handle;
        }
        return (MemorySegment) handle.invokeExact(Linker.nativeLinker(), target, type, arena, new Linker.Option[0]);
    }

    /**
     * {@link MemorySegment#reinterpret(long)}.
     *
     * @param segment an address
     * @param size the size that it is known to have, in bytes
     * @return the same address with that size
     * @throws IllegalArgumentException if the size is negative
     * @throws UnsupportedOperationException if it is memory on the heap
     * @throws IllegalStateException if it is memory of an arena that is closed
     * @throws WrongThreadException if it is memory that is confined to another thread
     * @throws IllegalCallerException if native access is denied
     */
    public final MemorySegment reinterpret(MemorySegment segment, long size) {
        try {
            return resized(segment, size);
        } catch (Throwable thrown) {
            throw explained(thrown);
        }
    }

    /**
     * {@link MemorySegment#reinterpret(long)}, to be overridden by a direct call.
     *
     * @param segment an address
     * @param size the size that it is known to have, in bytes
     * @return the same address with that size
     * @throws Throwable what that throws
     */
    protected MemorySegment resized(MemorySegment segment, long size) throws Throwable {
        MethodHandle handle = reinterpret;
        if (handle == null) {
            handle = virtual(MemorySegment.class, "reinterpret", methodType(MemorySegment.class, long.class));
            reinterpret = handle;
        }
        return (MemorySegment) handle.invokeExact(segment, size);
    }

    /** The same address as memory of an arena, and what to do when that is closed. */
    final MemorySegment reinterpret(MemorySegment segment, long size, Arena arena,
            @Nullable Consumer<MemorySegment> cleanup) {
        try {
            return ofArena(segment, size, arena, cleanup);
        } catch (Throwable thrown) {
            throw explained(thrown);
        }
    }

    /**
     * {@link MemorySegment#reinterpret(long, Arena, Consumer)}, to be overridden by a direct call.
     *
     * @param segment an address
     * @param size the size that it is known to have, in bytes
     * @param arena how long it can be used
     * @param cleanup what is done when the arena is closed; null for nothing
     * @return the same address as memory of the arena
     * @throws Throwable what that throws
     */
    protected MemorySegment ofArena(MemorySegment segment, long size, Arena arena,
            @Nullable Consumer<MemorySegment> cleanup) throws Throwable {
        MethodHandle handle = reinterpretInArena;
        if (handle == null) {
            handle = virtual(MemorySegment.class, "reinterpret",
                    methodType(MemorySegment.class, long.class, Arena.class, Consumer.class));
            reinterpretInArena = handle;
        }
        return (MemorySegment) handle.invokeExact(segment, size, arena, cleanup);
    }

    /** A file, open as long as the arena. IllegalArgumentException if the loader refuses it. */
    final SymbolLookup libraryLookup(Path file, Arena arena) {
        try {
            return opened(file, arena);
        } catch (Throwable thrown) {
            throw explained(thrown);
        }
    }

    /**
     * {@link SymbolLookup#libraryLookup(Path, Arena)}, to be overridden by a direct call.
     *
     * @param file the library
     * @param arena how long it stays open
     * @return its symbols
     * @throws Throwable what that throws
     */
    protected SymbolLookup opened(Path file, Arena arena) throws Throwable {
        MethodHandle handle = statically(SymbolLookup.class, "libraryLookup",
                methodType(SymbolLookup.class, Path.class, Arena.class));
        return (SymbolLookup) handle.invokeExact(file, arena);
    }

    /** Whose access it is, for messages. */
    final String owner() {
        return caller.lookupClass().getName();
    }

    /** A name for the dynamic loader to find. IllegalArgumentException if it does not. */
    final SymbolLookup libraryLookup(String name, Arena arena) {
        MethodHandle handle = statically(SymbolLookup.class, "libraryLookup",
                methodType(SymbolLookup.class, String.class, Arena.class));
        try {
            return (SymbolLookup) handle.invokeExact(name, arena);
        } catch (Throwable thrown) {
            throw explained(thrown);
        }
    }

    /** The libraries that System.load and System.loadLibrary loaded for the caller's class loader. */
    final SymbolLookup loaderLookup() {
        MethodHandle handle = statically(SymbolLookup.class, "loaderLookup", methodType(SymbolLookup.class));
        try {
            return (SymbolLookup) handle.invokeExact();
        } catch (Throwable thrown) {
            throw explained(thrown);
        }
    }

    /** System.load of an absolute path. UnsatisfiedLinkError with the loader's reason if it is refused. */
    final void load(String file) {
        MethodHandle handle = statically(System.class, "load", methodType(void.class, String.class));
        try {
            handle.invokeExact(file);
        } catch (Throwable thrown) {
            throw explained(thrown);
        }
    }

    private MethodHandle virtual(Class<?> type, String name, MethodType signature) {
        try {
            return caller.findVirtual(type, name, signature);
        } catch (ReflectiveOperationException refused) {
            throw notFull(caller, refused);
        }
    }

    private MethodHandle statically(Class<?> type, String name, MethodType signature) {
        try {
            return caller.findStatic(type, name, signature);
        } catch (ReflectiveOperationException refused) {
            throw notFull(caller, refused);
        }
    }

    private static IllegalArgumentException notFull(MethodHandles.Lookup caller,
            @Nullable ReflectiveOperationException refused) {
        return new IllegalArgumentException(
                "pass MethodHandles.lookup(), called by the binding itself, instead of " + caller, refused);
    }

    private RuntimeException explained(Throwable thrown) {
        if (thrown instanceof IllegalCallerException denied) {
            Class<?> type = caller.lookupClass();
            String module = type.getModule().isNamed() ? type.getModule().getName() : "ALL-UNNAMED";
            return new IllegalCallerException(
                    type.getName() + " needs native access: run java with --enable-native-access=" + module, denied);
        }
        throw Throwables.<RuntimeException>rethrow(thrown);
    }
}
