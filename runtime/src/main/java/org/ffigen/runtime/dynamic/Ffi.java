package org.ffigen.runtime.dynamic;

import java.io.File;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.ffigen.runtime.CString;
import org.ffigen.runtime.Callback;
import org.ffigen.runtime.ClosableLibrary;
import org.ffigen.runtime.LibrarySource;
import org.ffigen.runtime.NativeAccess;
import org.jspecify.annotations.Nullable;

/**
 * The way to C without generated code, with the native access of the class that made it: do not hand it to others.
 *
 * {@snippet :
 * Ffi ffi = Ffi.of(MethodHandles.lookup());
 * try (DynamicLibrary library = ffi.open("add", SymbolTable.builder().function("add", I32, I32, I32).build())) {
 *     int sum = (int) library.function("add").call(5, 3);
 * }
 * }
 *
 * <p>
 * Immutable: safe for any thread.
 */
public final class Ffi {
    private final MethodHandles.Lookup caller;
    private final NativeAccess access;

    private Ffi(MethodHandles.Lookup caller) {
        this.caller = caller;
        this.access = new NativeAccess(caller);
    }

    /**
     * With the native access of a class.
     *
     * @param caller its own {@link MethodHandles#lookup()}, not a derived one
     * @return the way to C
     * @throws IllegalArgumentException if it is a derived one
     */
    public static Ffi of(MethodHandles.Lookup caller) {
        return new Ffi(caller);
    }

    /**
     * Opens a library and finds all symbols of a table.
     *
     * @param library a path or {@code file:} URL; a file name for the dynamic loader ({@code libc.so.6}); or a name
     *        ({@code c}), searched as {@link org.ffigen.runtime.NativeLibrary} says
     * @param symbols what to find
     * @return the open library
     * @throws org.ffigen.runtime.NativeLibraryNotFoundError if it cannot be opened; the message lists every place and
     *         the loader's reason
     * @throws org.ffigen.runtime.LibraryDeniedException if the policy does not allow it
     * @throws org.ffigen.runtime.MissingSymbolError if it lacks a symbol that is not optional; it is closed then
     * @throws IllegalArgumentException if a function has more parameters than the JVM can pass; it is closed then
     * @throws IllegalCallerException if native access is denied
     */
    public DynamicLibrary open(String library, SymbolTable symbols) {
        Objects.requireNonNull(library, "library");
        return open(source(library), symbols);
    }

    /**
     * Opens a library from anywhere and finds all symbols of a table: as {@link #open(String, SymbolTable)}.
     *
     * @param source where it comes from
     * @param symbols what to find
     * @return the open library
     * @throws org.ffigen.runtime.NativeLibraryNotFoundError if it cannot be opened
     * @throws org.ffigen.runtime.LibraryDeniedException if the policy does not allow it or it is not the pinned one
     * @throws org.ffigen.runtime.MissingSymbolError if it lacks a symbol that is not optional; it is closed then
     * @throws IllegalArgumentException if a function has more parameters than the JVM can pass; it is closed then
     * @throws IllegalCallerException if native access is denied
     */
    public DynamicLibrary open(LibrarySource source, SymbolTable symbols) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(symbols, "symbols");
        return DynamicLibrary.open(this, access, ClosableLibrary.open(caller, source), symbols);
    }

    /** Names of files that the loader finds, not those of libraries such as my.sound. */
    private static final Pattern FILE_NAME = Pattern.compile(".+\\.(so(\\.[\\d.]+)?|dylib|dll)");

    private static LibrarySource source(String library) {
        if (library.startsWith("file:")) {
            return LibrarySource.file(Path.of(URI.create(library)));
        }
        boolean file = library.indexOf('/') >= 0 || library.indexOf(File.separatorChar) >= 0
                || FILE_NAME.matcher(library).matches();
        return file ? LibrarySource.anyOf(library) : LibrarySource.named(library);
    }

    /** The Java code of an interface's method, also where only its own package sees the interface. */
    MethodHandle defaultMethod(Class<?> type, Method method) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, caller).unreflectSpecial(method, type);
    }

    /**
     * A function behind an address. If a {@link DynamicLibrary}'s function gave that as {@link NativeType#FUNCTION}, calling
     * it is an IllegalStateException once the library is closed; of any other address nobody knows how long it is good.
     *
     * @param pointer where it is
     * @param signature its types
     * @return the function
     * @throws IllegalArgumentException if the pointer is null or on the Java heap, or there are more parameters than
     *         the JVM can pass
     * @throws IllegalCallerException if native access is denied
     */
    public NativeFunction function(@Nullable MemorySegment pointer, Signature signature) {
        Objects.requireNonNull(signature, "signature");
        if (UnsafePointer.value(pointer) == 0) {
            throw new IllegalArgumentException("a function at a null pointer");
        }
        return new NativeFunction(access, "function pointer", pointer, signature, false, null);
    }

    /**
     * Java code that C may call until it is closed.
     *
     * @param signature its types
     * @param function the code
     * @return the callback; pass its {@link Callback#pointer()}
     * @throws IllegalArgumentException if there are more parameters than the JVM can pass
     * @throws IllegalCallerException if native access is denied
     */
    public Callback<CallbackFunction> callback(Signature signature, CallbackFunction function) {
        FunctionDescriptor descriptor = CallDescriptor.of(Objects.requireNonNull(signature, "signature"));
        try {
            return Callback.untilClosed(access, DynamicUpcall.target(signature, descriptor, function), descriptor);
        } catch (IllegalArgumentException refused) {
            throw CallDescriptor.explained("callback", signature, refused);
        }
    }

    /**
     * Java code that C may call once; nobody has to close it then.
     *
     * @param signature its types
     * @param function the code
     * @return the callback; pass its {@link Callback#pointer()}
     * @throws IllegalArgumentException if there are more parameters than the JVM can pass
     * @throws IllegalCallerException if native access is denied
     */
    public Callback<CallbackFunction> callbackOnce(Signature signature, CallbackFunction function) {
        FunctionDescriptor descriptor = CallDescriptor.of(Objects.requireNonNull(signature, "signature"));
        try {
            return Callback.once(access, DynamicUpcall.target(signature, descriptor, function), descriptor);
        } catch (IllegalArgumentException refused) {
            throw CallDescriptor.explained("callback", signature, refused);
        }
    }

    /**
     * A view on what lies behind an address.
     *
     * @param pointer the address; reading through null throws
     * @return the view
     * @throws IllegalArgumentException if the memory is on the Java heap
     * @throws IllegalStateException if the memory is of an arena that is closed
     * @throws WrongThreadException if the memory is confined to another thread
     * @throws IllegalCallerException if native access is denied
     */
    public UnsafePointerView view(@Nullable MemorySegment pointer) {
        return new UnsafePointerView(access, pointer);
    }

    /**
     * A text for a parameter of type buffer.
     *
     * @param text the text
     * @return its bytes in UTF-8, and a NUL
     * @throws IllegalArgumentException if there is a U+0000 in the text, where C would see it end
     */
    public static byte[] cString(String text) {
        byte[] bytes = CString.whole(text).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }
}
