package org.ffigen.model;

import java.util.Locale;

/** Why something is not bound. The codes are stable: other tools read them in the manifest. */
public enum SkipCode {
    FUNCTION_LIKE_MACRO("a macro with parameters is no function: give --shims FILE, and its prototype in the config's"
            + " macros"),
    VARIADIC_MACRO("a shim cannot pass a variable number of arguments on: give --shims FILE, and its variadic instances"
            + " in the config's functions"),
    MACRO_EXPRESSION(
            "it stands for an expression that is no constant: give --shims FILE, and its prototype, as that of a"
                    + " function that takes nothing, in the config's macros"),
    LONG_MACRO("it stands for more than 100,000 tokens, or with the shorter ones for more than a million, which ffigen"
            + " does not evaluate: say it as an enum or a static const"),
    HIDES_DECLARATION("a function or variable of its name is bound, and in C the macro takes its place: call what the"
            + " macro stands for"),
    INLINE_FUNCTION("an inline function is in no library: give --shims FILE"),
    INLINE_VARIADIC_FUNCTION("an inline variadic function cannot be forwarded: give --shims FILE, and its variadic"
            + " instances in the config's functions"),
    UNNAMED_TYPE(
            "only a shim could reach it, and C cannot write one: something in its type has no name. Give that a name,"
                    + " or wrap it in a C function"),
    SHIM_NOT_COMPILED("its shim does not compile with the headers as they are: wrap it in a C function of your own"),
    DANGLING_RESULT("it gives the address of a compound literal, which is gone when its shim returns: pass a pointer to"
            + " what is to be filled"),
    UNDEFINED_FUNCTION(
            "it is static or inline, or needs a function that is, and the headers do not define that: define it"
                    + " there, or leave the words out if the library has it"),
    OVERLOADED_FUNCTION("clang, and no other compiler, has several functions of its name: wrap it in a C function"),
    VARIADIC_FUNCTION("a variadic function has no single signature: Java names the types of its arguments at each call,"
            + " or the config's functions its typed instances"),
    BIT_FIELD_BY_VALUE("how a record with floating-point members and these bit-fields travels by value is not certain: "
            + "pass a pointer"),
    ATOMIC_BY_VALUE("gcc and clang pass this record with an _Atomic member in different ways: pass a pointer"),
    PACKED_BY_VALUE("the foreign linker cannot pass this packed record by value: pass a pointer"),
    OVER_ALIGNED_BY_VALUE(
            "the foreign linker aligns no record by value to more than 8 bytes, and knows none with 8 bytes"
                    + " of padding only: pass a pointer"),
    EMPTY_BY_VALUE("the foreign linker refuses records without members by value: pass a pointer"),
    CALLING_CONVENTION(
            "it is called in another way than C's own, which the foreign linker does not know: wrap it in a C"
                    + " function"),
    FLEXIBLE_BY_VALUE("a record with a flexible array member cannot be passed by value: pass a pointer"),
    TOO_LARGE_BY_VALUE("the foreign linker refuses arguments over 1 KB: pass a pointer"),
    INCOMPLETE_BY_VALUE("an incomplete type has no size, so it cannot be passed by value: pass a pointer"),
    NOT_NATURAL_BY_VALUE(
            "a symbol table for Deno has no word for a record by value that has bit-fields or is packed: call "
                    + "a C function that takes a pointer"),
    COMPLEX_BY_VALUE(
            "a symbol table for Deno has no word for a complex number by value: call a C function that takes a "
                    + "pointer"),
    UNION_BY_VALUE("a symbol table for Deno has no word for a union by value: call a C function that takes a pointer"),
    TEXT_TOO_LONG("a constant of Java holds no text of that length: take it from the manifest"),
    LAYOUT_DIFFERS(
            "gcc and clang lay it out in different ways: pack or align the record as a whole, and bit-fields not at"
                    + " all"),
    STORAGE_ORDER(
            "its bytes lie in the other order (scalar_storage_order), which clang does not know: read them through"
                    + " segment()"),
    NO_TEXT("its elements are no characters of Unicode, so no text of Java holds it: write them in Java"),
    NOT_EVALUATED("C does not define its value, or ffigen cannot find it out: say it as an enum or a static const"),
    EXCLUDED_TYPE("your rules exclude its type, so its shape is not known: include the type, or pass a pointer"),
    UNSUPPORTED_TYPE("this C type has no counterpart in the foreign linker"),
    STATIC_VARIABLE("a static variable is in no library: wrap it in a C function"),
    THREAD_LOCAL_VARIABLE("a thread-local variable has one address for each thread: give --shims FILE"),
    INCOMPLETE_VARIABLE("the type of this variable is incomplete, so its size is not known");

    private final String reason;

    SkipCode(String reason) {
        this.reason = reason;
    }

    /** The code as the manifest has it, such as {@code function-like-macro}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One sentence for people, and what to do about it. */
    public String reason() {
        return reason;
    }

    /** Whether it is about the shim without which there is nothing to call. */
    public boolean isOfShim() {
        return this == SHIM_NOT_COMPILED || this == DANGLING_RESULT || this == UNDEFINED_FUNCTION;
    }

    /** Reads back what {@link #code} wrote. */
    public static SkipCode parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
