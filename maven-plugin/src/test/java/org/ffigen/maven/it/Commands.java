package org.ffigen.maven.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** Copies a folder with all that is in it. */
    static void copy(Path source, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(source.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Runs a main class of a project that was compiled, with ffigen's runtime, and gives what it prints. */
    static String java(Path project, String mainClass, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(project), mainClass));
        return check(project, command.toArray(String[]::new));
    }

    private static String classPath(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(Maven.repository())) {
            Stream<String> jars = files.map(Path::toString)
                    .filter(path -> path.endsWith(".jar"))
                    .filter(path -> path.contains("ffigen-runtime") || path.contains("jspecify"));
            return String.join(File.pathSeparator,
                    Stream.concat(Stream.of(project.resolve("target/classes").toString()), jars).toList());
        }
    }
}
