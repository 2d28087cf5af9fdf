package org.ffigen.maven.jdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An installed Java runtime.
 *
 * @param home its folder, the one with {@code bin} and {@code release} in it
 * @param feature its feature version: 25 for 25.0.1
 */
public record Jdk(Path home, int feature) {

    /** The Java runtime in {@code home}; empty if that folder holds none. */
    public static Optional<Jdk> in(Path home) {
        if (launcher(home).isEmpty()) {
            return Optional.empty();
        }
        return ReleaseFile.featureVersion(home.resolve("release")).map(feature -> new Jdk(home, feature));
    }

    /** The {@code java} program. */
    public Path java() {
        return launcher(home).orElseThrow(() -> new IllegalStateException("no bin/java in " + home));
    }

    private static Optional<Path> launcher(Path home) {
        Path bin = home.resolve("bin");
        for (String name : new String[]{"java", "java.exe"}) {
            if (Files.isExecutable(bin.resolve(name))) {
                return Optional.of(bin.resolve(name));
            }
        }
        return Optional.empty();
    }
}
