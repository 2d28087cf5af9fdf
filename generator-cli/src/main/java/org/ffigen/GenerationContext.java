package org.ffigen;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where a run takes place. It has no influence on what comes out, but for which libclang and which folders it names.
 *
 * @param workingDirectory what relative paths are relative to; absolute
 * @param environment environment variables, such as {@code FFIGEN_LIBCLANG}
 * @param progress takes lines that say what is being waited for, such as a download
 * @param arguments what the request is recognised by in the output index, so that {@code --if-changed} can tell
 *     whether a later run asks for the same
 */
public record GenerationContext(Path workingDirectory, Map<String, String> environment, Consumer<String> progress,
        List<String> arguments) {

    public GenerationContext {
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        arguments = List.copyOf(arguments);
    }

    /** The absolute form of a path as the user gave it. */
    public Path resolve(Path path) {
        return workingDirectory.resolve(path).normalize();
    }
}
