package org.ffigen.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens a copy of a library that lies in a jar. The copy is made in a new folder that only this user can enter, under
 * a name that is not the library's, read again and compared with what came out of the jar, and then renamed: nobody
 * sees a half-written library, and nobody can replace it. Folder and copy are deleted when the process ends normally.
 *
 * <p>
 * Folders for temporary files may forbid to execute what lies in them. So the copy is tried in several places: the
 * system property {@code ffigen.extract.dir} if it is set, else {@code java.io.tmpdir}, the user's cache folder, and the
 * working directory.
 */
final class ResourceLibrary {
    private final URL url;
    private final LibraryOpener opener;

    ResourceLibrary(URL url, LibraryOpener opener) {
        this.url = url;
        this.opener = opener;
    }

    @Nullable
    LoadedLibrary open() {
        for (Path parent : parents()) {
            Path copy = copyInto(parent);
            LoadedLibrary opened = copy == null ? null : opener.file(copy.toString());
            if (opened != null) {
                return new LoadedLibrary(url + " (copied to " + copy + ")", opened.file(), opened.symbols());
            }
        }
        return null;
    }

    private static List<Path> parents() {
        String chosen = System.getProperty("ffigen.extract.dir");
        if (chosen != null) {
            return List.of(Path.of(chosen));
        }
        List<Path> parents = new ArrayList<>();
        parents.add(Path.of(System.getProperty("java.io.tmpdir")));
        String cache = System.getenv("XDG_CACHE_HOME");
        parents.add(cache != null && !cache.isEmpty()
                ? Path.of(cache)
                : Path.of(System.getProperty("user.home"), ".cache"));
        parents.add(Path.of("").toAbsolutePath());
        return parents;
    }

    private @Nullable Path copyInto(Path parent) {
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, "ffigen-", ownerOnly(parent));
            // In this order: what is registered last is deleted first.
            folder.toFile().deleteOnExit();
            Path target = folder.resolve(LibraryNames.fileName(url.getPath()));
            target.toFile().deleteOnExit();
            Path partial = folder.resolve("partial");
            partial.toFile().deleteOnExit();
            copyTo(partial);
            return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | InvalidPathException failed) {
            opener.note(url + " copied below " + parent + ": " + failed);
            return null;
        }
    }

    private void copyTo(Path partial) throws IOException {
        String expected;
        try (InputStream in = url.openStream();
                DigestInputStream counted = new DigestInputStream(in, FileDigest.sha256())) {
            Files.copy(counted, partial);
            expected = HexFormat.of().formatHex(counted.getMessageDigest().digest());
        }
        String written = FileDigest.of(partial);
        if (!written.equals(expected)) {
            throw new IOException("written with SHA-256 " + written + " instead of " + expected);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path parent) {
        boolean posix = parent.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{PosixFilePermissions
                        .asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }
}
