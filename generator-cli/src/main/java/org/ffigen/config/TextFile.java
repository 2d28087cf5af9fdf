package org.ffigen.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.GenerationException;

/** A file that the user names and ffigen reads as text. */
final class TextFile {

    private TextFile() {
    }

    /**
     * What is in the file; empty if there is none.
     *
     * @param shownAs what messages call the file
     * @throws GenerationException with INVALID_CONFIG if it cannot be read
     */
    static Optional<String> read(Path file, String shownAs, String hint) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (CharacterCodingException _) {
            throw notReadable(shownAs, "it is not UTF-8", hint);
        } catch (IOException e) {
            throw notReadable(shownAs, Files.isDirectory(file) ? "it is a folder" : e.getMessage(), hint);
        }
    }

    static GenerationException notReadable(String shownAs, String reason, String hint) {
        return new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_CONFIG,
                "cannot read %s: %s".formatted(shownAs, reason), hint));
    }
}
