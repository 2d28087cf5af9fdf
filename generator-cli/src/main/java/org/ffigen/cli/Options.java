package org.ffigen.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options of the command, in the order the help shows them. They are declared by calls, not by annotations:
 * reading annotations by reflection costs a tenth of a second at each start.
 */
final class Options {

    static final String HEADER = "--header";
    static final String MANIFEST_IN = "--manifest-in";
    static final String OUT = "--out";
    static final String PACKAGE = "--package";
    static final String LIBRARY = "--library";
    static final String CLASS = "--class";
    static final String MANIFEST = "--manifest";
    static final String OWN = "--own";
    static final String INCLUDE_FOLDER = "-I";
    static final String DEFINE = "-D";
    static final String CONFIG = "--config";
    static final String INCLUDE = "--include";
    static final String EXCLUDE = "--exclude";
    static final String NAMING = "--naming";
    static final String STRIP_PREFIX = "--strip-prefix";
    static final String RENAME = "--rename";
    static final String NAMES = "--names";
    static final String LIST = "--list";
    static final String CHECK = "--check";
    static final String IF_CHANGED = "--if-changed";
    static final String FORMAT = "--format";
    static final String VERBOSE = "--verbose";
    static final String LIBCLANG = "--libclang";
    static final String OFFLINE = "--offline";
    static final String TEMPLATES = "--templates";
    static final String SHIMS = "--shims";
    static final String SHIM_LIBRARY = "--shim-library";
    static final String HELP = "--help";
    static final String VERSION = "--version";
    /** What comes after it is clang's. */
    static final String END = "--";

    private Options() {
    }

    /**
     * The command over a specification. All that is made for it are lists of values; picocli's own factory looks for
     * Groovy in all of the class path first.
     */
    static CommandLine commandLine(CommandSpec spec) {
        return new CommandLine(spec, new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) {
                return type.cast(new ArrayList<>());
            }
        });
    }

    /**
     * The command.
     *
     * @param clang takes {@code -I} and {@code -D} as they come, so that their order to each other is kept
     */
    static CommandSpec spec(List<String> clang) {
        CommandSpec spec = CommandSpec.create().name("ffigen");
        spec.addOption(values(HEADER, "PATH|NAME", "A header to bind: a path, or a name found on the include path",
                "(zlib.h, curl/curl.h). Repeat it for one binding over several headers."))
                .addOption(value(MANIFEST_IN, "FILE",
                        "Generate from this manifest instead of headers; no libclang needed."))
                .addOption(value(OUT, "DIR", "The root folder of the Java sources. Required, unless only a manifest",
                        "is wanted (--manifest)."))
                .addOption(value(PACKAGE, "NAME", "The Java package. Default: from the header's name (zlib.h: zlib)."))
                .addOption(value(LIBRARY, "NAME", "The library to load at run time, as the linker's -l has it (z for",
                        "libz.so), or a path. Default: the header's name."))
                .addOption(value(CLASS, "NAME", "The class of functions, constants and variables. Default: from the",
                        "header's name (geometry.h: GeometryLibrary)."))
                .addOption(value(MANIFEST, "FILE",
                        "Where the manifest goes. Default: DIR/<header>.ffigen.json. What it",
                        "was made from is listed beside it, in FILE.inputs.json."))
                .addOption(values(OWN, "PREFIX",
                        "Headers below this path, or whose include name begins so, belong to the",
                        "library too. Without it: the header, what it includes with quotes,",
                        "headers beside it, and those in a folder of its name."))
                .addOption(clangOption(INCLUDE_FOLDER, "DIR", clang, "Add a folder to the include path."))
                .addOption(clangOption(DEFINE, "NAME[=VALUE]", clang, "Define a macro."))
                .addOption(value(CONFIG, "FILE", "A YAML file with these rules and more (docs/config.md): --include,",
                        "--exclude, --naming, --strip-prefix and --rename add to it."))
                .addOption(values(INCLUDE, "PATTERN",
                        "Bind only what matches, and the types it needs: a name ('sqlite3_*'),",
                        "a kind and a name ('struct:*'), or a header ('header:zconf.h').", "Repeatable."))
                .addOption(values(EXCLUDE, "PATTERN", "Do not bind what matches. A type that something bound needs",
                        "becomes opaque. Repeatable."))
                .addOption(value(NAMING, "java|c", "How Java names follow C's: as Java spells names (default), or",
                        "as C does."))
                .addOption(values(STRIP_PREFIX, "PREFIX",
                        "What names lose at their beginning: sqlite3_. Repeatable."))
                .addOption(values(RENAME, "C=JAVA",
                        "What a C name (sqlite3_open), an id (struct:sqlite3), a member",
                        "(struct:point.x) or a parameter (sqlite3_open.ppDb) is called in",
                        "Java. Repeatable."))
                .addOption(value(NAMES, "FILE", "Keep the names in Java in this file: what is in it stays as it is,",
                        "what is new gives way. Written if it is not there; keep it with your", "sources."))
                .addOption(value(SHIMS, "FILE", "Write a C file with functions for what no library exports: inline",
                        "functions, macros, thread-local variables. Compile it to a library;",
                        "the bindings load that when they need it."))
                .addOption(
                        value(SHIM_LIBRARY, "NAME", "The library the shims are compiled to. Default: z-shims for z."))
                .addOption(flag(LIST, "List everything that the headers declare, with what becomes of it; write",
                        "nothing. Needs no --out."))
                .addOption(flag(CHECK, "Write nothing; print a diff and end with 1 if anything would change."))
                .addOption(flag(IF_CHANGED, "Do nothing if the same was generated before, and no header, nothing they",
                        "include and no output has changed since."))
                .addOption(value(FORMAT, "text|json", "json: one JSON object on standard output, for programs."))
                .addOption(flag(VERBOSE, "Also tell which libclang is used, where time goes, and each file."))
                .addOption(value(LIBCLANG, "PATH", "The libclang to use: a file, or a folder that has one."))
                .addOption(flag(OFFLINE, "Never download libclang."))
                .addOption(value(TEMPLATES, "DIR", "Templates that replace the built-in ones of the same name."))
                .addOption(OptionSpec.builder("-h", HELP).usageHelp(true).description("Show this help.").build())
                .addOption(OptionSpec.builder("-V", VERSION).versionHelp(true).description("Show the version.").build())
                .addPositional(PositionalParamSpec.builder()
                        .hidden(true)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("0..*")
                        .required(false)
                        .build());
        return spec;
    }

    private static OptionSpec value(String name, String label, String... description) {
        return OptionSpec.builder(name).paramLabel(label).type(String.class).description(description).build();
    }

    private static OptionSpec values(String name, String label, String... description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .description(description)
                .build();
    }

    private static OptionSpec flag(String name, String... description) {
        return OptionSpec.builder(name).type(boolean.class).description(description).build();
    }

    private static OptionSpec clangOption(String name, String label, List<String> clang, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .parameterConsumer((stack, option, command) -> clang.add(name + stack.pop()))
                .description(description + " Repeatable.")
                .build();
    }
}
