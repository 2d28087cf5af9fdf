package org.ffigen.clang;

/** {@code CXCursorKind}: the kinds that matter here. The rest are {@link #OTHER}. */
public enum CursorKind {
    STRUCT_DECL(2), UNION_DECL(3), ENUM_DECL(5), FIELD_DECL(6), ENUM_CONSTANT_DECL(7), FUNCTION_DECL(8), VAR_DECL(9),
    PARM_DECL(10), TYPEDEF_DECL(20), INVALID_FILE(70), NO_DECL_FOUND(71), UNEXPOSED_EXPR(100), DECL_REF_EXPR(101),
    MEMBER_REF_EXPR(102), CALL_EXPR(103), STRING_LITERAL(109), PAREN_EXPR(111), UNARY_OPERATOR(112),
    ARRAY_SUBSCRIPT_EXPR(113), BINARY_OPERATOR(114), CONDITIONAL_OPERATOR(116), CSTYLE_CAST_EXPR(117),
    COMPOUND_LITERAL_EXPR(118), GENERIC_SELECTION_EXPR(122), SIZEOF_EXPR(136), COMPOUND_STMT(202), RETURN_STMT(214),
    ANNOTATE_ATTR(406), FLAG_ENUM(437), ALIGNED_ATTR(441), MACRO_DEFINITION(501), MACRO_EXPANSION(502),
    INCLUSION_DIRECTIVE(503),
    STATIC_ASSERT(602), OTHER(-1);

    private static final CursorKind[] BY_VALUE = byValue();

    private final int value;

    CursorKind(int value) {
        this.value = value;
    }

    static CursorKind of(int value) {
        CursorKind kind = value < BY_VALUE.length ? BY_VALUE[value] : null;
        return kind == null ? OTHER : kind;
    }

    private static CursorKind[] byValue() {
        CursorKind[] kinds = new CursorKind[640];
        for (CursorKind kind : values()) {
            if (kind != OTHER) {
                kinds[kind.value] = kind;
            }
        }
        return kinds;
    }
}
