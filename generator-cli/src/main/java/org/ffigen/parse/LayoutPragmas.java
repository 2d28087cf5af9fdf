package org.ffigen.parse;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ffigen.clang.ClangLocation;
import org.ffigen.clang.Cursor;

/**
 * The pragmas that change how records are laid out. clang does not tell where they are, so they are looked for in the
 * texts, and one in a branch that is not compiled counts too.
 */
final class LayoutPragmas {

    private static final String PRAGMA = "(?:#|_Pragma)[\\s(\"]*(?:pragma)?\\s*";
    /** A pragma, or the argument of a macro that makes one of it: {@code DO_PRAGMA(pack(1))}. */
    private static final Pattern ANY = Pattern.compile(PRAGMA + "(?:pack|ms_struct)\\b|\\(\\s*pack\\s*\\(");
    private static final Pattern MS_STRUCT = Pattern.compile(PRAGMA + "ms_struct\\b|[(,]\\s*(?:__)?ms_struct");
    private static final Pattern DEFINITION = Pattern
            .compile("#\\s*define\\s+(\\w+)((?:[^\\n\\\\]++|\\\\[\\s\\S])*+)");

    private final Sources sources;
    private final boolean any;
    private final boolean msStruct;
    private final Pattern pragmaOrMacro;

    LayoutPragmas(Sources sources) {
        this.sources = sources;
        Collection<SourceText> texts = sources.texts().values();
        // Most files have neither word; finding that out by patterns takes much longer.
        List<String> candidates = texts.stream()
                .map(SourceText::asBytes)
                .filter(text -> text.contains("pack") || text.contains("ms_struct"))
                .toList();
        any = candidates.stream().anyMatch(text -> ANY.matcher(text).find());
        msStruct = candidates.stream()
                .anyMatch(text -> text.contains("ms_struct") && MS_STRUCT.matcher(text).find());
        pragmaOrMacro = any ? withMacros(candidates, texts) : ANY;
    }

    /** Whether there is one: it counts behind the end of its file, too. */
    boolean any() {
        return any;
    }

    /** Whether bit-fields may be laid out as Microsoft does. */
    boolean msStruct() {
        return msStruct;
    }

    /**
     * Whether one may stand between the braces of a record: in their own file, or in one that is included there.
     *
     * @param text of the file that has the definition
     */
    boolean areWithin(Cursor definition, SourceText text) {
        ClangLocation start = definition.location();
        ClangLocation end = definition.end();
        if (!any || !start.file().equals(end.file()) || start.offset() >= end.offset()) {
            return false;
        }
        return pragmaOrMacro.matcher(text.text(start.offset(), end.offset())).find()
                || sources.includedBetween(start, end)
                        .stream()
                        .anyMatch(included -> pragmaOrMacro.matcher(included.asBytes()).find());
    }

    /** What finds the pragmas, and the macros that stand for them, if need be by way of others. */
    private static Pattern withMacros(List<String> candidates, Collection<SourceText> texts) {
        Set<String> macros = new TreeSet<>();
        Pattern pattern = ANY;
        boolean grows = addMacros(macros, ANY, candidates);
        List<String> all = grows ? texts.stream().map(SourceText::asBytes).toList() : List.of();
        while (grows) {
            pattern = Pattern.compile(ANY + "|\\b(?:" + String.join("|", macros) + ")\\b");
            grows = addMacros(macros, pattern, all);
        }
        return pattern;
    }

    /** Adds the macros with such a text; whether there are more now. */
    private static boolean addMacros(Set<String> macros, Pattern what, List<String> texts) {
        boolean grows = false;
        for (String text : texts) {
            grows |= macros.addAll(DEFINITION.matcher(text)
                    .results()
                    .filter(definition -> what.matcher(definition.group(2)).find())
                    .map(definition -> definition.group(1))
                    .toList());
        }
        return grows;
    }
}
