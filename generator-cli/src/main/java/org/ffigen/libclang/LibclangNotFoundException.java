package org.ffigen.libclang;

/**
 * No usable libclang. The message is for the user as it is: every place looked in, why each failed, and the ways out.
 */
public final class LibclangNotFoundException extends Exception {
    private static final long serialVersionUID = 1L;

    LibclangNotFoundException(String message) {
        super(message);
    }
}
