package org.ffigen.runtime;

import java.io.File;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One search for a library's file, in the order {@link NativeLibrary} documents. For one thread. */
final class LibrarySearch {
    private final NativeAccess access;
    private final String name;
    private final Platform platform;
    private final List<String> tried = new ArrayList<>();

    LibrarySearch(NativeAccess access, String name, Platform platform) {
        this.access = access;
        this.name = name;
        this.platform = platform;
    }

    /** The places tried so far, each with why it failed. */
    List<String> tried() {
        return List.copyOf(tried);
    }

    /** Whether a library's name says which file it is. */
    static boolean isFile(String name) {
        return name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0;
    }

    @Nullable
    LoadedLibrary run() {
        if (isFile(name)) {
            return open(name);
        }
        String property = "ffigen.library." + name;
        String given = System.getProperty(property);
        if (given != null) {
            tried.add("-D" + property + "=" + given);
            return open(given);
        }
        tried.add("-D" + property + ": not set");
        LoadedLibrary found = inFolders("ffigen.library.path");
        found = found != null ? found : inFolders("java.library.path");
        found = found != null ? found : byName(System.mapLibraryName(name));
        return found != null ? found : byVersion();
    }

    private @Nullable LoadedLibrary inFolders(String property) {
        String folders = System.getProperty(property, "");
        if (folders.isEmpty()) {
            tried.add("-D" + property + ": not set");
        }
        String fileName = System.mapLibraryName(name);
        for (String folder : folders.split(File.pathSeparator)) {
            LoadedLibrary found = folder.isEmpty() ? null : inFolder(folder, fileName);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable LoadedLibrary inFolder(String folder, String fileName) {
        String file = folder.endsWith(File.separator) ? folder + fileName : folder + File.separator + fileName;
        if (new File(file).exists()) {
            return byFile(file);
        }
        tried.add(file + ": no such file");
        return null;
    }

    private @Nullable LoadedLibrary byVersion() {
        if (platform.isWindows()) {
            return null;
        }
        List<String> folders = platform.loaderFolders();
        List<Path> files = VersionedFiles.in(folders, platform.versioned(name));
        if (files.isEmpty()) {
            tried.add(platform.versionedGlob(name) + " in " + String.join(", ", folders) + ": no such file");
        }
        for (Path file : files) {
            LoadedLibrary found = byFile(file.toString());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable LoadedLibrary open(String fileOrName) {
        return isFile(fileOrName) ? byFile(fileOrName) : byName(fileOrName);
    }

    private @Nullable LoadedLibrary byFile(String file) {
        try {
            Path path = Path.of(file).toAbsolutePath();
            if (!Files.exists(path)) {
                tried.add(path + ": no such file");
                return null;
            }
            return tryToOpen(path.toString(), path.toString(), () -> access.libraryLookup(path));
        } catch (InvalidPathException invalid) {
            tried.add(file + ": " + invalid.getMessage());
            return null;
        }
    }

    private @Nullable LoadedLibrary byName(String fileName) {
        return tryToOpen(fileName, fileName + " as the dynamic loader finds it",
                () -> access.libraryLookup(fileName));
    }

    private @Nullable LoadedLibrary tryToOpen(String file, String origin, Opening opening) {
        try {
            return new LoadedLibrary(origin, opening.open());
        } catch (IllegalArgumentException refused) {
            String reason = LoaderReason.of(access, file);
            String prefix = file + ": ";
            tried.add(origin + ": " + (reason.startsWith(prefix) ? reason.substring(prefix.length()) : reason));
            return null;
        }
    }

    private interface Opening {
        SymbolLookup open();
    }
}
