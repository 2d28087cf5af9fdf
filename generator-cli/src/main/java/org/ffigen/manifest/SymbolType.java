package org.ffigen.manifest;

import java.util.List;

/** A type in the vocabulary of {@code symbols}, which is Deno's. */
sealed interface SymbolType {

    /** {@code i32}, {@code pointer}, {@code buffer}... */
    record Word(String word) implements SymbolType {}

    /** {@code {"struct": [...]}}: the members in order, naturally aligned. */
    record Struct(List<SymbolType> members) implements SymbolType {}

    SymbolType BUFFER = new Word("buffer");
    SymbolType FUNCTION = new Word("function");
    SymbolType POINTER = new Word("pointer");
}
