package org.ffigen.libclang;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Takes libclang and its headers out of the artifact's jar. The installation appears whole, by one atomic move, or not
 * at all. Only one thread may extract to a place at a time ({@link CacheLock}).
 *
 * @param artifact what is in the jar
 * @param installation the folder to make
 */
record ArtifactExtraction(LibclangArtifact artifact, Path installation) {
    /**
     * Extracts the jar, replacing whatever is in the installation's place.
     *
     * @throws IOException if the jar is no such jar, or the place cannot be written
     */
    void extract(Path jar) throws IOException {
        Path part = installation.resolveSibling(installation.getFileName() + ".part");
        FileTree.delete(part);
        try {
            extractTo(part, jar);
            if (!isComplete(part)) {
                throw new IOException("it lacks libclang or its headers");
            }
            FileTree.delete(installation);
            Files.move(part, installation, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTree.delete(part);
        }
    }

    /** Whether a folder holds all that an extraction gives: cheap, a few files stand for all. */
    boolean isComplete(Path root) {
        LibclangInstallation found = artifact.installation(root, "");
        Path libraries = found.library().getParent();
        return FileTree.isNonEmptyFile(found.library()) && ResourceHeaders.hasHeaders(found.resourceDirectory())
                && FileTree.isNonEmptyFile(found.includeDirectory().resolve("clang-c/Index.h"))
                && artifact.companions()
                        .values()
                        .stream()
                        .allMatch(name -> FileTree.isNonEmptyFile(libraries.resolve(name)));
    }

    private void extractTo(Path root, Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            copy(zip, artifact.library(), root.resolve("lib").resolve(artifact.library()));
            for (Map.Entry<String, String> companion : artifact.companions().entrySet()) {
                copy(zip, companion.getKey(), root.resolve("lib").resolve(companion.getValue()));
            }
            for (String header : headers(zip)) {
                Path target = root.resolve(header).normalize();
                if (!target.startsWith(root)) {
                    throw new IOException("it has an entry that leads out of its folder: " + header);
                }
                copy(zip, header, target);
            }
        }
    }

    private List<String> headers(ZipFile zip) {
        String prefix = artifact.entryPrefix();
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(artifact::isHeader)
                .toList();
    }

    private void copy(ZipFile zip, String name, Path target) throws IOException {
        ZipEntry entry = zip.getEntry(artifact.entryPrefix() + name);
        if (entry == null) {
            throw new IOException("it has no entry " + artifact.entryPrefix() + name);
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }
}
