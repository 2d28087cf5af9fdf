package org.ffigen.parse;

import java.util.List;
import org.ffigen.clang.ClangLocation;
import org.ffigen.clang.Cursor;
import org.ffigen.model.CType;
import org.ffigen.model.CType.Qualifier;

/**
 * Qualifiers of a member without a name, {@code const struct { int x; };}. C means all its members; clang forgets them,
 * so the source has to tell. One that a macro writes is not seen.
 */
final class AnonymousQualifiers {

    private AnonymousQualifiers() {
    }

    /** The type of such a member with its qualifiers. */
    static CType applied(CType type, Cursor member, SourceText text) {
        List<String> words = words(member, text).stream().map(word -> word.replaceAll("^__|__$", "")).toList();
        CType qualified = words.contains(Qualifier.VOLATILE.word())
                ? new CType.Qualified(Qualifier.VOLATILE, type)
                : type;
        return words.contains("const") ? new CType.Const(qualified) : qualified;
    }

    /** What stands before the word {@code struct}, and behind the bracket. */
    private static List<String> words(Cursor member, SourceText text) {
        ClangLocation start = member.start();
        ClangLocation word = member.location();
        String before = word.file().equals(start.file()) && start.offset() < word.offset()
                ? text.text(start.offset(), word.offset())
                : "";
        ClangLocation end = member.type().canonical().declaration().definition().end();
        if (!word.file().equals(end.file()) || end.offset() == 0 || text.at(end.offset() - 1) != '}') {
            return MacroTokens.of(before);
        }
        List<String> behind = MacroTokens.of(text.logicalLine(end.offset()));
        int stop = behind.indexOf(";");
        return MacroTokens.of(before + " " + String.join(" ", behind.subList(0, Math.max(stop, 0))));
    }
}
