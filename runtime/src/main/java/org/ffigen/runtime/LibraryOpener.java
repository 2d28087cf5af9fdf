package org.ffigen.runtime;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens files as libraries, after the policy and the pinned digests have been asked, and remembers what was tried. For
 * one search by one thread.
 *
 * <p>
 * Every method gives null, after noting why, for what is not there or no library; what is there but refused is a
 * {@link LibraryDeniedException}.
 */
final class LibraryOpener {
    /** A place in messages. */
    static final String LOADED_BY_OTHERS = "libraries loaded by System.load and System.loadLibrary";
    /** How a library begins on Linux. */
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    private final NativeAccess access;
    private final String name;
    private final Platform platform;
    private final Arena arena;
    private final LibraryPolicy policy = LibraryPolicy.current();
    /** Of the program and of the user: a file must satisfy both. */
    private final List<String> digests;
    private final UserPins pins = UserPins.current();
    /** Whether the user pins the library under the name of the source, or one that was asked for so far. */
    private boolean isPinnedByUser;
    private final List<String> tried = new ArrayList<>();
    private String asked = "";

    LibraryOpener(NativeAccess access, LibrarySource source, Platform platform, Arena arena) {
        this.access = access;
        this.name = source.name();
        this.platform = platform;
        this.arena = arena;
        this.digests = source.digests();
        this.isPinnedByUser = pins.has(name);
    }

    /** The places tried so far, each with why it failed. */
    List<String> tried() {
        return List.copyOf(tried);
    }

    /** From now on files are looked for under that name; empty for each under its own. */
    void ask(String library) {
        asked = library;
        isPinnedByUser |= pins.has(library);
    }

    void note(String line) {
        tried.add(line);
    }

    @Nullable
    LoadedLibrary open(String pathOrFileName) {
        isPinnedByUser |= pins.has(pathOrFileName);
        return LibraryNames.isPath(pathOrFileName) ? file(pathOrFileName) : fileName(pathOrFileName);
    }

    @Nullable
    LoadedLibrary file(String file) {
        return file(file, null, null);
    }

    /**
     * @param resource what the file is a copy of, and that it is one; null if it is none
     * @param original the file that it is a copy of; null if that lies in a jar
     */
    private @Nullable LoadedLibrary file(String file, @Nullable String resource, @Nullable Path original) {
        try {
            Path path = Path.of(file).toAbsolutePath();
            String shown = resource == null ? path.toString() : resource;
            String called = asked.isEmpty() ? LibraryNames.shortName(file) : asked;
            String refusal = original == null
                    ? policy.refusal(called, path, resource)
                    : policy.refusal(called, original, null);
            if (!Files.exists(path)) {
                note(path + ": no such file (" + (refusal == null ? reason(path.toString()) : refusal) + ")");
                return null;
            }
            if (refusal != null) {
                throw new LibraryDeniedException(refusal);
            }
            // Most programs pin nothing, and start sooner without the classes that compute digests.
            if (!digests.isEmpty()) {
                FileDigest.check(path, shown, digests);
            }
            boolean pinned = pins.check(path, original == null ? path : original, shown, name, asked);
            if (pinned || !digests.isEmpty()) {
                ReplacedFile.check(access, path, shown);
            }
            return tryToOpen(path.toString(), shown, path);
        } catch (InvalidPathException invalid) {
            note(file + ": " + invalid.getMessage());
            return null;
        }
    }

    /** A copy that is deleted when the library is closed. */
    @Nullable
    LoadedLibrary copy(ExtractedCopy copy, URL resource) {
        copy.deleteWith(access, arena);
        return file(copy.file().toString(), resource + " (copied to " + copy.file() + ")", plainFile(resource));
    }

    /** The file that a URL is of, as Java reads it there; null if it is none. */
    private static @Nullable Path plainFile(URL resource) {
        return resource.getProtocol().equalsIgnoreCase("file")
                ? new File(LibraryNames.path(resource)).toPath()
                : null;
    }

    /** A file for the dynamic loader to find. */
    private @Nullable LoadedLibrary fileName(String fileName) {
        if (fileName.isEmpty()) {
            // The loader takes it for the program itself.
            note("a library without a name");
            return null;
        }
        try {
            String refusal = policy.refusal(fileName);
            return refusal != null || policy.hasPaths() || policy.denies() || isPinned() || !pins.isEmpty()
                    ? fileOfLoader(fileName, refusal)
                    : byLoader(fileName);
        } catch (InvalidPathException invalid) {
            note(fileName + ": " + invalid.getMessage());
            return null;
        }
    }

    private @Nullable LoadedLibrary byLoader(String fileName) {
        return tryToOpen(fileName, fileName + " as the dynamic loader finds it", null);
    }

    /**
     * Only a file can be compared with a digest or a path, tells whether it is a link to a denied one, and is surely there
     * if it is refused.
     */
    private @Nullable LoadedLibrary fileOfLoader(String fileName, @Nullable String refusal) {
        List<String> folders = platform.loaderFolders();
        for (String folder : folders) {
            Path file = Path.of(folder, fileName);
            if (Files.exists(file)) {
                if (!isText(file)) {
                    return file(file.toString());
                }
                note(file + ": no library, but maybe a text for the linker that builds programs");
            }
        }
        if (refusal == null && !platform.isLinux() && !policy.hasPaths() && !isPinned()) {
            // Elsewhere the loader has libraries that are no files, or folders that are not known here.
            return byLoader(fileName);
        }
        note(fileName + " in " + String.join(", ", folders) + ": no such file ("
                + (refusal != null && !policy.hasPaths()
                        ? refusal
                        : "the policy or a pinned digest asks for a file; give its path if it lies elsewhere")
                + ")");
        return null;
    }

    /**
     * Whether a file with a library's name is none, as {@code libc.so} is not. The virtual machine would warn of one that
     * it is given by its path, and load nothing.
     */
    private boolean isText(Path file) {
        if (!platform.isLinux()) {
            return false;
        }
        try (InputStream content = Files.newInputStream(file)) {
            return !Arrays.equals(content.readNBytes(ELF.length), ELF);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether only files with a certain content will do. */
    boolean isPinned() {
        return !digests.isEmpty() || isPinnedByUser;
    }

    /** Symbols that the process has, under the library's name. */
    LoadedLibrary loaded(String origin, SymbolLookup symbols) {
        policy.check(name);
        if (isPinned()) {
            throw new LibraryDeniedException("the library '" + name + "' is pinned to a file's SHA-256, and " + origin
                    + " is no file");
        }
        return new LoadedLibrary(origin, null, symbols);
    }

    /**
     * Symbols of what others loaded, for want of a file; null, after noting why, if only a file will do or the policy
     * does not allow the name. Only a name that is denied is refused: of all others nothing is there that could be.
     */
    @Nullable
    LoadedLibrary loadedByOthers() {
        String refusal = policy.refusal(name);
        if (refusal != null && policy.denies(name)) {
            throw new LibraryDeniedException(refusal);
        }
        String obstacle = isPinned() ? "the library is pinned to a file's SHA-256" : refusal;
        if (obstacle == null) {
            return new LoadedLibrary("System.loadLibrary", null, access.loaderLookup());
        }
        note(LOADED_BY_OTHERS + ": not asked, as " + obstacle);
        return null;
    }

    /** @param path null for a name that the dynamic loader is given */
    private @Nullable LoadedLibrary tryToOpen(String file, String origin, @Nullable Path path) {
        try {
            if (path == null) {
                return new LoadedLibrary(origin, file, access.libraryLookup(file, arena));
            }
            LoadedLibrary opened = new LoadedLibrary(origin, file, access.libraryLookup(path, arena));
            ReplacedFile.opened(path, arena);
            return opened;
        } catch (IllegalArgumentException refused) {
            note(origin + ": " + reason(file));
            return null;
        }
    }

    /** The loader's, without the file's name before it. */
    private String reason(String file) {
        String reason = LoaderReason.of(access, file);
        String prefix = file + ": ";
        return reason.startsWith(prefix) ? reason.substring(prefix.length()) : reason;
    }
}
