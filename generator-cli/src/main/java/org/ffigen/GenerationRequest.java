package org.ffigen;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ffigen.config.NamingRules;
import org.ffigen.config.SelectionRules;

/**
 * What to generate. Either {@code headers} or {@code manifestIn} says what from.
 *
 * @param headers paths, or names found on the include path such as {@code curl/curl.h}; as the user gave them
 * @param manifestIn a manifest to generate from, in place of headers
 * @param out the root folder of the Java sources; without it only the manifest is written
 * @param manifestOut where the manifest goes; {@link #manifest} is the rule when it is empty
 * @param library the name the dynamic loader knows the library by; empty means the one the manifest names
 * @param packageName the Java package of the bindings
 * @param className the simple name of the class that holds functions, constants and variables
 * @param own what belongs to the library besides the headers' own folders: path or include-name prefixes
 * @param clangArguments {@code -I}, {@code -D} and everything else clang is to be told, in order
 * @param config a YAML file with further rules; {@code docs/config.md} describes it
 * @param selection which declarations are bound; adds to what the config says
 * @param naming what they are called in Java; wins over what the config says
 * @param check compare with what is there and write nothing
 * @param libclang the libclang to load: a file or a folder
 * @param offline never download
 * @param templates a folder of templates that replace the built-in ones
 * @param shims the C file to write, if there is to be one
 * @param names the file that keeps the names in Java, if there is to be one; read if it is there, and written
 */
public record GenerationRequest(List<String> headers, Optional<Path> manifestIn, Optional<Path> out,
        Optional<Path> manifestOut, String library, String packageName, String className, List<String> own,
        List<String> clangArguments, Optional<Path> config, SelectionRules selection, NamingRules naming, boolean check,
        Optional<Path> libclang, boolean offline,
        Optional<Path> templates, Optional<ShimFile> shims, Optional<Path> names) {

    /** The end of a manifest's file name. */
    public static final String MANIFEST_SUFFIX = ".ffigen.json";

    public GenerationRequest {
        headers = List.copyOf(headers);
        own = List.copyOf(own);
        clangArguments = List.copyOf(clangArguments);
    }

    /** Where the manifest goes: as asked for, or {@code zlib.ffigen.json} in the output folder. */
    public Optional<Path> manifest() {
        return manifestOut.or(() -> out.map(folder -> folder.resolve(stem() + MANIFEST_SUFFIX)));
    }

    /** What names come from: {@code zlib} of {@code zlib.h} and of {@code zlib.ffigen.json}; of several, the first. */
    public String stem() {
        return stem(manifestIn.map(Path::toString).orElseGet(() -> headers.isEmpty() ? "" : headers.getFirst()));
    }

    /** The name of a header or manifest without folders and without what follows the first dot. */
    public static String stem(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
