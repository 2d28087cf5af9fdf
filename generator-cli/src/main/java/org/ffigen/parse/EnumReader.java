package org.ffigen.parse;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.EnumConstant;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.SourceLocation;

/** Reads enumerations. */
final class EnumReader {

    private EnumReader() {
    }

    static EnumDecl read(DeclId id, Cursor reference, DeclarationReader declarations) {
        Cursor definition = reference.definition();
        Cursor cursor = definition.isNull() ? reference : definition;
        SourceLocation source = declarations.location(cursor);
        BuiltinKind type = StandardTypes.primitive(cursor.enumIntegerType().canonical().kind());
        boolean flags = false;
        List<EnumConstant> constants = new ArrayList<>();
        CursorList children = cursor.children();
        for (int i = 0; i < children.size(); i++) {
            if (children.kind(i) == CursorKind.ENUM_CONSTANT_DECL) {
                Cursor constant = children.get(i);
                constants.add(new EnumConstant(constant.spelling(), value(constant.enumConstantValue(), type),
                        declarations.comment(constant, source)));
            } else if (children.kind(i) == CursorKind.FLAG_ENUM) {
                flags = true;
            }
        }
        return new EnumDecl(id, type == null ? BuiltinKind.UNSIGNED_INT : type, constants, flags,
                declarations.comment(cursor, source), source);
    }

    private static BigInteger value(long bits, BuiltinKind type) {
        boolean unsigned = type == BuiltinKind.UNSIGNED_LONG || type == BuiltinKind.UNSIGNED_LONG_LONG;
        return unsigned ? new BigInteger(Long.toUnsignedString(bits)) : BigInteger.valueOf(bits);
    }
}
