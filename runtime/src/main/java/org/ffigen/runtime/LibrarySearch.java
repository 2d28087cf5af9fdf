package org.ffigen.runtime;

import java.io.File;
import java.lang.foreign.Linker;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One search for a library, in the order {@link NativeLibrary} documents. For one thread. */
final class LibrarySearch {
    private static final Set<String> OF_PLATFORM = Set.of("c", "m", "system");

    private final NativeAccess access;
    private final LibrarySource source;
    private final Platform platform;
    private final LibraryOpener opener;

    LibrarySearch(NativeAccess access, LibrarySource source, Platform platform, LibraryOpener opener) {
        this.access = access;
        this.source = source;
        this.platform = platform;
        this.opener = opener;
    }

    /** The library; null if no place has it. */
    @Nullable
    LoadedLibrary run() {
        for (LibrarySource.Place place : source.places()) {
            LoadedLibrary found = place.in(this);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Nullable
    LoadedLibrary file(String name) {
        opener.ask("");
        return opener.open(name);
    }

    @Nullable
    LoadedLibrary named(String name) {
        opener.ask(LibraryNames.isPath(name) ? "" : name);
        if (LibraryNames.isPath(name)) {
            return opener.open(name);
        }
        String given = given(name);
        if (given != null) {
            return opener.open(given);
        }
        LoadedLibrary found = inFolders("ffigen.library.path", name);
        found = found != null ? found : inFolders("java.library.path", name);
        found = found != null ? found : opener.open(System.mapLibraryName(name));
        found = found != null ? found : byVersion(name);
        return found == null && OF_PLATFORM.contains(name) ? ofPlatform() : found;
    }

    private @Nullable String given(String name) {
        String property = "ffigen.library." + name;
        String given = System.getProperty(property);
        if (given != null && given.isBlank()) {
            throw new LibraryDeniedException(
                    "-D" + property + "= is empty: give it the path of the library or the name "
                            + "of its file, or leave it out");
        }
        opener.note("-D" + property + (given == null ? ": not set" : "=" + given));
        return given;
    }

    private @Nullable LoadedLibrary inFolders(String property, String name) {
        String folders = System.getProperty(property, "");
        if (folders.isEmpty()) {
            opener.note("-D" + property + ": not set");
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
            return opener.file(file);
        }
        opener.note(file + ": no such file");
        return null;
    }

    private @Nullable LoadedLibrary byVersion(String name) {
        if (platform.isWindows()) {
            return null;
        }
        List<String> folders = platform.loaderFolders();
        List<Path> files = VersionedFiles.in(folders, platform.versioned(name));
        if (files.isEmpty()) {
            opener.note(platform.versionedGlob(name) + " in " + String.join(", ", folders) + ": no such file");
        }
        for (Path file : files) {
            LoadedLibrary found = opener.file(file.toString());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Nullable
    LoadedLibrary resource(URL url) {
        opener.ask(LibraryNames.shortName(LibraryNames.path(url)));
        String given = given(LibraryNames.shortName(LibraryNames.path(url)));
        return given != null ? opener.open(given) : new ResourceLibrary(url, opener).open();
    }

    @Nullable
    LoadedLibrary absent(String path) {
        opener.ask(LibraryNames.shortName(path));
        String given = given(LibraryNames.shortName(path));
        if (given != null) {
            return opener.open(given);
        }
        opener.note(path + ": no such resource, or in a package of a module that is not open");
        return null;
    }

    LoadedLibrary ofPlatform() {
        return opener.loaded("the platform's default libraries",
                access.loaderLookup().or(Linker.nativeLinker().defaultLookup()));
    }
}
