package org.ffigen.parse;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ffigen.clang.ClangIndex;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.ParseOption;

/** Asks the preprocessor which files there are, so that nobody else has to look. */
final class FileProbe {

    private static final String FOUND = "ffigen_found_";

    private FileProbe() {
    }

    /** Those of the files that exist. */
    static Set<Path> existing(List<Path> files, ClangIndex index) {
        if (files.isEmpty()) {
            return Set.of();
        }
        CursorList found = index.parse("ffigen-files.c", text(files), List.of("-x", "c"), EnumSet.noneOf(
                ParseOption.class)).cursor().children();
        Set<Path> existing = new LinkedHashSet<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.kind(i) == CursorKind.VAR_DECL) {
                existing.add(files.get(Integer.parseInt(found.get(i).spelling().substring(FOUND.length()))));
            }
        }
        return existing;
    }

    private static String text(List<Path> files) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            text.append("#if __has_include(\"")
                    .append(files.get(i).toString().replace(File.separatorChar, '/'))
                    .append("\")\nextern int ")
                    .append(FOUND)
                    .append(i)
                    .append(";\n#endif\n");
        }
        return text.toString();
    }
}
