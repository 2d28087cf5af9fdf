package org.ffigen.runtime;

import java.util.ArrayList;
import java.util.List;

/** No file of a library could be loaded. The message lists every place tried, with the loader's reason for each. */
public final class NativeLibraryNotFoundError extends UnsatisfiedLinkError {
    private static final long serialVersionUID = 1L;

    NativeLibraryNotFoundError(String message) {
        super(message);
    }

    /** @param tried every place, with the reason */
    static NativeLibraryNotFoundError of(LibrarySource source, String binding, List<String> tried) {
        List<String> lines = new ArrayList<>();
        lines.add("no library '" + source.name() + "' for " + binding + "; tried, in this order:");
        lines.addAll(tried);
        String message = String.join(System.lineSeparator() + "  ", lines);
        String advice = source.advice();
        return new NativeLibraryNotFoundError(advice.isEmpty() ? message : message + System.lineSeparator() + advice);
    }
}
