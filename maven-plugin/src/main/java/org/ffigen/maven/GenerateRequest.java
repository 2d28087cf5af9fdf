package org.ffigen.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one execution of the goal asks for. Absent values are the generator's to choose.
 *
 * @param directory the project's folder; relative paths in the other components start here
 * @param headers paths, or names on the include path
 * @param output the source root to write to
 * @param own prefixes of paths whose declarations are bound too
 * @param clangArguments passed to clang as they are
 * @param rules what is bound and what it is called
 * @param shims the C file to write, with functions for what no library exports
 * @param shimLibrary the library that file is compiled to
 * @param offline whether the generator must not download libclang
 */
public record GenerateRequest(Path directory, List<String> headers, Path output, Optional<Path> manifest,
        Optional<String> packageName, Optional<String> className, Optional<String> library, List<String> own,
        List<String> includeDirectories, List<String> defines, List<String> clangArguments, Rules rules,
        Optional<Path> shims, Optional<String> shimLibrary, Optional<Path> libclang, boolean offline, boolean verbose) {

    /**
     * What is bound and what it is called.
     *
     * @param config a YAML file that may say the same, and more
     * @param naming {@code java} or {@code c}
     * @param renames each {@code C=JAVA}
     * @param names the file that keeps the names
     */
    public record Rules(Optional<Path> config, List<String> includes, List<String> excludes, Optional<String> naming,
            List<String> stripPrefixes, List<String> renames, Optional<Path> names) {

        /** Everything is bound, under the names that the generator gives. */
        public static final Rules NONE = new Rules(Optional.empty(), List.of(), List.of(), Optional.empty(), List.of(),
                List.of(), Optional.empty());

        public Rules {
            includes = said(includes);
            excludes = said(excludes);
            stripPrefixes = said(stripPrefixes);
            renames = said(renames);
        }
    }

    public GenerateRequest {
        headers = said(headers);
        own = said(own);
        includeDirectories = said(includeDirectories);
        defines = said(defines);
        clangArguments = said(clangArguments);
    }

    /** Maven makes null of an element that is empty, such as one of a property without a value: it says nothing. */
    private static List<String> said(List<String> elements) {
        return elements.stream().filter(Objects::nonNull).toList();
    }
}
