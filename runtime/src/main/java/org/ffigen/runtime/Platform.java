package org.ffigen.runtime;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What differs between operating systems when libraries are looked for. Immutable: safe for any thread.
 *
 * @param os the value of {@code os.name}
 * @param arch the value of {@code os.arch}
 * @param environment the environment variables; null for those of the process
 */
record Platform(String os, String arch, @Nullable Map<String, String> environment) {
    static final Platform CURRENT = new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""),
            null);

    boolean isWindows() {
        return os.startsWith("Windows");
    }

    boolean isLinux() {
        return os.equals("Linux");
    }

    boolean isMac() {
        return os.startsWith("Mac");
    }

    /** The name of the target as the generator knows it: {@code linux-x86_64}. */
    String target() {
        String system = isWindows() ? "windows" : isMac() ? "macos" : "linux";
        return system + "-" + (arch.equals("amd64") ? "x86_64" : arch);
    }

    /** A resource's path with the placeholders <code>{target}</code> and <code>{file:NAME}</code> filled in. */
    String fill(String path) {
        return Pattern.compile("\\{file:([^}]*)\\}")
                .matcher(path.replace("{target}", target()))
                .replaceAll(file -> Matcher.quoteReplacement(fileName(file.group(1))));
    }

    private String fileName(String library) {
        return isWindows() ? library + ".dll" : "lib" + library + (isMac() ? ".dylib" : ".so");
    }

    /** The folders the dynamic loader usually searches by itself; they need not exist. */
    List<String> loaderFolders() {
        List<String> folders = new ArrayList<>();
        if (isMac()) {
            addVariable(folders, "DYLD_LIBRARY_PATH");
            folders.addAll(List.of("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib", "/usr/lib"));
        } else if (!isWindows()) {
            addVariable(folders, "LD_LIBRARY_PATH");
            String triple = triple();
            folders.addAll(List.of("/usr/local/lib/" + triple, "/usr/local/lib", "/lib/" + triple,
                    "/usr/lib/" + triple, "/lib64", "/usr/lib64", "/lib", "/usr/lib"));
        }
        return folders;
    }

    private void addVariable(List<String> folders, String variable) {
        Map<String, String> variables = environment == null ? System.getenv() : environment;
        for (String folder : variables.getOrDefault(variable, "").split(File.pathSeparator)) {
            if (!folder.isEmpty()) {
                folders.add(folder);
            }
        }
    }

    /** The name of Debian's folders for this architecture. */
    private String triple() {
        String cpu = switch (arch.toLowerCase(Locale.ROOT)) {
            case "amd64" -> "x86_64";
            case "ppc64le" -> "powerpc64le";
            default -> arch;
        };
        return cpu + (cpu.equals("arm") ? "-linux-gnueabihf" : "-linux-gnu");
    }

    /** Matches the file names of a library with a version in them; group 1 is the version. */
    Pattern versioned(String library) {
        String quoted = Pattern.quote(library);
        return isMac()
                ? Pattern.compile("lib" + quoted + "\\.(\\d+(?:\\.\\d+)*)\\.dylib")
                : Pattern.compile("lib" + quoted + "\\.so\\.(\\d+(?:\\.\\d+)*)");
    }

    /** How {@link #versioned} file names look, for messages. */
    String versionedGlob(String library) {
        return isMac() ? "lib" + library + ".*.dylib" : "lib" + library + ".so.*";
    }
}
