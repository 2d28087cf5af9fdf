package org.ffigen.runtime;

/**
 * A library was not opened because the {@linkplain LibraryPolicy policy} does not allow it or because its content is
 * not what was pinned. The message names the file and the option that would allow it.
 */
public final class LibraryDeniedException extends SecurityException {
    private static final long serialVersionUID = 1L;

    LibraryDeniedException(String message) {
        super(message);
    }
}
