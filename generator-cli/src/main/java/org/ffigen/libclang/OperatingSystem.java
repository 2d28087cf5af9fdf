package org.ffigen.libclang;

import java.util.Locale;

/** The operating systems whose places for libraries differ. */
enum OperatingSystem {
    LINUX("linux", ".so", "apt-get install libclang-19-dev (or your distribution's libclang, 16 or newer)"),
    MACOS("macos", ".dylib", "brew install llvm"),
    WINDOWS("windows", ".dll", "winget install LLVM.LLVM"),
    /** Another Unix: its own libclang serves, but there is no Maven artifact for it. */
    OTHER("other", ".so", "install your system's libclang, 16 or newer");

    private final String id;
    private final String librarySuffix;
    private final String installAdvice;

    OperatingSystem(String id, String librarySuffix, String installAdvice) {
        this.id = id;
        this.librarySuffix = librarySuffix;
        this.installAdvice = installAdvice;
    }

    /** Reads the form of the system property {@code os.name}. */
    static OperatingSystem named(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.contains("linux")) {
            return LINUX;
        }
        if (name.contains("mac") || name.contains("darwin")) {
            return MACOS;
        }
        return name.contains("windows") ? WINDOWS : OTHER;
    }

    String id() {
        return id;
    }

    String librarySuffix() {
        return librarySuffix;
    }

    /** The command that installs a libclang here. */
    String installAdvice() {
        return installAdvice;
    }
}
