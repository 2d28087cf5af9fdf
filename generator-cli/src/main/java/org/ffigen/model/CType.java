package org.ffigen.model;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A C type as it is used. Declared types are referred to by id, so recursion and equality come free. */
public sealed interface CType {

    /** A type of the language itself, or a standard typedef. */
    record Builtin(BuiltinKind kind) implements CType {}

    /** A use of a struct, union, enum or typedef. */
    record Named(DeclId id) implements CType {}

    /** {@code const T}. */
    record Const(CType type) implements CType {}

    /** {@code volatile T}, {@code T *restrict}: nothing that changes a call. Inside of {@link Const} if it is both. */
    record Qualified(Qualifier qualifier, CType type) implements CType {}

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

    /** What C says of a type beside {@code const}. Where a type has both, the first is the outer one. */
    enum Qualifier {
        VOLATILE, RESTRICT;

        /** In the order in which they stand around a type. */
        public static final List<Qualifier> INNER_FIRST = List.of(RESTRICT, VOLATILE);

        /** As C spells it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CType VOID = new Builtin(BuiltinKind.VOID);

    /** This type without its outermost qualifiers. */
    default CType unqualified() {
        return switch (this) {
            case Const(var type) -> type.unqualified();
            case Qualified(_, var type) -> type.unqualified();
            default -> this;
        };
    }

    /** Another type with the outermost qualifiers of this one beside its own. */
    default CType qualifying(CType other) {
        CType type = other.unqualified();
        for (Qualifier qualifier : Qualifier.INNER_FIRST) {
            type = is(qualifier) || other.is(qualifier) ? new Qualified(qualifier, type) : type;
        }
        return this instanceof Const || other instanceof Const ? new Const(type) : type;
    }

    /** Whether that is one of its outermost qualifiers. */
    default boolean is(Qualifier asked) {
        return switch (this) {
            case Const(var type) -> type.is(asked);
            case Qualified(var qualifier, var type) -> qualifier == asked || type.is(asked);
            default -> false;
        };
    }

    /**
     * Whether C can write this type: it cannot where something in it has no name, and what is excluded is no longer known
     * by the name it has.
     */
    default boolean isSpelled() {
        return switch (this) {
            case Builtin _,Complex _,Vector _,BitInt _ -> true;
            case Unsupported unsupported -> !unsupported.code().equals(SkipCode.EXCLUDED_TYPE.code());
            case Atomic(var inner) -> inner.isSpelled();
            case Named(var id) -> id.isSpelled() || id.onlyTypedef().isPresent();
            case Const(var inner) -> inner.isSpelled();
            case Qualified(_, var inner) -> inner.isSpelled();
            case Pointer pointer -> pointer.pointee().isSpelled();
            case Array array -> array.element().isSpelled();
            case Function function -> function.signature().isSpelled();
        };
    }
}
