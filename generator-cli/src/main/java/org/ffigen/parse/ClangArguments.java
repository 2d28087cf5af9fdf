package org.ffigen.parse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The arguments clang gets: ours, so that every libclang reads the headers alike, then the user's. */
final class ClangArguments {

    /** Arguments that name a folder or file; where that is, is no part of what the headers mean. */
    private static final List<String> PATHS = List.of("-include-pch", "-imacros", "-include", "-isystem", "-iquote",
            "-idirafter", "-iprefix", "-iwithprefixbefore", "-iwithprefix", "-isysroot", "-iframework", "-imultilib",
            "--sysroot", "-I", "-F", "-L", "-B", "-resource-dir", "-working-directory", "--gcc-toolchain",
            "--gcc-install-dir", "-ivfsoverlay", "-o", "-MF", "-MT", "-MQ");
    private static final Set<String> TARGETS = Set.of("-target", "--target");

    private final ParseRequest request;
    private final Path resourceDirectory;

    ClangArguments(ParseRequest request, Path resourceDirectory) {
        this.request = request;
        this.resourceDirectory = resourceDirectory;
    }

    /** All of them, in order. */
    List<String> all() {
        List<String> all = new ArrayList<>(List.of("-x", "c", "-std=gnu17", "--target=" + hostTriple(),
                "-working-directory=" + request.workingDirectory(), "-ferror-limit=0",
                "-fretain-comments-from-system-headers", "-Wno-nullability-completeness",
                "-resource-dir=" + resourceDirectory));
        all.addAll(request.clangArguments());
        return all;
    }

    /** What clang calls the machine the headers are read for. */
    String triple() {
        String triple = hostTriple();
        List<String> given = request.clangArguments();
        for (int i = 0; i < given.size(); i++) {
            String argument = given.get(i);
            if (TARGETS.contains(argument) && i + 1 < given.size()) {
                triple = given.get(i + 1);
            } else if (argument.startsWith("--target=")) {
                triple = argument.substring("--target=".length());
            }
        }
        return triple;
    }

    /** Those of the user's that change what the headers mean, without paths. */
    List<String> meaningful() {
        List<String> meaningful = new ArrayList<>();
        List<String> given = request.clangArguments();
        for (int i = 0; i < given.size(); i++) {
            String argument = given.get(i);
            String path = PATHS.stream().filter(argument::startsWith).findFirst().orElse(null);
            if (path == null) {
                meaningful.add(argument);
            } else if (path.equals(argument)) {
                i++;
            }
        }
        return meaningful;
    }

    /** The folders that {@code -I} and its relatives name, in order. */
    List<Path> includeFolders() {
        List<Path> folders = new ArrayList<>();
        List<String> given = request.clangArguments();
        for (int i = 0; i < given.size(); i++) {
            for (String option : List.of("-I", "-isystem", "-iquote", "-idirafter")) {
                if (given.get(i).startsWith(option)) {
                    boolean joined = given.get(i).length() > option.length();
                    String folder = joined ? given.get(i).substring(option.length())
                            : i + 1 < given.size() ? given.get(++i) : ".";
                    folders.add(request.workingDirectory().resolve(folder).normalize());
                    break;
                }
            }
        }
        return folders;
    }

    /** Where the compiler itself looks, for a message. */
    List<String> systemFolders() {
        String triple = triple();
        String arch = triple.substring(0, Math.max(0, triple.indexOf('-')));
        return triple.contains("linux") ? List.of("/usr/local/include", "/usr/include/" + arch + "-linux-gnu",
                "/usr/include") : List.of("those of the SDK");
    }

    private static String hostTriple() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64";
            case String other -> other;
        };
        if (os.startsWith("mac")) {
            return (arch.equals("aarch64") ? "arm64" : arch) + "-apple-macosx";
        }
        return arch + (os.startsWith("windows") ? "-pc-windows-msvc" : "-unknown-linux-gnu");
    }
}
