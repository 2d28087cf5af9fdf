package org.ffigen.write;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.GenerationException;

/** What can be seen to stand in the way of a file before anything is written. */
final class Obstacles {

    private Obstacles() {
    }

    /** @throws GenerationException with OUTPUT_NOT_WRITABLE */
    static void throwIfAny(Path file) {
        if (Files.isDirectory(file)) {
            throw notWritable(file, "there is a folder of that name");
        }
        Path folder = file.getParent();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        if (!Files.isDirectory(folder)) {
            throw notWritable(file, folder + " is a file, not a folder");
        }
        if (!Files.isWritable(folder)) {
            throw notWritable(file, "the folder " + folder + " is not writable");
        }
    }

    static GenerationException notWritable(Path file, String reason) {
        return new GenerationException(Diagnostic.error(DiagnosticCode.OUTPUT_NOT_WRITABLE,
                "cannot write %s: %s".formatted(file, reason),
                "choose another place with --out or --manifest, or make this one writable"));
    }
}
