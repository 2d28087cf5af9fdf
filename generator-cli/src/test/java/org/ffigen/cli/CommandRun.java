package org.ffigen.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a run of the command gave.
 *
 * @param out standard output, with each duration as {@code <time>}
 * @param err standard error, likewise
 */
record CommandRun(ExitCode exit, String out, String err) {

    private static final Pattern SECONDS = Pattern.compile("\\b\\d+\\.\\d\\d s\\b");

    /** Runs the command in this process, in that folder. */
    static CommandRun in(Path folder, String... arguments) {
        return in(folder, System.getenv(), arguments);
    }

    static CommandRun in(Path folder, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode exit = new GenerateCommand(stream(out), stream(err), folder, environment).run(List.of(arguments));
        return new CommandRun(exit, text(out), text(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return SECONDS.matcher(bytes.toString(StandardCharsets.UTF_8)).replaceAll("<time>");
    }
}
