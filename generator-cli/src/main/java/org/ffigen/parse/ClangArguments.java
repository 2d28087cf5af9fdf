package org.ffigen.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ffigen.clang.ClangIndex;

/**
 * The arguments clang gets: ours, so that every libclang reads the headers alike, then the user's. Paths are made
 * absolute here, because clang's own {@code -working-directory} moves the whole process (libclang 16).
 */
final class ClangArguments {

    /** Names a file of which only the macros count. */
    private static final String MACROS = "-imacros";

    /** Arguments that name a folder or file; where that is, is no part of what the headers mean. Longest first. */
    private static final List<String> PATHS = List.of("-iwithprefixbefore", "-include-pch", "-resource-dir",
            "--gcc-install-dir", "--gcc-toolchain", "-ivfsoverlay", "-iwithprefix", "-iframework", "-idirafter",
            "-isysroot", "--sysroot", "-include", MACROS, "-isystem", "-iprefix", "-iquote", "-I", "-F", "-B");
    /**
     * What makes clang drop an expression that is wrong. It would keep a place for it otherwise, and from 19 on it crashes
     * over one that {@code _Generic} chooses by: {@code _Generic(((struct opaque *) 0)->kind, int: 1, default: 0)}.
     * Compilers accept that in a macro that nobody uses, but ffigen asks what macros are.
     */
    private static final List<String> WITHOUT_RECOVERY = List.of("-Xclang", "-fno-recovery-ast");
    private static final Set<String> INCLUDE_FOLDERS = Set.of("-I", "-isystem", "-iquote", "-idirafter");

    /** Names a language; C of before 1999 is old. */
    private static final Pattern LANGUAGE = Pattern.compile(
            "--?std=(?:(?<old>(?:gnu|c)(?:89|90)|iso9899:(?:1990|199409))|.*)");

    /** An argument of the user's: an option and the path it names, or an option alone. */
    private record Argument(String option, Optional<String> path) {}

    private final Path workingDirectory;
    private final Path resourceDirectory;
    private final List<Argument> given;
    /** What names a file that there is; clang looks for the others on the include path. */
    private final Set<Path> macroFiles;

    /** @param index asked where files are */
    ClangArguments(ParseRequest request, Path resourceDirectory, ClangIndex index) {
        this.workingDirectory = request.workingDirectory();
        this.resourceDirectory = resourceDirectory;
        this.given = split(request.clangArguments());
        this.macroFiles = FileProbe.existing(paths(MACROS).map(this::absolute).toList(), index);
    }

    private static List<Argument> split(List<String> arguments) {
        List<Argument> split = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String option = PATHS.stream().filter(argument::startsWith).findFirst().orElse(null);
            if (option == null) {
                split.add(new Argument(argument, Optional.empty()));
            } else if (argument.length() > option.length()) {
                String path = argument.substring(option.length());
                split.add(new Argument(option, Optional.of(path.startsWith("=") ? path.substring(1) : path)));
            } else {
                i++;
                split.add(new Argument(option, arguments.stream().skip(i).findFirst()));
            }
        }
        return split;
    }

    /** All that clang gets, in order; without {@link #forcedIncludes}. */
    List<String> all() {
        List<String> all = new ArrayList<>(List.of("-x", "c", "-std=gnu17", "--target=" + hostTriple(),
                "-ferror-limit=0", "-fretain-comments-from-system-headers", "-Wno-nullability-completeness",
                "-resource-dir", resourceDirectory.toString()));
        all.addAll(WITHOUT_RECOVERY);
        all.addAll(StorageOrder.ARGUMENTS);
        List<String> options = given.stream().map(Argument::option).toList();
        all.addAll(GnuCompiler.arguments(triple(), options));
        all.addAll(GnuCompiler.macros(triple(), options));
        for (Argument argument : given) {
            if (argument.path().isEmpty() || !argument.option().equals("-include")) {
                all.add(argument.option());
                argument.path().map(path -> place(argument, path)).ifPresent(all::add);
            }
        }
        return all;
    }

    /** What {@code -include} names: files that the main file includes before all others. */
    List<String> forcedIncludes() {
        return paths("-include").toList();
    }

    private Stream<String> paths(String option) {
        return given.stream().filter(a -> a.option().equals(option)).flatMap(a -> a.path().stream());
    }

    /** What clang calls the machine the headers are read for. */
    String triple() {
        String triple = hostTriple();
        for (int i = 0; i < given.size(); i++) {
            String option = given.get(i).option();
            if ((option.equals("-target") || option.equals("--target")) && i + 1 < given.size()) {
                triple = given.get(i + 1).option();
            } else if (option.startsWith("--target=")) {
                triple = option.substring("--target=".length());
            }
        }
        return triple;
    }

    /** Whether inline means what it meant before C99: so says an option, or the last language that is named. */
    boolean gnuInline() {
        boolean old = false;
        for (Argument argument : given) {
            Matcher language = LANGUAGE.matcher(argument.option());
            if (language.matches()) {
                old = language.group("old") != null;
            }
        }
        List<String> options = given.stream().map(Argument::option).toList();
        int yes = options.lastIndexOf("-fgnu89-inline");
        int no = options.lastIndexOf("-fno-gnu89-inline");
        return yes == no ? old : yes > no;
    }

    /** Those of the user's that change what the headers mean, without paths. */
    List<String> meaningful() {
        return given.stream().filter(a -> a.path().isEmpty()).map(Argument::option).toList();
    }

    /** The folders that {@code -I} and its relatives name, in order. */
    List<Path> includeFolders() {
        return given.stream()
                .filter(a -> INCLUDE_FOLDERS.contains(a.option()))
                .flatMap(a -> a.path().stream())
                .map(this::absolute)
                .toList();
    }

    /** Where a path leads, to clang. */
    private String place(Argument argument, String path) {
        boolean isSearched = argument.option().equals(MACROS) && !macroFiles.contains(absolute(path));
        return isSearched ? path : absolute(path).toString();
    }

    private Path absolute(String path) {
        return workingDirectory.resolve(path).normalize();
    }

    /** Where clang has headers of its own. */
    Path resourceDirectory() {
        return resourceDirectory;
    }

    /** Where the compiler itself looks, for a message. */
    List<String> systemFolders() {
        String triple = triple();
        String arch = triple.substring(0, Math.max(0, triple.indexOf('-')));
        return triple.contains("linux")
                ? List.of("/usr/local/include", "/usr/include/" + arch + "-linux-gnu",
                        "/usr/include")
                : List.of("those of the SDK");
    }

    private static String hostTriple() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").replace("amd64", "x86_64");
        if (os.startsWith("mac")) {
            return (arch.equals("aarch64") ? "arm64" : arch) + "-apple-macosx";
        }
        return arch + (os.startsWith("windows") ? "-pc-windows-msvc" : "-unknown-linux-gnu");
    }
}
