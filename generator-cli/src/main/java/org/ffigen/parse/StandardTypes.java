package org.ffigen.parse;

import java.util.EnumSet;
import java.util.Set;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.TypeKind;
import org.ffigen.model.BuiltinKind;

/** Which of clang's types, and which typedefs of the standard, are types of the language for us. */
final class StandardTypes {

    private static final String VA_LIST = "__builtin_va_list";
    private static final Set<TypeKind> UNSIGNED = EnumSet.of(TypeKind.CHAR_U, TypeKind.UCHAR, TypeKind.CHAR16,
            TypeKind.CHAR32, TypeKind.USHORT, TypeKind.UINT, TypeKind.ULONG, TypeKind.ULONGLONG);
    private static final Set<TypeKind> SIGNED = EnumSet.of(TypeKind.CHAR_S, TypeKind.SCHAR, TypeKind.WCHAR,
            TypeKind.SHORT, TypeKind.INT, TypeKind.LONG, TypeKind.LONGLONG);

    private StandardTypes() {
    }

    /** The type of the language that clang calls so, or null. */
    static BuiltinKind primitive(TypeKind kind) {
        return switch (kind) {
            case VOID -> BuiltinKind.VOID;
            case BOOL -> BuiltinKind.BOOL;
            case CHAR_S, CHAR_U -> BuiltinKind.CHAR;
            case SCHAR -> BuiltinKind.SIGNED_CHAR;
            case UCHAR -> BuiltinKind.UNSIGNED_CHAR;
            case SHORT -> BuiltinKind.SHORT;
            case USHORT -> BuiltinKind.UNSIGNED_SHORT;
            case INT -> BuiltinKind.INT;
            case UINT -> BuiltinKind.UNSIGNED_INT;
            case LONG -> BuiltinKind.LONG;
            case ULONG -> BuiltinKind.UNSIGNED_LONG;
            case LONGLONG -> BuiltinKind.LONG_LONG;
            case ULONGLONG -> BuiltinKind.UNSIGNED_LONG_LONG;
            case INT128 -> BuiltinKind.INT128;
            case UINT128 -> BuiltinKind.UNSIGNED_INT128;
            case FLOAT16 -> BuiltinKind.FLOAT16;
            case FLOAT -> BuiltinKind.FLOAT;
            case DOUBLE -> BuiltinKind.DOUBLE;
            case LONGDOUBLE -> BuiltinKind.LONG_DOUBLE;
            case FLOAT128 -> BuiltinKind.FLOAT128;
            default -> null;
        };
    }

    /** The standard type a typedef of that name is, or null: also if it is not what the standard promises. */
    static BuiltinKind typedef(String name, ClangType type) {
        return switch (name) {
            case "int8_t" -> signed(BuiltinKind.INT8, 1, type);
            case "int16_t" -> signed(BuiltinKind.INT16, 2, type);
            case "int32_t" -> signed(BuiltinKind.INT32, 4, type);
            case "int64_t" -> signed(BuiltinKind.INT64, 8, type);
            case "uint8_t" -> unsigned(BuiltinKind.UINT8, 1, type);
            case "uint16_t" -> unsigned(BuiltinKind.UINT16, 2, type);
            case "uint32_t" -> unsigned(BuiltinKind.UINT32, 4, type);
            case "uint64_t" -> unsigned(BuiltinKind.UINT64, 8, type);
            case "size_t" -> unsigned(BuiltinKind.SIZE, 0, type);
            case "uintptr_t" -> unsigned(BuiltinKind.UINTPTR, 0, type);
            case "ssize_t" -> signed(BuiltinKind.SSIZE, 0, type);
            case "ptrdiff_t" -> signed(BuiltinKind.PTRDIFF, 0, type);
            case "intptr_t" -> signed(BuiltinKind.INTPTR, 0, type);
            case "wchar_t" -> BuiltinKind.WCHAR;
            case "char16_t" -> unsigned(BuiltinKind.CHAR16, 2, type);
            case "char32_t" -> unsigned(BuiltinKind.CHAR32, 4, type);
            case VA_LIST -> BuiltinKind.VA_LIST;
            case "va_list", "__gnuc_va_list", "__darwin_va_list" -> variableArguments(type);
            default -> null;
        };
    }

    /** What the compiler's own list is called elsewhere; a header may use that name for something else. */
    private static BuiltinKind variableArguments(ClangType type) {
        Cursor typedef = type.declaration();
        return typedef.kind() == CursorKind.TYPEDEF_DECL
                ? typedef(typedef.spelling(), typedef.typedefUnderlyingType())
                : null;
    }

    private static BuiltinKind signed(BuiltinKind kind, long size, ClangType type) {
        return isInteger(type.canonical(), SIGNED, size) ? kind : null;
    }

    private static BuiltinKind unsigned(BuiltinKind kind, long size, ClangType type) {
        return isInteger(type.canonical(), UNSIGNED, size) ? kind : null;
    }

    private static boolean isInteger(ClangType type, Set<TypeKind> kinds, long size) {
        return kinds.contains(type.kind()) && (size == 0 || type.size() == size);
    }
}
