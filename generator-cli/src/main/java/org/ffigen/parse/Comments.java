package org.ffigen.parse;

import java.util.Optional;
import java.util.Set;
import org.ffigen.clang.ClangLocation;
import org.ffigen.clang.Cursor;

/** The doc comments of declarations, as written. */
final class Comments {

    private Comments() {
    }

    /**
     * The comment of a declaration that stands in {@code text}.
     *
     * @param macros the names of macros: what is called like one may come out of it, which clang's versions see in
     *        different ways
     */
    static Optional<String> of(Cursor declaration, SourceText text, Set<String> macros) {
        ClangLocation location = declaration.location();
        return tidy(macros.contains(declaration.spelling()) || isInMacro(declaration, text, location.offset())
                ? DocComments.ofDeclaration(text, location.offset())
                : declaration.rawComment());
    }

    /** With Unix line ends; nothing if there is no word in it, but only a row of stars. */
    static Optional<String> tidy(Optional<String> comment) {
        return comment.filter(text -> text.chars().anyMatch(Character::isLetterOrDigit))
                .map(text -> text.replace("\r\n", "\n"));
    }

    /** Whether the name does not stand where the declaration is: then it comes out of a macro. */
    private static boolean isInMacro(Cursor declaration, SourceText text, int offset) {
        String name = declaration.spelling();
        return !name.isEmpty() && name.indexOf('(') < 0 && !text.startsWith(name, offset)
                && !text.startsWith("struct", offset) && !text.startsWith("union", offset)
                && !text.startsWith("enum", offset);
    }
}
