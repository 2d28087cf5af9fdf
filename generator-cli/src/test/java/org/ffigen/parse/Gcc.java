package org.ffigen.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The C compiler that headers are written for: the truth about layouts and values. */
final class Gcc {

    private final Path folder;
    private final List<String> options;
    private final StringBuilder body = new StringBuilder();
    private final List<String> labels = new ArrayList<>();

    /** @param options of the language, after those that all headers are read with */
    Gcc(Path folder, String... options) {
        this.folder = folder;
        this.options = List.of(options);
    }

    /** Asks for an expression of some integer type, to be printed with a printf conversion such as {@code %lld}. */
    Gcc ask(String label, String conversion, String expression) {
        labels.add(label);
        body.append("    printf(\"")
                .append(label.replace("%", "%%"))
                .append('=')
                .append(conversion)
                .append("\\n\", ")
                .append(expression)
                .append(");\n");
        return this;
    }

    /** Whether it takes no question of those asked for C. */
    boolean refuses(String header) {
        try {
            compile(header);
            return false;
        } catch (AssertionError e) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The answers, {@code label=value}, in the order of the questions. */
    List<String> answers(String header) {
        try {
            return run(compile(header).toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path compile(String header) throws IOException {
        Path source = Files.writeString(folder.resolve("ask.c"), """
                #include <stddef.h>
                #include <stdio.h>
                #include "%s"
                int main(void) {
                %s    return 0;
                }
                """.formatted(header, body));
        Path program = folder.resolve("ask");
        List<String> compile = new ArrayList<>(List.of("gcc", "-w", "-std=gnu17"));
        compile.addAll(options);
        compile.addAll(List.of("-o", program.toString(), source.toString()));
        run(compile.toArray(String[]::new));
        return program;
    }

    private static List<String> run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join("\n", lines));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return lines;
    }
}
