package org.ffigen.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The launcher script in an app folder without content, and JDKs that only tell what they are started with: the script
 * is tested, not Java.
 */
record FakeApp(Path root) {

    /** What a process said and how it ended. */
    record Run(int status, String out, String err) {}

    static FakeApp in(Path root) throws IOException {
        Path bin = Files.createDirectories(root.resolve("app/bin"));
        Path lib = Files.createDirectories(root.resolve("app/lib"));
        Files.copy(Path.of("src/main/app/bin/ffigen"), bin.resolve("ffigen"), StandardCopyOption.COPY_ATTRIBUTES);
        bin.resolve("ffigen").toFile().setExecutable(true);
        Files.writeString(lib.resolve("a.jar"), "");
        Files.writeString(lib.resolve("b.jar"), "");
        return new FakeApp(root);
    }

    /** A folder that looks like a JDK; its java prints its arguments, makes the cache it is told to, and ends so. */
    Path jdk(String name, String version, int status) throws IOException {
        Path home = root.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"),
                "IMPLEMENTOR=\"Some Body\"\nJAVA_RUNTIME_VERSION=\"%1$s+9\"\nJAVA_VERSION=\"%1$s\"\n"
                        .formatted(version));
        Path java = Files.writeString(home.resolve("bin/java"), """
                #!/bin/sh
                echo "$@" >> %s
                echo %s "$@"
                case $1 in -XX:AOTCacheOutput=*) echo cache > "${1#*=}" ;; esac
                exit %d
                """.formatted(root.resolve("started"), name, status));
        java.toFile().setExecutable(true);
        return home;
    }

    Path cache() {
        return root.resolve("app/lib/start-up-Some-25.0.3+9.aot");
    }

    /** The command lines of all JVMs so far. */
    List<String> started() throws IOException {
        Path file = root.resolve("started");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return run(root.resolve("app/bin/ffigen"), environment, arguments);
    }

    Run run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("FFIGEN"));
        builder.environment().putAll(environment);
        Path err = Files.createTempFile(root, "err", "");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }
}
