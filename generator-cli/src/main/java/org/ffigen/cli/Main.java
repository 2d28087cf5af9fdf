package org.ffigen.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The entry point of the process. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        ExitCode exit = run(List.of(arguments), System.out, System.err, Path.of("").toAbsolutePath(),
                System.getenv());
        System.out.flush();
        System.exit(exit.status());
    }

    /**
     * The command within a process that goes on.
     *
     * @param workingDirectory what relative paths are relative to
     * @param environment its variables
     * @return how the process would end
     */
    public static ExitCode run(List<String> arguments, PrintStream out, PrintStream err, Path workingDirectory,
            Map<String, String> environment) {
        GenerateCommand command = new GenerateCommand(out, err, workingDirectory, environment);
        return DeepStack.call(() -> command.run(arguments));
    }
}
