package org.ffigen.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The C compiler that headers are written for: the truth about layouts and values. */
final class Gcc {

    private final Path folder;
    private final StringBuilder body = new StringBuilder();
    private final List<String> labels = new ArrayList<>();

    Gcc(Path folder) {
        this.folder = folder;
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

    /** The answers, {@code label=value}, in the order of the questions. */
    List<String> answers(String header) {
        try {
            Path source = Files.writeString(folder.resolve("ask.c"), """
                    #include <stddef.h>
                    #include <stdio.h>
                    #include "%s"
                    int main(void) {
                    %s    return 0;
                    }
                    """.formatted(header, body));
            Path program = folder.resolve("ask");
            run("gcc", "-w", "-std=gnu17", "-o", program.toString(), source.toString());
            return run(program.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
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
