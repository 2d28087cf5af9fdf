package org.ffigen.parse;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;

/**
 * gcc's {@code #pragma scalar_storage_order}, which clang passes over: it holds for the records that end behind it, in
 * whichever file. So where a header has one, clang is shown an assertion in its place, as long as it to the byte, and says
 * itself which records come before and which behind.
 */
final class StorageOrderPragmas {

    private static final String NAME = "scalar_storage_order";
    private static final Pattern PRAGMA = Pattern.compile("(?m)(?:^[ \\t]*#[ \\t]*pragma[ \\t]+" + NAME
            + "[ \\t]+(big-endian|little-endian|default)\\b"
            + "|\\b_Pragma[ \\t]*\\([ \\t]*\"[ \\t]*" + NAME
            + "[ \\t]+(big-endian|little-endian|default)[ \\t]*\"[ \\t]*\\))");
    private static final String BIG = "\"ffigen:big\"";
    private static final String OTHER = "\"ffigen:own\"";

    private final Set<Long> records = new HashSet<>();
    private boolean big;

    private StorageOrderPragmas() {
    }

    /**
     * What clang is to read in place of the files that have such pragmas.
     *
     * @param texts all files, by path
     */
    static Map<String, byte[]> marked(Map<String, SourceText> texts) {
        Map<String, byte[]> marked = new LinkedHashMap<>();
        texts.forEach((path, text) -> {
            if (text.contains(NAME)) {
                Matcher pragma = PRAGMA.matcher(text.asBytes());
                if (pragma.find()) {
                    marked.put(path,
                            pragma.replaceAll(StorageOrderPragmas::marker).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        });
        return marked;
    }

    private static String marker(MatchResult pragma) {
        boolean isBig = Stream.of(1, 2).map(pragma::group).anyMatch("big-endian"::equals);
        String marker = "_Static_assert(1," + (isBig ? BIG : OTHER) + ");";
        return marker + " ".repeat(pragma.group().length() - marker.length());
    }

    /** The identities of the records that pragmas say of that their scalars lie in the other order. */
    static Set<Long> records(CursorList topLevel) {
        StorageOrderPragmas pragmas = new StorageOrderPragmas();
        pragmas.read(topLevel);
        return pragmas.records;
    }

    /** What holds at the end of a record holds for it. */
    private void read(CursorList cursors) {
        for (int i = 0; i < cursors.size(); i++) {
            switch (cursors.kind(i)) {
                case STATIC_ASSERT -> mark(cursors.get(i));
                case STRUCT_DECL, UNION_DECL -> {
                    Cursor record = cursors.get(i);
                    read(record.children());
                    if (big) {
                        records.add(record.identity());
                    }
                }
                default -> {
                }
            }
        }
    }

    private void mark(Cursor assertion) {
        assertion.children()
                .stream()
                .filter(child -> child.kind() == CursorKind.STRING_LITERAL)
                .map(Cursor::spelling)
                .filter(text -> text.equals(BIG) || text.equals(OTHER))
                .forEach(text -> big = text.equals(BIG));
    }
}
