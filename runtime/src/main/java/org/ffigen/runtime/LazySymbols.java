package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A library's symbols, opened when the first is asked for. Safe for any thread: the outcome of opening is immutable and
 * published once.
 */
final class LazySymbols {
    private static final String NOWHERE = "nowhere";

    private final NativeAccess access;
    private final String binding;
    private final LibrarySource source;
    private volatile @Nullable Outcome outcome;
    /** Whether System.loadLibrary gave any symbol, so that the library is there although no file was found. */
    private volatile boolean loadedElsewhere;
    private final @Nullable LazySymbols needed;

    /** @param needed what is opened first: the loader may know it by that, and not find it by itself */
    LazySymbols(NativeAccess access, String binding, LibrarySource source, @Nullable LazySymbols needed) {
        this.access = access;
        this.binding = binding;
        this.source = source;
        this.needed = needed;
    }

    /**
     * What came of opening: the library; or symbols of other libraries, and the places tried; or no symbols, and why.
     */
    private record Outcome(LoadedLibrary library, @Nullable List<String> tried,
            @Nullable RuntimeException denied) {}

    /** The address, or a missing symbol for whatever reason. */
    MemorySegment find(String symbol) {
        Outcome opened = outcome();
        MemorySegment address = opened.library.find(access, symbol);
        if (address.address() == 0) {
            return MissingSymbol.of(symbol);
        }
        if (opened.tried != null) {
            loadedElsewhere = true;
        }
        return address;
    }

    /** Why {@link #find} gave a missing symbol: a new exception with the same message each time. */
    RuntimeException failure(String symbol) {
        throwIfNotOpen(symbol);
        throw new MissingSymbolError("the library '" + source.name() + "' has no symbol '" + symbol + "' (loaded from "
                + outcome().library.origin() + ")");
    }

    void throwIfNotOpen(String symbol) {
        Outcome opened = outcome();
        if (opened.denied != null) {
            throw again(opened.denied);
        }
        if (opened.tried != null && !loadedElsewhere) {
            List<String> tried = new ArrayList<>(opened.tried);
            if (!opened.library.origin().equals(NOWHERE)) {
                tried.add(LibraryOpener.LOADED_BY_OTHERS + ": none has '" + symbol + "'");
            }
            throw NativeLibraryNotFoundError.of(source, binding, tried);
        }
    }

    private static LoadedLibrary nowhere() {
        return new LoadedLibrary(NOWHERE, null, symbol -> Optional.empty());
    }

    private static RuntimeException again(RuntimeException denied) {
        return denied instanceof LibraryDeniedException
                ? new LibraryDeniedException(denied.getMessage())
                : new IllegalCallerException(denied.getMessage(), denied.getCause());
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
        RuntimeException refused = needed == null ? null : needed.outcome().denied;
        if (refused != null) {
            // The loader would load it for this one, unasked.
            return new Outcome(nowhere(), null, refused);
        }
        try {
            LibraryOpener opener = new LibraryOpener(access, source, Platform.CURRENT, Arena.global());
            LoadedLibrary found = new LibrarySearch(access, source, Platform.CURRENT, opener).run();
            if (found != null) {
                return new Outcome(found, null, null);
            }
            LoadedLibrary others = opener.loadedByOthers();
            return new Outcome(others == null ? nowhere() : others, opener.tried(), null);
        } catch (IllegalCallerException | LibraryDeniedException denied) {
            return new Outcome(nowhere(), null, denied);
        }
    }
}
