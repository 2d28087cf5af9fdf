package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ffigen.runtime.ClosableLibrary;
import org.ffigen.runtime.NativeAccess;
import org.jspecify.annotations.Nullable;

/**
 * An open library with the functions and variables of a {@link SymbolTable}. After {@link #close()} its functions throw;
 * it is unloaded when the last call that runs has returned. It stays open as long as any of its functions is used, even
 * if this object is forgotten.
 *
 * <p>
 * Safe for any thread.
 */
public final class DynamicLibrary implements AutoCloseable {
    private final Ffi ffi;
    private final NativeAccess access;
    private final ClosableLibrary library;
    private final Lifetime lifetime;
    private final SymbolTable table;
    private final Map<String, NativeFunction> functions = new HashMap<>();
    private final Map<String, Object> variables = new HashMap<>();

    private DynamicLibrary(Ffi ffi, NativeAccess access, ClosableLibrary library, SymbolTable table) {
        this.ffi = ffi;
        this.access = access;
        this.library = library;
        this.lifetime = new Lifetime(library);
        this.table = table;
    }

    static DynamicLibrary open(Ffi ffi, NativeAccess access, ClosableLibrary library, SymbolTable table) {
        DynamicLibrary opened = new DynamicLibrary(ffi, access, library, table);
        try {
            table.entries().forEach(opened::find);
            return opened;
        } catch (Throwable failed) {
            library.close();
            throw failed;
        }
    }

    private void find(String name, SymbolDefinition definition) {
        String symbol = definition.name() == null ? name : definition.name();
        MemorySegment address = library.function(symbol);
        if (address.address() == 0) {
            if (!definition.optional()) {
                throw library.missing(symbol);
            }
            return;
        }
        switch (definition) {
            case SymbolDefinition.Function function -> functions.put(name, new NativeFunction(access, name, address,
                    function.signature(), function.nonblocking(), lifetime));
            case SymbolDefinition.Variable variable -> variables.put(name, read(variable, symbol, address));
        }
    }

    private Object read(SymbolDefinition.Variable variable, String symbol, MemorySegment address) {
        ScalarType type = (ScalarType) variable.type();
        return type.isAddress()
                ? address
                : Values.read(type, library.variable(symbol, type.layout().byteSize()), 0);
    }

    /**
     * A function.
     *
     * @param name its key in the table
     * @return the function
     * @throws IllegalArgumentException if the table has no such function
     * @throws org.ffigen.runtime.MissingSymbolError if it is optional and the library lacks it
     */
    public NativeFunction function(String name) {
        return findFunction(name).orElseThrow(() -> library.missing(name));
    }

    /**
     * A function that may be missing.
     *
     * @param name its key in the table
     * @return the function; empty if the library lacks it
     * @throws IllegalArgumentException if the table has no such function
     */
    public Optional<NativeFunction> findFunction(String name) {
        if (!(table.entries().get(name) instanceof SymbolDefinition.Function)) {
            throw new IllegalArgumentException("the symbol table has no function '" + name + "'");
        }
        return Optional.ofNullable(functions.get(name));
    }

    /**
     * A variable: its value when the library was opened, or its address if it is declared as pointer, buffer or
     * function.
     *
     * @param name its key in the table
     * @return the value
     * @throws IllegalArgumentException if the table has no such variable
     * @throws org.ffigen.runtime.MissingSymbolError if it is optional and the library lacks it
     */
    public Object variable(String name) {
        return findVariable(name).orElseThrow(() -> library.missing(name));
    }

    /**
     * A variable that may be missing: as {@link #variable}.
     *
     * @param name its key in the table
     * @return the value; empty if the library lacks it
     * @throws IllegalArgumentException if the table has no such variable
     */
    public Optional<Object> findVariable(String name) {
        if (!(table.entries().get(name) instanceof SymbolDefinition.Variable)) {
            throw new IllegalArgumentException("the symbol table has no variable '" + name + "'");
        }
        return Optional.ofNullable(variables.get(name));
    }

    /**
     * An object whose methods are C functions, for those who have such an interface. Each abstract method is bound to
     * the function of its name, or of its {@link CName}; default methods stay Java. Types come from the symbol table
     * if the name is in it, else from Java: numbers are as wide as in C, {@code boolean} is {@code bool}, a
     * {@code String}, an array or a buffer is {@code buffer}, a MemorySegment or a pointer {@code pointer}. Where
     * the table has an unsigned type, a Java type of the same width has its bits, as parameter and as result. A String
     * result is a copy of C's text. A method that returns a CompletableFuture, a CompletionStage or a Future does not
     * block. The {@code close()} of an AutoCloseable closes this library, unless the symbol table has a function of that
     * name or the method a {@link CName}.
     *
     * <p>
     * A method throws what a callback throws, as {@link NativeFunction#call} does, but a checked exception only if it
     * declares that: another is the cause of an {@link java.lang.reflect.UndeclaredThrowableException}.
     *
     * @param <T> the interface
     * @param type its class
     * @return the object; safe for any thread
     * @throws IllegalArgumentException if a method cannot be bound; the message names it
     * @throws org.ffigen.runtime.MissingSymbolError if neither the library nor one that it depends on has a function
     */
    public <T> T bind(Class<T> type) {
        return InterfaceBinding.of(this, type);
    }

    /** The function a method of an interface is bound to. */
    NativeFunction function(String name, @Nullable Signature signature) {
        if (signature == null) {
            return function(name);
        }
        MemorySegment address = library.function(name);
        if (address.address() == 0) {
            throw library.missing(name);
        }
        return new NativeFunction(access, name, address, signature, false, lifetime);
    }

    SymbolTable table() {
        return table;
    }

    Ffi ffi() {
        return ffi;
    }

    /**
     * Whether functions can be called.
     *
     * @return false after {@link #close()}
     */
    public boolean isOpen() {
        return lifetime.isOpen();
    }

    /**
     * Closes the library. Calls that run go on, also the one whose callback closes it.
     *
     * @throws IllegalStateException if it is closed already, or is called by a {@linkplain NativeFunction#handle() handle}
     *         or through a function pointer that it gave, and by nothing else this moment; nothing is changed then
     */
    @Override
    public void close() {
        lifetime.close();
    }

    /** As {@link #close()}; nothing if it is closed already, also by another thread at the same time. */
    void closeIfOpen() {
        lifetime.closeIfOpen();
    }
}
