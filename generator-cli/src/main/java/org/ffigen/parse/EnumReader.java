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
        BuiltinKind type = type(cursor);
        boolean flags = false;
        List<EnumConstant> constants = new ArrayList<>();
        CursorList children = cursor.children();
        for (int i = 0; i < children.size(); i++) {
            if (children.kind(i) == CursorKind.ENUM_CONSTANT_DECL) {
                Cursor constant = children.get(i);
                constants.add(new EnumConstant(constant.spelling(), value(constant, type), constant.deprecation(),
                        declarations.comment(constant, source)));
            } else if (children.kind(i) == CursorKind.FLAG_ENUM) {
                flags = true;
            }
        }
        return new EnumDecl(id, type, constants, flags,
                declarations.comment(cursor, source), source);
    }

    /** What holds it; for an enumeration that is only declared, what gcc takes. */
    private static BuiltinKind type(Cursor cursor) {
        BuiltinKind type = StandardTypes.primitive(cursor.enumIntegerType().canonical().kind());
        return type == null ? BuiltinKind.UNSIGNED_INT : type;
    }

    private static BigInteger value(Cursor constant, BuiltinKind type) {
        return switch (type) {
            case BOOL, UNSIGNED_CHAR, UNSIGNED_SHORT, UNSIGNED_INT, UNSIGNED_LONG, UNSIGNED_LONG_LONG ->
                new BigInteger(Long.toUnsignedString(constant.enumConstantUnsignedValue()));
            default -> BigInteger.valueOf(constant.enumConstantValue());
        };
    }
}
