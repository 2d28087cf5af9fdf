package org.ffigen.cli;

import java.util.List;
import java.util.function.Function;
import org.ffigen.ListedDeclaration;

/** What {@code --list} prints: one line each, in columns. */
final class ListText {

    private ListText() {
    }

    /** Kind, name, place, what becomes of it, and its name in Java. */
    static String of(List<ListedDeclaration> list) {
        int kinds = width(list, ListedDeclaration::kind);
        int names = width(list, ListedDeclaration::name);
        int places = width(list, ListText::place);
        StringBuilder text = new StringBuilder();
        for (ListedDeclaration listed : list) {
            String line = pad(listed.kind(), kinds) + pad(listed.name(), names) + pad(place(listed), places)
                    + status(listed);
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** A system header differs between machines, so that it has no line. */
    private static String place(ListedDeclaration listed) {
        return listed.source().line() == 0
                ? listed.source().file()
                : listed.source().file() + ":" + listed.source().line();
    }

    private static String status(ListedDeclaration listed) {
        return listed.status().word() + listed.code().map(code -> " (" + code + ")").orElse("")
                + listed.java().map(java -> " as " + java).orElse("")
                + listed.reason().map(reason -> " (" + reason + ")").orElse("");
    }

    private static int width(List<ListedDeclaration> list, Function<ListedDeclaration, String> column) {
        return list.stream().map(column).mapToInt(String::length).max().orElse(0) + 2;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
