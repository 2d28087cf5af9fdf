package org.ffigen.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.model.NativeApi;

/** A manifest on disk. */
public final class ManifestFile {

    private ManifestFile() {
    }

    /**
     * The API that the manifest in a file describes.
     *
     * @param shownAs what messages call the file
     * @throws GenerationException with INVALID_MANIFEST if it cannot be read or is none
     */
    public static NativeApi read(Path file, String shownAs, Diagnostics diagnostics) {
        try {
            NativeApi api = ManifestReader.read(Files.readString(file), shownAs, diagnostics);
            if (api.targets().isEmpty()) {
                throw notReadable(shownAs, "it names no target");
            }
            return api;
        } catch (NoSuchFileException e) {
            throw notReadable(shownAs, "there is no such file");
        } catch (IOException e) {
            throw notReadable(shownAs, Files.isDirectory(file) ? "it is a folder" : e.getMessage());
        }
    }

    /** The first header a manifest is about, which bindings are named after; empty if it is no manifest. */
    public static Optional<String> firstHeader(Path file) {
        try {
            List<String> headers = ManifestReader.read(Files.readString(file), new Diagnostics()).headers();
            return headers.stream().findFirst();
        } catch (IOException | GenerationException e) {
            return Optional.empty(); // reading it in earnest says what is wrong
        }
    }

    private static GenerationException notReadable(String file, String reason) {
        return new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_MANIFEST,
                "cannot read %s: %s".formatted(file, reason), "a manifest is a file that ffigen wrote"));
    }
}
