package org.ffigen.libclang;

import java.nio.file.Path;
import java.util.Map;

/** Where extracted libclangs are kept for all projects of a user. */
final class CacheDirectory {
    /** The variable that overrides the default. */
    static final String VARIABLE = "FFIGEN_CACHE";

    private CacheDirectory() {
    }

    /** {@code FFIGEN_CACHE}, else a folder {@code ffigen} where the operating system wants caches. Always absolute. */
    static Path choose(OperatingSystem system, Map<String, String> environment, Path home) {
        String chosen = environment.getOrDefault(VARIABLE, "");
        if (!chosen.isBlank()) {
            return NamedPaths.of(VARIABLE, chosen).toAbsolutePath().normalize();
        }
        return userCaches(system, environment, home).resolve("ffigen");
    }

    private static Path userCaches(OperatingSystem system, Map<String, String> environment, Path home) {
        String preferred = environment.getOrDefault(
                system == OperatingSystem.WINDOWS ? "LOCALAPPDATA" : "XDG_CACHE_HOME", "");
        return NamedPaths.ifAny(preferred).filter(Path::isAbsolute).orElseGet(() -> switch (system) {
            case MACOS -> home.resolve("Library/Caches");
            case WINDOWS -> home.resolve("AppData/Local");
            case LINUX, OTHER -> home.resolve(".cache");
        });
    }
}
