package org.ffigen.libclang;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The folders where the packages of each operating system put libclang. */
final class SystemFolders {
    private static final Pattern LLVM = Pattern.compile("llvm([-@]?\\d+(\\.\\d+)*)?");
    private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");

    private final Path root;
    private final List<Path> folders = new ArrayList<>();

    private SystemFolders(Path root) {
        this.root = root;
    }

    /**
     * The folders to look in, in order. Those with a version in their name are listed only if they exist.
     *
     * @param root the root of the file system
     * @param environment names the program folder on Windows
     */
    static List<Path> of(Platform platform, Path root, Map<String, String> environment) {
        SystemFolders places = new SystemFolders(root);
        switch (platform.system()) {
            case MACOS -> places.addMacos();
            case WINDOWS -> places.folders.add(
                    Path.of(environment.getOrDefault("ProgramFiles", "C:\\Program Files")).resolve("LLVM/bin"));
            case LINUX, OTHER -> places.addUnix(platform.architecture());
        }
        return places.folders;
    }

    private void addUnix(String architecture) {
        addLlvmFolders("usr/lib"); // Debian: llvm-19/lib; Alpine and Arch: llvm19/lib; Gentoo: llvm/19/lib64
        addLlvmFolders("usr/lib64"); // Fedora: llvm19/lib
        addLlvmFolders("opt");
        addLlvmFolders("usr/local");
        add("usr/lib/" + architecture + "-linux-gnu");
        add("usr/lib64");
        add("usr/lib");
        add("usr/local/lib");
        add("home/linuxbrew/.linuxbrew/opt/llvm/lib");
    }

    private void addMacos() {
        for (String homebrew : new String[]{"opt/homebrew/opt", "usr/local/opt"}) {
            addLlvmFolders(homebrew);
            add(homebrew + "/llvm/lib");
        }
        add("Library/Developer/CommandLineTools/usr/lib");
        add("Applications/Xcode.app/Contents/Developer/Toolchains/XcodeDefault.xctoolchain/usr/lib");
    }

    private void add(String folder) {
        Path path = root.resolve(folder);
        if (!folders.contains(path)) {
            folders.add(path);
        }
    }

    /** Adds {@code llvm*}{@code /lib} below a folder, and {@code llvm/N/lib}, whichever exist. */
    private void addLlvmFolders(String parent) {
        for (String name : children(parent, LLVM)) {
            addLibraryFolders(parent + "/" + name);
            if (name.equals("llvm")) {
                children(parent + "/llvm", VERSION).forEach(v -> addLibraryFolders(parent + "/llvm/" + v));
            }
        }
    }

    private void addLibraryFolders(String installation) {
        children(installation, Pattern.compile("lib(64)?")).forEach(lib -> add(installation + "/" + lib));
    }

    private List<String> children(String folder, Pattern name) {
        String[] children = root.resolve(folder).toFile().list((parent, child) -> name.matcher(child).matches());
        return children == null ? List.of() : Arrays.stream(children).sorted().toList();
    }
}
