package org.ffigen.libclang;

import java.util.Locale;

/**
 * The machine that libclang runs on.
 *
 * @param system the operating system
 * @param architecture {@code x86_64} or {@code aarch64}; anything else as the JVM calls it
 */
record Platform(OperatingSystem system, String architecture) {
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Takes the forms of the system properties {@code os.name} and {@code os.arch}. */
    static Platform of(String osName, String osArch) {
        String architecture = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch64";
            default -> osArch;
        };
        return new Platform(OperatingSystem.named(osName), architecture);
    }

    /** Such as {@code linux-aarch64}. */
    String id() {
        return system.id() + "-" + architecture;
    }
}
