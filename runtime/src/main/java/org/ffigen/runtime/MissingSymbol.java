package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * Stands where the address of a symbol would be if the library had it: memory of the Java heap, which a call refuses
 * before it goes to C, and of no size, so that no access succeeds. Its array is the symbol's name.
 */
final class MissingSymbol {
    private MissingSymbol() {
    }

    static MemorySegment of(String symbol) {
        return MemorySegment.ofArray(symbol.getBytes(StandardCharsets.UTF_8)).asSlice(0, 0);
    }

    /** Of what {@link LazySymbols#find} gave. */
    static boolean is(MemorySegment address) {
        return !address.isNative();
    }

    /** Which symbol that is. */
    static String name(MemorySegment missing) {
        return new String((byte[]) missing.heapBase().orElseThrow(), StandardCharsets.UTF_8);
    }
}
