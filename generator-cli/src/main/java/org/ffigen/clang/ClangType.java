package org.ffigen.clang;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.ffigen.clang.bindings.Bootstrap;

/** {@code CXType}: a type as it is written. */
public final class ClangType {

    private final TranslationUnit unit;
    private final Libclang lib;
    private final MemorySegment cx;

    ClangType(TranslationUnit unit, MemorySegment cx) {
        this.unit = unit;
        this.lib = unit.lib;
        this.cx = cx;
    }

    public TypeKind kind() {
        return TypeKind.of(cx.get(JAVA_INT, 0));
    }

    /** The same number for the same type, written in the same way. */
    public long identity() {
        return cx.get(JAVA_LONG, 8);
    }

    /** As clang spells it, which differs between its versions for types without a name. */
    public String spelling() {
        return lib.text(calls().clangGetTypeSpelling(cx));
    }

    /** The type with all typedefs resolved. */
    public ClangType canonical() {
        return type(calls().clangGetCanonicalType(cx));
    }

    public boolean isConst() {
        return calls().clangIsConstQualifiedType(cx) != 0;
    }

    /** Of a struct, union, enum or typedef. */
    public Cursor declaration() {
        return new Cursor(unit, calls().clangGetTypeDeclaration(cx));
    }

    /** Of an {@link TypeKind#ELABORATED} type. */
    public ClangType named() {
        return type(calls().clangTypeGetNamedType(cx));
    }

    /** Of an {@link TypeKind#ATTRIBUTED} type, without the attribute. */
    public ClangType modified() {
        return type(calls().clangTypeGetModifiedType(cx));
    }

    /** Of an {@link TypeKind#ATOMIC} type. */
    public ClangType value() {
        return type(calls().clangTypeGetValueType(cx));
    }

    /** Of an {@link TypeKind#ATTRIBUTED} type: 0 is {@code _Nonnull}, 1 {@code _Nullable}, others say nothing. */
    public int nullability() {
        return calls().clangTypeGetNullability(cx);
    }

    public ClangType pointee() {
        return type(calls().clangGetPointeeType(cx));
    }

    /** Of an array, a vector or a complex number. */
    public ClangType element() {
        return type(calls().clangGetElementType(cx));
    }

    /** Of an array or a vector; -1 if it has no number. */
    public long elementCount() {
        return calls().clangGetNumElements(cx);
    }

    public ClangType result() {
        return type(calls().clangGetResultType(cx));
    }

    /** Of a function; -1 if it has no prototype. */
    public int argumentCount() {
        return calls().clangGetNumArgTypes(cx);
    }

    public ClangType argument(int index) {
        return type(calls().clangGetArgType(cx, index));
    }

    public boolean isVariadic() {
        return calls().clangIsFunctionTypeVariadic(cx) != 0;
    }

    /** In bytes; negative if it has none. */
    public long size() {
        return calls().clangTypeGetSizeOf(cx);
    }

    /** In bytes; negative if it has none. */
    public long align() {
        return calls().clangTypeGetAlignOf(cx);
    }

    /** The members of a record, in order, anonymous ones included. */
    public CursorList fields() {
        return new CursorList(unit, lib.collector.fields(visitor ->
                calls().clangTypeVisitFields(cx, visitor, MemorySegment.NULL)));
    }

    private Bootstrap calls() {
        unit.handle();
        return lib.calls;
    }

    private ClangType type(MemorySegment type) {
        return new ClangType(unit, type);
    }

    @Override
    public String toString() {
        return kind() + " " + spelling();
    }
}
