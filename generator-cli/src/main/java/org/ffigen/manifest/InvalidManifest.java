package org.ffigen.manifest;

/** Something in a manifest is not as the format says; the message ends with a JSON pointer to it. */
final class InvalidManifest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    InvalidManifest(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
