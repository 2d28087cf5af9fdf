package org.ffigen.model;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * C's own types, and the standard typedefs whose width is a promise or depends on the target ({@code uint8_t},
 * {@code size_t}). The spelling is the identity: it is what the manifest says after {@code builtin:}.
 */
public enum BuiltinKind {
    VOID("void"), BOOL("_Bool"),
    CHAR("char"), SIGNED_CHAR("signed char"), UNSIGNED_CHAR("unsigned char"),
    SHORT("short"), UNSIGNED_SHORT("unsigned short"), INT("int"), UNSIGNED_INT("unsigned int"),
    LONG("long"), UNSIGNED_LONG("unsigned long"), LONG_LONG("long long"), UNSIGNED_LONG_LONG("unsigned long long"),
    INT128("__int128"), UNSIGNED_INT128("unsigned __int128"),
    FLOAT16("_Float16"), FLOAT("float"), DOUBLE("double"), LONG_DOUBLE("long double"), FLOAT128("__float128"),
    INT8("int8_t"), INT16("int16_t"), INT32("int32_t"), INT64("int64_t"),
    UINT8("uint8_t"), UINT16("uint16_t"), UINT32("uint32_t"), UINT64("uint64_t"),
    SIZE("size_t"), SSIZE("ssize_t"), PTRDIFF("ptrdiff_t"), INTPTR("intptr_t"), UINTPTR("uintptr_t"),
    WCHAR("wchar_t"), CHAR16("char16_t"), CHAR32("char32_t"),
    /** A variable argument list: passed as an address where the target makes it an array, as on x86-64. */
    VA_LIST("va_list");

    private static final Map<String, BuiltinKind> BY_SPELLING = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(BuiltinKind::spelling, Function.identity()));

    private final String spelling;

    BuiltinKind(String spelling) {
        this.spelling = spelling;
    }

    /** The type as C spells it. */
    public String spelling() {
        return spelling;
    }

    /** The kind C spells so, or null. */
    public static BuiltinKind of(String spelling) {
        return BY_SPELLING.get(spelling);
    }
}
