package org.ffigen.parse;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final Pattern MODE = Pattern.compile("(?:__attribute__\\(\\(|\\[\\[_*gnu_*::)_*mode_*\\(");

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
        if (type != StandardTypes.primitive(cursor.enumIntegerType().canonical().kind()) && !constants.isEmpty()) {
            declarations.noteOtherSign(id);
        }
        return new EnumDecl(id, type, constants, flags,
                declarations.comment(cursor, source), source);
    }

    /**
     * What holds it; for an enumeration that is only declared, what gcc takes. Where an attribute gives the size
     * ({@code mode}), gcc has a sign only if a constant needs one, and clang always.
     */
    private static BuiltinKind type(Cursor cursor) {
        BuiltinKind type = StandardTypes.primitive(cursor.enumIntegerType().canonical().kind());
        if (type == null) {
            return BuiltinKind.UNSIGNED_INT;
        }
        BuiltinKind unsigned = switch (type) {
            case SIGNED_CHAR, CHAR -> BuiltinKind.UNSIGNED_CHAR;
            case SHORT -> BuiltinKind.UNSIGNED_SHORT;
            case INT -> BuiltinKind.UNSIGNED_INT;
            case LONG -> BuiltinKind.UNSIGNED_LONG;
            case LONG_LONG -> BuiltinKind.UNSIGNED_LONG_LONG;
            default -> type;
        };
        return unsigned != type && cursor.hasAttributes() && MODE.matcher(cursor.prettyPrinted()).find()
                && cursor.children().stream().allMatch(EnumReader::isNotNegative) ? unsigned : type;
    }

    private static boolean isNotNegative(Cursor child) {
        return child.kind() != CursorKind.ENUM_CONSTANT_DECL || child.enumConstantValue() >= 0;
    }

    private static BigInteger value(Cursor constant, BuiltinKind type) {
        return switch (type) {
            case BOOL, UNSIGNED_CHAR, UNSIGNED_SHORT, UNSIGNED_INT, UNSIGNED_LONG, UNSIGNED_LONG_LONG ->
                new BigInteger(Long.toUnsignedString(constant.enumConstantUnsignedValue()));
            default -> BigInteger.valueOf(constant.enumConstantValue());
        };
    }
}
