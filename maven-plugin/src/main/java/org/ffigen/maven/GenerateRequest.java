package org.ffigen.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one execution of the goal asks for. Absent values are the generator's to choose.
 *
 * @param directory the project's folder; relative paths in the other components start here
 * @param headers paths, or names on the include path
 * @param output the source root to write to
 * @param own prefixes of paths whose declarations are bound too
 * @param clangArguments passed to clang as they are
 * @param offline whether the generator must not download libclang
 */
public record GenerateRequest(Path directory, List<String> headers, Path output, Optional<Path> manifest,
        Optional<String> packageName, Optional<String> className, Optional<String> library, List<String> own,
        List<String> includeDirectories, List<String> defines, List<String> clangArguments, Optional<Path> libclang,
        boolean offline, boolean verbose) {

    public GenerateRequest {
        headers = List.copyOf(headers);
        own = List.copyOf(own);
        includeDirectories = List.copyOf(includeDirectories);
        defines = List.copyOf(defines);
        clangArguments = List.copyOf(clangArguments);
    }
}
