package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import org.jspecify.annotations.Nullable;

/**
 * Where a library's symbols come from. Immutable: safe for any thread.
 *
 * @param origin for messages: the file, or how the symbols were found
 * @param file what the loader opened; null for symbols of the process
 * @param symbols finds the addresses
 */
record LoadedLibrary(String origin, @Nullable String file, SymbolLookup symbols) {
    /** The address of a symbol, or of {@code symbol@VERSION}; NULL if it is not there. */
    MemorySegment find(NativeAccess access, String symbol) {
        MemorySegment address = symbols.find(symbol).orElse(MemorySegment.NULL);
        boolean versioned = address.address() == 0 && symbol.indexOf('@') > 0;
        return versioned ? VersionedSymbols.find(access, this, symbol) : address;
    }
}
