package org.ffigen.maven.jdk;

import java.nio.file.Path;
import java.util.List;

/** The order in which JDKs are looked for. */
public final class JdkSources {

    private JdkSources() {
    }

    /** What the build says, then the JVM that runs Maven, then what is on this machine. */
    public static List<JdkSource> of(ToolchainJdks toolchains) {
        Path running = Path.of(System.getProperty("java.home"));
        return List.of(new JdkSource("the build's toolchain", toolchains::ofThisBuild),
                new JdkSource("toolchains.xml", toolchains::suitable),
                new JdkSource("Maven's own JVM", () -> List.of(running)),
                new JdkSource("FFIGEN_JAVA_HOME, JAVA*_HOME, JDK_HOME",
                        () -> InstalledJdks.ofEnvironment(System.getenv())),
                new JdkSource("the usual places", () -> InstalledJdks.ofUsualPlaces(running.getRoot(),
                        Path.of(System.getProperty("user.home")))));
    }
}
