package org.ffigen.runtime;

/** The version of the contract between generated code and this library. Constants only: safe for any thread. */
public final class RuntimeVersion {
    /**
     * Generated code names the version it was made for, and {@link NativeLibrary#named} refuses any other. It changes
     * when generated code and runtime of different releases would not work together.
     */
    public static final String API = "0.1";

    private RuntimeVersion() {
    }
}
