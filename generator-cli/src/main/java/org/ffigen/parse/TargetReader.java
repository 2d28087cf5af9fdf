package org.ffigen.parse;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.model.Target;

/** What the machine is that the headers are read for: clang answers in the values of an enumeration. */
final class TargetReader {

    private static final String NAME = "ffigen_target";

    /** One line that stands before all headers, but behind what {@code -include} names. */
    static final String PROBE = "enum " + NAME + " { ffigen_pointer = 8 * sizeof(void *),"
            + " ffigen_long = 8 * sizeof(long), ffigen_wchar = 8 * sizeof(__WCHAR_TYPE__),"
            + " ffigen_char_signed = (char) -1 < 0,"
            + " ffigen_little_endian = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ };";

    private TargetReader() {
    }

    static Target read(CursorList topLevel, String triple) {
        Map<String, Long> answers = probe(topLevel).children()
                .stream()
                .collect(Collectors.toMap(Cursor::spelling, Cursor::enumConstantValue));
        return new Target(id(triple), triple, answers.get("ffigen_pointer").intValue(),
                answers.get("ffigen_long").intValue(), answers.get("ffigen_wchar").intValue(),
                answers.get("ffigen_char_signed") != 0, answers.get("ffigen_little_endian") != 0);
    }

    private static Cursor probe(CursorList topLevel) {
        for (int i = 0; i < topLevel.size(); i++) {
            if (topLevel.kind(i) == CursorKind.ENUM_DECL && topLevel.get(i).spelling().equals(NAME)) {
                return topLevel.get(i);
            }
        }
        throw new IllegalStateException("clang has not read the line that asks for the target");
    }

    private static String id(String triple) {
        String[] parts = triple.toLowerCase(Locale.ROOT).split("-", 2);
        String arch = switch (parts[0]) {
            case "arm64" -> "aarch64";
            case "amd64" -> "x86_64";
            default -> parts[0];
        };
        String rest = parts.length > 1 ? parts[1] : "";
        String os = rest.contains("windows") || rest.contains("mingw")
                ? "windows"
                : rest.contains("apple") || rest.contains("darwin") ? "macos" : "linux";
        return os + "-" + arch;
    }
}
