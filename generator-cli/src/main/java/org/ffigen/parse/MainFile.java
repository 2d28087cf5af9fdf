package org.ffigen.parse;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.ffigen.clang.ClangLocation;

/**
 * The source file that is parsed; it is in memory only. It asks the preprocessor whether a header exists as a file, so
 * that nobody else has to.
 */
record MainFile(String name, String text, List<String> headers, int firstLine, int linesBehind) {

    private static final int LINES = 5;

    /** @param forced what is included before all headers */
    static MainFile including(List<String> headers, List<String> forced, Path workingDirectory) {
        StringBuilder text = new StringBuilder();
        forced.forEach(file -> text.append("#include \"").append(file).append("\"\n"));
        text.append(TargetReader.PROBE).append('\n');
        for (String header : headers) {
            String path = path(header, workingDirectory).toString().replace(File.separatorChar, '/');
            text.append("#if __has_include(\"")
                    .append(path)
                    .append("\")\n#include \"")
                    .append(path)
                    .append("\"\n#else\n#include <")
                    .append(header)
                    .append(">\n#endif\n");
        }
        return new MainFile(workingDirectory.resolve("ffigen-main.c").toString(), text.toString(), headers,
                forced.size() + 2, 0);
    }

    /** The same with more lines behind the headers, each with its end. */
    MainFile followedBy(String lines) {
        int count = (int) lines.chars().filter(c -> c == '\n').count();
        return new MainFile(name, text + lines, headers, firstLine, linesBehind + count);
    }

    /** The file a header given as a path would be. */
    static Path path(String header, Path workingDirectory) {
        return workingDirectory.resolve(header).normalize();
    }

    /** The header that a line of this file includes, or null. */
    String headerAt(int line) {
        int index = Math.floorDiv(line - firstLine, LINES);
        return index >= 0 && index < headers.size() ? headers.get(index) : null;
    }

    /** Whether the line includes its header as a file, and not by name. */
    boolean isPathAt(int line) {
        return (line - firstLine) % LINES == 1;
    }

    /** Whether a place is in this file. */
    boolean is(ClangLocation location) {
        return location.file() != null && location.file().path().equals(name);
    }

    /** How many lines it has. */
    int lines() {
        return firstLine - 1 + headers.size() * LINES + linesBehind;
    }
}
