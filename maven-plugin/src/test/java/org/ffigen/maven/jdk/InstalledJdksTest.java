package org.ffigen.maven.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledJdksTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_HOME", "JAVA25_HOME", "JAVA_25_HOME", "JAVA_HOME_25_X64", "JDK_HOME",
            "FFIGEN_JAVA_HOME"})
    void environmentVariablesNameHomes(String name) {
        assertThat(InstalledJdks.ofEnvironment(Map.of(name, "/some/jdk"))).containsExactly(Path.of("/some/jdk"));
    }

    @Test
    void otherVariablesAndEmptyOnesNameNone() {
        assertThat(InstalledJdks.ofEnvironment(Map.of("HOME", "/home/me", "JAVAC", "/javac", "JAVA_HOME", " ")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"root/usr/lib/jvm/temurin-25", "root/opt/jdk-25", "user/.sdkman/candidates/java/25-tem",
            "user/.jdks/openjdk-25", "user/.gradle/jdks/25", "root/Program Files/Eclipse Adoptium/jdk-25",
            "root/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"})
    void theUsualPlacesAreLookedInto(String home) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve(home));

        assertThat(InstalledJdks.ofUsualPlaces(folder.resolve("root"), folder.resolve("user"))).contains(jdk);
    }

    @Test
    void placesThatDoNotExistGiveNone() {
        assertThat(InstalledJdks.ofUsualPlaces(folder.resolve("root"), folder.resolve("user"))).isEmpty();
    }
}
