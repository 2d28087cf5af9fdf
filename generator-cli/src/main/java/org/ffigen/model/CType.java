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

    /**
     * A type ffigen has no model of (a vector, a complex number...).
     *
     * @param code stable, as in the manifest's {@code skipped}
     * @param spelling as C writes it
     */
    record Unsupported(String code, String spelling) implements CType {}

    /** What the header promises about null. */
    enum Nullability {
        UNSPECIFIED, NONNULL, NULLABLE
    }

    CType VOID = new Builtin(BuiltinKind.VOID);

    /** This type without its outermost {@code const}. */
    default CType unqualified() {
        return this instanceof Const c ? c.type().unqualified() : this;
    }
}
