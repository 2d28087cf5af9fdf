package org.ffigen.parse;

import org.ffigen.clang.Cursor;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.SourceLocation;

/** Reads {@code typedef type name;}. */
final class TypedefReader {

    private TypedefReader() {
    }

    static TypedefDecl read(DeclId id, Cursor cursor, TypeReader types, DeclarationReader declarations) {
        SourceLocation source = declarations.location(cursor);
        return new TypedefDecl(id, types.read(cursor.typedefUnderlyingType(), new Declarator(cursor, id.name())),
                declarations.comment(cursor, source), source);
    }
}
