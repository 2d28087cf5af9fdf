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
    static NativeLibraryNotFoundError of(String name, String binding, List<String> tried) {
        List<String> lines = new ArrayList<>();
        lines.add("no library '" + name + "' for " + binding + "; tried, in this order:");
        lines.addAll(tried);
        String message = String.join(System.lineSeparator() + "  ", lines);
        return new NativeLibraryNotFoundError(LibraryNames.isPath(name)
                ? message
                : message + System.lineSeparator() + "Name the file with -Dffigen.library." + name
                        + "=PATH, or its folder with -Dffigen.library.path=FOLDER.");
    }
}
