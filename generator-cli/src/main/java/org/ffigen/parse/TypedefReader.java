package org.ffigen.parse;

import java.util.OptionalLong;
import org.ffigen.clang.ClangType;
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
        ClangType type = cursor.typedefUnderlyingType();
        return new TypedefDecl(id, types.read(type, new Declarator(cursor, id.name())), align(cursor, type),
                declarations.comment(cursor, source), source);
    }

    private static OptionalLong align(Cursor cursor, ClangType type) {
        long own = cursor.type().align();
        return own > 0 && own != type.align() ? OptionalLong.of(own) : OptionalLong.empty();
    }
}
