package org.ffigen.parse;

import java.nio.file.Path;
import java.util.List;

/**
 * What to parse.
 *
 * @param library the name the dynamic loader knows the library by
 * @param headers paths, or names found on the include path; a name that exists as a file is a path
 * @param own prefixes of headers that belong to the library too, see {@link OwnHeaders}
 * @param clangArguments as for the clang command: {@code -I}, {@code -D}...
 * @param written functions that the user writes in C: prototypes of macros, types of variadic arguments
 * @param calls whether macros that take nothing are functions, too: something can call them
 * @param workingDirectory where relative paths start
 */
public record ParseRequest(String library, List<String> headers, List<String> own, List<String> clangArguments,
        WrittenFunctions written, boolean calls, Path workingDirectory) {

    /** A request without functions of the user's. */
    public ParseRequest(String library, List<String> headers, List<String> own, List<String> clangArguments,
            Path workingDirectory) {
        this(library, headers, own, clangArguments, WrittenFunctions.NONE, false, workingDirectory);
    }

    public ParseRequest {
        headers = List.copyOf(headers);
        own = List.copyOf(own);
        clangArguments = List.copyOf(clangArguments);
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }
}
