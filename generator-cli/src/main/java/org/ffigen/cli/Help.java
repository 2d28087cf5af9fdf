package org.ffigen.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The text of {@code --help}. */
final class Help {

    private static final int WIDTH = 100;

    private static final String EXAMPLES = """

            Examples:
              ffigen --header geometry.h --out src/main/java --package org.example.geometry
                  Binds geometry.h. Functions are in org.example.geometry.GeometryLibrary, types beside it,
                  the manifest in src/main/java/geometry.ffigen.json.
              ffigen --header zlib.h --library z --out src/main/java --package org.example.zlib
                  Binds an installed library; its header is found on the include path.
              ffigen --header include/foo.h --out gen -I include -D FOO_STATIC=0 -- -std=gnu11
                  Passes arguments to clang.
              ffigen --header a.h --header b.h --class Engine --out gen
                  Makes one binding of two headers.
              ffigen --manifest-in geometry.ffigen.json --out gen --package org.example.geometry
                  Makes the same Java from the manifest alone.
              ffigen --header geometry.h --out src/main/java --package org.example.geometry --check
                  For continuous integration: fails with a diff if checked-in bindings are out of date.
            """;

    private static final String ENVIRONMENT = """

            Environment variables:
              FFIGEN_LIBCLANG          the libclang to use, as --libclang
              FFIGEN_CACHE             where a downloaded libclang is kept (default: the user's cache folder)
              FFIGEN_MAVEN_REPOSITORY  where libclang is downloaded from (default: Maven Central)
              FFIGEN_JAVA_HOME         the JDK 25 or newer to run on (default: the first one found)
              FFIGEN_JAVA_OPTIONS      options for the JVM, such as -Xmx1g

            Arguments can also come from a file: @FILE. What a diagnostic's code means: docs/diagnostics.md.
            """;

    private Help() {
    }

    /** The whole text. */
    static String text() {
        Map<String, String> exitCodes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            exitCodes.put("%4s".formatted(code.status()), code.meaning());
        }
        CommandSpec spec = Options.spec(new ArrayList<>());
        spec.parser().separator(" "); // how options are shown; this spec parses nothing
        spec.usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .sortSynopsis(false)
                .header("C headers in, Java bindings and a manifest out.%n")
                .customSynopsis(
                        "ffigen --header PATH|NAME... --out DIR [--package NAME] [OPTION...] [-- CLANG_ARGUMENT...]",
                        "       ffigen --manifest-in FILE --out DIR [--package NAME] [OPTION...]")
                .optionListHeading("%nOptions:%n")
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(exitCodes);
        return Options.commandLine(spec).getUsageMessage(Ansi.OFF) + EXAMPLES + ENVIRONMENT;
    }
}
