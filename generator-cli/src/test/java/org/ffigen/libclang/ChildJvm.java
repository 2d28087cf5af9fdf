package org.ffigen.libclang;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that runs a class of these tests, output and errors together. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final List<String> lines = new ArrayList<>();

    ChildJvm(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp",
                location(LibclangLocator.class) + File.pathSeparator + location(main), main.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        out = process.inputReader();
    }

    /** Reads on until a line contains the text; fails if the process ends without one. */
    void awaitLine(String text) {
        while (lines.isEmpty() || !lines.getLast().contains(text)) {
            if (!readLine()) {
                throw new AssertionError("no line with \"" + text + "\" in " + lines);
            }
        }
    }

    /** All its lines, once it has ended. */
    List<String> finish() {
        while (readLine()) {
            // Until the process closes its output.
        }
        return lines;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        out.close();
    }

    private boolean readLine() {
        try {
            String line = out.readLine();
            if (line != null) {
                lines.add(line);
            }
            return line != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
