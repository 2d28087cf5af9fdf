package org.ffigen.manifest;

import java.util.List;
import java.util.Optional;

/** An entry of {@code symbols}. */
sealed interface Symbol {

    /** What the library exports, where that is not the declared name. */
    Optional<String> exportedName();

    /** A function to call. */
    record FunctionSymbol(Optional<String> exportedName, List<SymbolType> parameters, SymbolType result)
            implements Symbol {}

    /** A variable: its value for a scalar, {@code pointer} for the address of anything else. */
    record VariableSymbol(Optional<String> exportedName, SymbolType type) implements Symbol {}
}
