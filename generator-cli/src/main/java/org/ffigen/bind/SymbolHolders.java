package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ffigen.java.LibraryClass.Symbol;
import org.ffigen.java.LibraryClass.Symbols;
import org.ffigen.model.Shim;

/** The nested classes that hold addresses. */
final class SymbolHolders {

    /** A holder looks all its symbols up at once: few classes, and no long wait at the first call. */
    private static final int SYMBOLS_A_HOLDER = 48;

    private final NameScope fields = NameScope.ofMembers();
    private final Group library = new Group("LIBRARY", "Symbols_");
    private final Group shims = new Group("SHIMS", "Shims_");

    /** The holders of one library. */
    private static final class Group {

        private final String library;
        private final String prefix;
        private final List<Symbols> full = new ArrayList<>();
        private final List<Symbol> open = new ArrayList<>();

        private Group(String library, String prefix) {
            this.library = library;
            this.prefix = prefix;
        }

        private Callee add(Symbol symbol, String shown) {
            if (open.size() == SYMBOLS_A_HOLDER) {
                full.add(holder());
                open.clear();
            }
            open.add(symbol);
            return new Callee(prefix + full.size() + "." + symbol.field(), library, shown);
        }

        private Symbols holder() {
            return new Symbols(prefix + full.size(), library, List.copyOf(open));
        }

        private List<Symbols> all() {
            List<Symbols> all = new ArrayList<>(full);
            if (!open.isEmpty()) {
                all.add(holder());
            }
            return all;
        }
    }

    /**
     * The address of what C calls {@code name}: of the symbol, or of the shim if it is reached through one.
     *
     * @param shown what messages call it
     */
    Callee add(String name, String symbol, Optional<Shim> shim, String shown) {
        String field = fields.claim(ReservedNames.symbol(name));
        return shim.isPresent()
                ? shims.add(new Symbol(field, shim.get().symbol()), shown)
                : library.add(new Symbol(field, symbol), shown);
    }

    /**
     * The expression of the memory of a variable of the library.
     *
     * @param size in bytes, an expression
     */
    String addVariable(String name, String symbol, String size) {
        return library.add(new Symbol(fields.claim(ReservedNames.symbol(name)), symbol, size), name).address();
    }

    List<Symbols> all() {
        List<Symbols> all = new ArrayList<>(library.all());
        all.addAll(shims.all());
        return all;
    }
}
