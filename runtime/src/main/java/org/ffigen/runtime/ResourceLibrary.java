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
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens a copy of a library that lies in a jar. The copy is made in a new folder that only this user can enter, under
 * a name that is not the library's, read again and compared with what came out of the jar, and then renamed: nobody
 * sees a half-written library, and nobody can replace it where others may not rename this user's folders. Folder and copy are deleted when the library is closed or
 * refused, at the latest when the process ends normally.
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
        for (String parent : parents()) {
            ExtractedCopy copy = copyInto(parent);
            LoadedLibrary opened = copy == null ? null : open(copy);
            if (opened != null) {
                return opened;
            }
        }
        return null;
    }

    private @Nullable LoadedLibrary open(ExtractedCopy copy) {
        LoadedLibrary opened = null;
        try {
            opened = opener.copy(copy, url);
        } finally {
            if (opened == null) {
                copy.delete();
            }
        }
        return opened;
    }

    /** Texts, because not each is a path where no file may have its letters. */
    private static List<String> parents() {
        String chosen = System.getProperty("ffigen.extract.dir");
        if (chosen != null) {
            return List.of(chosen);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        return List.of(System.getProperty("java.io.tmpdir"),
                cache != null && !cache.isEmpty() ? cache : System.getProperty("user.home") + "/.cache",
                System.getProperty("user.dir"));
    }

    private @Nullable ExtractedCopy copyInto(String folderName) {
        ExtractedCopy copy = null;
        try {
            Path parent = Path.of(folderName).toAbsolutePath();
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, "ffigen-", ownerOnly(parent));
            copy = ExtractedCopy.in(folder, folder.resolve(LibraryNames.fileName(LibraryNames.path(url))));
            copyTo(copy.partial());
            Files.move(copy.partial(), copy.file(), StandardCopyOption.ATOMIC_MOVE);
            return copy;
        } catch (IOException | InvalidPathException failed) {
            if (copy != null) {
                copy.delete();
            }
            opener.note(url + " copied below " + folderName + ": " + failed);
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
