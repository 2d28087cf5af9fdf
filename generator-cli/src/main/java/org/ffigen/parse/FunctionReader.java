package org.ffigen.parse;

import java.util.ArrayList;
import java.util.List;
import org.ffigen.clang.Cursor;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;
import org.ffigen.model.SourceLocation;

/** Reads functions. */
final class FunctionReader {

    private static final String NORETURN = "__attribute__((noreturn))";

    private final TypeReader types;
    private final DeclarationReader declarations;

    FunctionReader(TypeReader types, DeclarationReader declarations) {
        this.types = types;
        this.declarations = declarations;
    }

    FunctionDecl read(Cursor cursor) {
        String name = cursor.spelling();
        SourceLocation source = declarations.location(cursor);
        boolean inline = cursor.isStatic() || cursor.isFunctionInlined() && !cursor.isExtern();
        return new FunctionDecl(DeclId.function(name), Symbols.of(cursor, name),
                types.readFunction(cursor.type(), new Declarator(cursor, name)), inline, isNoreturn(cursor),
                cursor.deprecation(), declarations.comment(cursor, source), source);
    }

    private static boolean isNoreturn(Cursor cursor) {
        if (cursor.type().canonical().spelling().endsWith(NORETURN)) {
            return true;
        }
        if (!cursor.hasAttributes()) {
            return false;
        }
        String text = cursor.prettyPrinted();
        return text.contains("_Noreturn ") || text.contains("[[noreturn]]") || text.contains("[[_Noreturn]]");
    }

    /** What two declarations of the same function say together. */
    static FunctionDecl merge(FunctionDecl a, FunctionDecl b) {
        FunctionType type = a.type().prototyped() || !b.type().prototyped() ? a.type() : b.type();
        FunctionType other = type == a.type() ? b.type() : a.type();
        return new FunctionDecl(a.id(), a.symbol().equals(a.name()) ? b.symbol() : a.symbol(), named(type, other),
                a.inline() || b.inline(), a.noreturn() || b.noreturn(), a.deprecated().or(b::deprecated),
                a.comment().or(b::comment), a.source());
    }

    /** The type with the names that only the other declaration gives. */
    private static FunctionType named(FunctionType type, FunctionType other) {
        if (type.parameters().size() != other.parameters().size()) {
            return type;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < type.parameters().size(); i++) {
            Parameter parameter = type.parameters().get(i);
            parameters.add(parameter.name().isEmpty()
                    ? new Parameter(other.parameters().get(i).name(), parameter.type()) : parameter);
        }
        return new FunctionType(type.result(), parameters, type.variadic(), type.prototyped());
    }
}
