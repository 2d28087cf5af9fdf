package org.ffigen.clang;

/** {@code CXTypeKind}: the kinds C has. The rest are {@link #OTHER}. */
public enum TypeKind {
    INVALID(0), UNEXPOSED(1), VOID(2), BOOL(3), CHAR_U(4), UCHAR(5), CHAR16(6), CHAR32(7), USHORT(8), UINT(9),
    ULONG(10), ULONGLONG(11), UINT128(12), CHAR_S(13), SCHAR(14), WCHAR(15), SHORT(16), INT(17), LONG(18), LONGLONG(19),
    INT128(20), NULLPTR(24), FLOAT(21), DOUBLE(22), LONGDOUBLE(23), FLOAT128(30), HALF(31), FLOAT16(32), BFLOAT16(39),
    IBM128(40), COMPLEX(100), POINTER(101), BLOCK_POINTER(102), RECORD(105), ENUM(106), TYPEDEF(107),
    FUNCTION_NO_PROTO(110), FUNCTION_PROTO(111), CONSTANT_ARRAY(112), VECTOR(113),
    INCOMPLETE_ARRAY(114), VARIABLE_ARRAY(115), AUTO(118), ELABORATED(119), ATTRIBUTED(163),
    EXT_VECTOR(176), ATOMIC(177), OTHER(-1);

    private static final TypeKind[] BY_VALUE = byValue();

    private final int value;

    TypeKind(int value) {
        this.value = value;
    }

    static TypeKind of(int value) {
        TypeKind kind = value < BY_VALUE.length ? BY_VALUE[value] : null;
        return kind == null ? OTHER : kind;
    }

    private static TypeKind[] byValue() {
        TypeKind[] kinds = new TypeKind[256];
        for (TypeKind kind : values()) {
            if (kind != OTHER) {
                kinds[kind.value] = kind;
            }
        }
        return kinds;
    }
}
