package org.ffigen.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;

/** A config on disk. */
public final class ConfigFile {

    private ConfigFile() {
    }

    /**
     * What the config in a file says.
     *
     * @param shownAs what messages call the file
     * @param diagnostics takes everything that is wrong with the text
     * @throws GenerationException with INVALID_CONFIG if the file cannot be read
     */
    public static Config read(Path file, String shownAs, Diagnostics diagnostics) {
        try {
            return ConfigReader.read(Files.readString(file), shownAs, diagnostics);
        } catch (NoSuchFileException e) {
            throw notReadable(shownAs, "there is no such file");
        } catch (CharacterCodingException e) {
            throw notReadable(shownAs, "it is not UTF-8");
        } catch (IOException e) {
            throw notReadable(shownAs, Files.isDirectory(file) ? "it is a folder" : e.getMessage());
        }
    }

    private static GenerationException notReadable(String file, String reason) {
        return new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_CONFIG,
                "cannot read the config %s: %s".formatted(file, reason),
                "--config names a YAML file; docs/config.md tells what it holds"));
    }
}
