package org.ffigen.cli;

import java.nio.file.Path;
import java.util.List;

/** The entry point of the process. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        ExitCode exit = new GenerateCommand(System.out, System.err, Path.of("").toAbsolutePath(), System.getenv())
                .run(List.of(arguments));
        System.out.flush();
        System.exit(exit.status());
    }
}
