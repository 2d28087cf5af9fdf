package org.ffigen.runtime;

import java.lang.foreign.SymbolLookup;

/**
 * Where a library's symbols come from. Immutable: safe for any thread.
 *
 * @param origin for messages: the file, or how the symbols were found
 * @param symbols finds the addresses
 */
record LoadedLibrary(String origin, SymbolLookup symbols) {}
