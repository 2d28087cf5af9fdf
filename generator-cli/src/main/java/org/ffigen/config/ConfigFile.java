package org.ffigen.config;

import java.nio.file.Path;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;

/** A config on disk. */
public final class ConfigFile {

    private static final String HINT = "--config names a YAML file; docs/config.md tells what it holds";

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
        String config = "the config " + shownAs;
        String text = TextFile.read(file, config, HINT)
                .orElseThrow(() -> TextFile.notReadable(config, "there is no such file", HINT));
        return ConfigReader.read(text, shownAs, diagnostics);
    }
}
