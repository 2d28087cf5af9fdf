package org.ffigen.runtime;

/** No file of a library could be loaded. The message lists every place tried, with the loader's reason for each. */
public final class NativeLibraryNotFoundError extends UnsatisfiedLinkError {
    private static final long serialVersionUID = 1L;

    NativeLibraryNotFoundError(String message) {
        super(message);
    }
}
