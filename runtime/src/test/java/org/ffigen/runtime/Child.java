package org.ffigen.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that a test ran to its end.
 *
 * @param exitCode its exit code
 * @param output what it wrote, errors too
 */
public record Child(int exitCode, String output) {
    public static Child run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Child(process.waitFor(), output);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Runs a virtual machine like this one. */
    public static Child java(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return run(command);
    }
}
