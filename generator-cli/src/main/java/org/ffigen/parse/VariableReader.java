package org.ffigen.parse;

import java.util.Optional;
import java.util.List;
import org.ffigen.clang.Cursor;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.SourceLocation;

/** Reads variables. */
final class VariableReader {

    private final TypeReader types;
    private final DeclarationReader declarations;

    VariableReader(TypeReader types, DeclarationReader declarations) {
        this.types = types;
        this.declarations = declarations;
    }

    VariableDecl read(Cursor cursor) {
        String name = cursor.spelling();
        SourceLocation source = declarations.location(cursor);
        return new VariableDecl(new DeclId(DeclId.Kind.VAR, name),
                cursor.hasAttributes() ? Symbols.of(cursor, name) : name,
                types.read(cursor.type(), new Declarator(cursor, name)), cursor.isThreadLocal(),
                Optional.empty(), cursor.deprecation(), declarations.comment(cursor, source), source, List.of());
    }

    /** What two declarations of the same variable say together: the complete type wins. */
    static VariableDecl merge(VariableDecl a, VariableDecl b) {
        boolean incomplete = a.type().unqualified() instanceof CType.Array array && array.length().isEmpty();
        return new VariableDecl(a.id(), a.symbol().equals(a.name()) ? b.symbol() : a.symbol(),
                incomplete ? b.type() : a.type(), a.threadLocal() || b.threadLocal(), Optional.empty(),
                a.deprecated().or(b::deprecated), a.comment().or(b::comment), a.source(), List.of());
    }
}
