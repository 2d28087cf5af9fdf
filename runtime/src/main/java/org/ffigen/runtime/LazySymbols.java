package org.ffigen.runtime;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A library's symbols, opened when the first is asked for. Safe for any thread: the outcome of opening is immutable and
 * published once.
 */
final class LazySymbols {
    private static final Set<String> OF_PLATFORM = Set.of("c", "m", "system");

    private final NativeAccess access;
    private final String binding;
    private final String name;
    private volatile @Nullable Outcome outcome;
    /** Whether System.loadLibrary gave any symbol, so that the library is there although no file was found. */
    private volatile boolean loadedElsewhere;

    LazySymbols(NativeAccess access, String binding, String name) {
        this.access = access;
        this.binding = binding;
        this.name = name;
    }

    /**
     * What came of opening: the library; or symbols of other libraries, and the places tried; or no symbols, and why.
     */
    private record Outcome(LoadedLibrary library, @Nullable List<String> tried,
            @Nullable IllegalCallerException denied) {}

    /** The address, or NULL for whatever reason. */
    MemorySegment find(String symbol) {
        Outcome opened = outcome();
        MemorySegment address = opened.library.symbols().find(symbol).orElse(MemorySegment.NULL);
        if (opened.tried != null && address.address() != 0) {
            loadedElsewhere = true;
        }
        return address;
    }

    /** Why {@link #find} gave NULL: a new exception with the same message each time. */
    RuntimeException failure(String symbol) {
        throwIfNotOpen(symbol);
        throw new MissingSymbolError("the library '" + name + "' has no symbol '" + symbol + "' (loaded from "
                + outcome().library.origin() + ")");
    }

    void throwIfNotOpen(String symbol) {
        Outcome opened = outcome();
        if (opened.denied != null) {
            throw new IllegalCallerException(opened.denied.getMessage(), opened.denied.getCause());
        }
        if (opened.tried != null && !loadedElsewhere) {
            throw new NativeLibraryNotFoundError(notFound(symbol, opened.tried));
        }
    }

    private String notFound(String symbol, List<String> tried) {
        List<String> lines = new ArrayList<>();
        lines.add("no library '" + name + "' for " + binding + "; tried, in this order:");
        lines.addAll(tried);
        lines.add("libraries loaded by System.load and System.loadLibrary: none has '" + symbol + "'");
        String message = String.join(System.lineSeparator() + "  ", lines);
        return LibrarySearch.isFile(name)
                ? message
                : message + System.lineSeparator() + "Name the file with -Dffigen.library." + name
                        + "=PATH, or its folder with -Dffigen.library.path=FOLDER.";
    }

    private Outcome outcome() {
        Outcome opened = outcome;
        return opened != null ? opened : openOnce();
    }

    private synchronized Outcome openOnce() {
        Outcome opened = outcome;
        if (opened == null) {
            opened = open();
            outcome = opened;
        }
        return opened;
    }

    private Outcome open() {
        try {
            LibrarySearch search = new LibrarySearch(access, name, Platform.CURRENT);
            LoadedLibrary found = search.run();
            if (found != null) {
                return new Outcome(found, null, null);
            }
            SymbolLookup loaded = access.loaderLookup();
            if (OF_PLATFORM.contains(name)) {
                SymbolLookup symbols = loaded.or(Linker.nativeLinker().defaultLookup());
                return new Outcome(new LoadedLibrary("the platform's default libraries", symbols), null, null);
            }
            return new Outcome(new LoadedLibrary("System.loadLibrary", loaded), search.tried(), null);
        } catch (IllegalCallerException denied) {
            return new Outcome(new LoadedLibrary("nowhere", symbol -> Optional.empty()), null, denied);
        }
    }
}
