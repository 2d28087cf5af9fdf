package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * Stands where the address of a symbol would be if the library had it: memory of the Java heap, which a call refuses
 * before it goes to C, and of no size, so that no access succeeds. Its array says which symbol that is.
 */
final class MissingSymbol {
    /** No symbol begins so. */
    private static final String ERROR = "\0";

    private MissingSymbol() {
    }

    /** A symbol of the library whose {@link NativeLibrary#failure} is asked. */
    static MemorySegment of(String symbol) {
        return memory(symbol);
    }

    /** A symbol of another library. */
    static MemorySegment of(MissingSymbolError error) {
        return memory(ERROR + error.getMessage());
    }

    private static MemorySegment memory(String text) {
        return MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)).asSlice(0, 0);
    }

    static boolean is(MemorySegment address) {
        return !address.isNative();
    }

    /** What to throw: of a symbol of another library its own error, else what the library says. */
    static RuntimeException failure(MemorySegment missing, LazySymbols symbols) {
        String text = text(missing);
        if (text.startsWith(ERROR)) {
            throw error(missing);
        }
        throw symbols.failure(text);
    }

    /** Of a symbol of another library its own error, anew. */
    static MissingSymbolError error(MemorySegment missing) {
        return new MissingSymbolError(text(missing).substring(ERROR.length()));
    }

    private static String text(MemorySegment missing) {
        return new String((byte[]) missing.heapBase().orElseThrow(), StandardCharsets.UTF_8);
    }
}
