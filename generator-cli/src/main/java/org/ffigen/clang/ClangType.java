package org.ffigen.clang;

import java.lang.foreign.MemorySegment;
import org.ffigen.clang.bindings.CXCallingConv;
import org.ffigen.clang.bindings.CXType;
import org.ffigen.clang.bindings.ClangLibrary;

/** {@code CXType}: a type as it is written. */
public final class ClangType {

    /** The bits of {@link #identity} that say const, restrict and volatile. */
    private static final long QUALIFIERS = 7;

    private final TranslationUnit unit;
    private final Libclang lib;
    private final CXType cx;

    ClangType(TranslationUnit unit, CXType cx) {
        this.unit = unit;
        this.lib = unit.lib;
        this.cx = cx;
    }

    public TypeKind kind() {
        return TypeKind.of(cx.kind().value());
    }

    /** The same number for the same type, written in the same way. */
    public long identity() {
        return cx.data().getSegment(0).address();
    }

    /** As clang spells it, which differs between its versions for types without a name. */
    public String spelling() {
        return lib.text(ClangLibrary.clangGetTypeSpelling(cx()));
    }

    /** The type with all typedefs resolved. */
    public ClangType canonical() {
        return type(ClangLibrary.clangGetCanonicalType(cx()));
    }

    /** Whether it is the same type as another, {@code const} and its kind and typedefs aside. */
    public boolean isSameUnqualified(ClangType other) {
        return (canonical().identity() & ~QUALIFIERS) == (other.canonical().identity() & ~QUALIFIERS);
    }

    public boolean isConst() {
        return ClangLibrary.clangIsConstQualifiedType(cx()) != 0;
    }

    public boolean isVolatile() {
        return ClangLibrary.clangIsVolatileQualifiedType(cx()) != 0;
    }

    public boolean isRestrict() {
        return ClangLibrary.clangIsRestrictQualifiedType(cx()) != 0;
    }

    /** Of a struct, union, enum or typedef. */
    public Cursor declaration() {
        return new Cursor(unit, ClangLibrary.clangGetTypeDeclaration(cx()));
    }

    /** Of an {@link TypeKind#ELABORATED} type. */
    public ClangType named() {
        return type(ClangLibrary.clangTypeGetNamedType(cx()));
    }

    /** Of an {@link TypeKind#ATTRIBUTED} type, without the attribute. */
    public ClangType modified() {
        return type(ClangLibrary.clangTypeGetModifiedType(cx()));
    }

    /** Of an {@link TypeKind#ATOMIC} type. */
    public ClangType value() {
        return type(ClangLibrary.clangTypeGetValueType(cx()));
    }

    /** Of an {@link TypeKind#ATTRIBUTED} type: 0 is {@code _Nonnull}, 1 {@code _Nullable}, others say nothing. */
    public int nullability() {
        return ClangLibrary.clangTypeGetNullability(cx()).value();
    }

    public ClangType pointee() {
        return type(ClangLibrary.clangGetPointeeType(cx()));
    }

    /** Of an array, a vector or a complex number. */
    public ClangType element() {
        return type(ClangLibrary.clangGetElementType(cx()));
    }

    /** Of an array or a vector; -1 if it has no number. */
    public long elementCount() {
        return ClangLibrary.clangGetNumElements(cx());
    }

    public ClangType result() {
        return type(ClangLibrary.clangGetResultType(cx()));
    }

    /** Of a function; -1 if it has no prototype. */
    public int argumentCount() {
        return ClangLibrary.clangGetNumArgTypes(cx());
    }

    public ClangType argument(int index) {
        return type(ClangLibrary.clangGetArgType(cx(), index));
    }

    public boolean isVariadic() {
        return ClangLibrary.clangIsFunctionTypeVariadic(cx()) != 0;
    }

    /** Of a function: whether it is called as C does where nothing else is said. */
    public boolean isCalledAsC() {
        int convention = ClangLibrary.clangGetFunctionTypeCallingConv(cx()).value();
        return convention == CXCallingConv.Known.CXCallingConv_C.value()
                || convention == CXCallingConv.Known.CXCallingConv_Default.value();
    }

    /** In bytes; negative if it has none. */
    public long size() {
        return ClangLibrary.clangTypeGetSizeOf(cx());
    }

    /** In bytes; negative if it has none. */
    public long align() {
        return ClangLibrary.clangTypeGetAlignOf(cx());
    }

    /** The members of a record, in order, anonymous ones included. */
    public CursorList fields() {
        return new CursorList(unit,
                lib.collector.fields(visitor -> ClangLibrary.clangTypeVisitFields(cx(), visitor, MemorySegment.NULL)));
    }

    /** @throws IllegalStateException if the index is closed: what the bytes point to is gone */
    private CXType cx() {
        unit.handle();
        return cx;
    }

    private ClangType type(CXType type) {
        return new ClangType(unit, type);
    }

    @Override
    public String toString() {
        return kind() + " " + spelling();
    }
}
