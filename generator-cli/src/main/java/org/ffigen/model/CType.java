package org.ffigen.model;

import java.util.OptionalLong;

/** A C type as it is used. Declared types are referred to by id, so recursion and equality come free. */
public sealed interface CType {

    /** A type of the language itself, or a standard typedef. */
    record Builtin(BuiltinKind kind) implements CType {}

    /** A use of a struct, union, enum or typedef. */
    record Named(DeclId id) implements CType {}

    /** {@code const T}. Other qualifiers do not change a call and are dropped. */
    record Const(CType type) implements CType {}

    /** {@code T *}. */
    record Pointer(CType pointee, Nullability nullability) implements CType {
        public Pointer(CType pointee) {
            this(pointee, Nullability.UNSPECIFIED);
        }
    }

    /** {@code T[n]}; without a length it is incomplete: a flexible array member, or {@code extern T x[]}. */
    record Array(CType element, OptionalLong length) implements CType {}

    /** The type of a function; it stands behind a pointer or a typedef. */
    record Function(FunctionType signature) implements CType {}

    /** {@code T _Complex}: two of {@code T}, one after the other. @param part a floating-point type */
    record Complex(CType part) implements CType {}

    /**
     * {@code T __attribute__((vector_size(bytes)))}, or clang's {@code ext_vector_type(length)}.
     *
     * @param element a scalar
     * @param bytes what it takes in memory, and its alignment; more than its elements if their number is no power of 2
     */
    record Vector(CType element, long length, long bytes) implements CType {}

    /** {@code _Atomic T}. It may be larger than {@code T}, and more aligned. */
    record Atomic(CType type) implements CType {}

    /** C23's {@code _BitInt(bits)}. */
    record BitInt(int bits, boolean signed) implements CType {}

    /**
     * A type ffigen has no model of (a decimal number, a block...).
     *
     * @param code stable, as in the manifest's {@code skipped}
     * @param spelling as C writes it
     * @param size in bytes; 0 if it is not known
     * @param align in bytes
     */
    record Unsupported(String code, String spelling, long size, long align) implements CType {
        public Unsupported(String code, String spelling) {
            this(code, spelling, 0, 1);
        }
    }

    /** What the header promises about null. */
    enum Nullability {
        UNSPECIFIED, NONNULL, NULLABLE
    }

    CType VOID = new Builtin(BuiltinKind.VOID);

    /** This type without its outermost {@code const}. */
    default CType unqualified() {
        return this instanceof Const c ? c.type().unqualified() : this;
    }

    /** Whether C can write this type: it cannot where something in it has no name. */
    default boolean isSpelled() {
        return switch (this) {
            case Builtin _,Complex _,Vector _,BitInt _,Unsupported _ -> true;
            case Atomic(var inner) -> inner.isSpelled();
            case Named(var id) -> id.isSpelled() || id.onlyTypedef().isPresent();
            case Const(var inner) -> inner.isSpelled();
            case Pointer pointer -> pointer.pointee().isSpelled();
            case Array array -> array.element().isSpelled();
            case Function function -> function.signature().isSpelled();
        };
    }
}
