package org.ffigen.parse;

import java.nio.file.Path;
import java.util.List;

/**
 * The source file that is parsed; it is in memory only. It asks the preprocessor whether a header exists as a file, so
 * that nobody else has to.
 */
record MainFile(String name, String text, List<String> headers) {

    private static final int FIRST_LINE = 2;
    private static final int LINES = 5;

    static MainFile including(List<String> headers, Path workingDirectory) {
        StringBuilder text = new StringBuilder(TargetReader.PROBE).append('\n');
        for (String header : headers) {
            String path = path(header, workingDirectory).toString().replace('\\', '/');
            text.append("#if __has_include(\"").append(path).append("\")\n#include \"").append(path)
                    .append("\"\n#else\n#include <").append(header).append(">\n#endif\n");
        }
        return new MainFile(workingDirectory.resolve("ffigen-main.c").toString(), text.toString(), headers);
    }

    /** The file a header given as a path would be. */
    static Path path(String header, Path workingDirectory) {
        return workingDirectory.resolve(header).normalize();
    }

    /** The header that a line of this file includes, or null. */
    String headerAt(int line) {
        int index = (line - FIRST_LINE) / LINES;
        return line >= FIRST_LINE && index < headers.size() ? headers.get(index) : null;
    }

    /** Whether the line includes its header as a file, and not by name. */
    static boolean isPathAt(int line) {
        return (line - FIRST_LINE) % LINES == 1;
    }

    /** How many lines it has. */
    int lines() {
        return FIRST_LINE - 1 + headers.size() * LINES;
    }
}
