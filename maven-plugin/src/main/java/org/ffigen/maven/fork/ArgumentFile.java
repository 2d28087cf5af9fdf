package org.ffigen.maven.fork;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An argument file of the {@code java} command: arguments of any number and length, with any characters. */
final class ArgumentFile {

    private ArgumentFile() {
    }

    static void write(Path file, List<String> arguments) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, arguments.stream().map(ArgumentFile::quote).collect(Collectors.joining("\n", "", "\n")),
                // The launcher takes the bytes as it takes those of a command line.
                Charset.forName(System.getProperty("native.encoding")));
    }

    private static String quote(String argument) {
        return '"' + argument.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\f", "\\f") + '"';
    }
}
