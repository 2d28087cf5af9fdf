package org.ffigen.runtime;

import java.io.File;
import java.lang.foreign.Linker;
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
            LoadedLibrary found = switch (place) {
                case LibrarySource.Place.Named named -> named(named.name());
                case LibrarySource.Place.FileName file -> opener.open(file.name());
                case LibrarySource.Place.Resource resource -> resource(resource);
                case LibrarySource.Place.NoResource absent -> absent(absent);
                case LibrarySource.Place.OfPlatform ofPlatform -> ofPlatform();
            };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable LoadedLibrary named(String name) {
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

    private @Nullable LoadedLibrary resource(LibrarySource.Place.Resource resource) {
        String given = given(LibraryNames.shortName(resource.url().getPath()));
        return given != null ? opener.open(given) : new ResourceLibrary(resource.url(), opener).open();
    }

    private @Nullable LoadedLibrary absent(LibrarySource.Place.NoResource absent) {
        String given = given(LibraryNames.shortName(absent.path()));
        if (given != null) {
            return opener.open(given);
        }
        opener.note(absent.path() + ": no such resource");
        return null;
    }

    private LoadedLibrary ofPlatform() {
        return opener.loaded("the platform's default libraries",
                access.loaderLookup().or(Linker.nativeLinker().defaultLookup()));
    }
}
