package org.ffigen.maven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs. */
final class Commands {

    /** @param output both outputs, as they came */
    record Result(int status, String output) {}

    private Commands() {
    }

    static Result run(Path directory, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a program that must succeed. */
    static String check(Path directory, String... command) {
        Result result = run(directory, Map.of(), List.of(command));
        if (result.status() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + result.status() + ":\n"
                    + result.output());
        }
        return result.output();
    }
}
