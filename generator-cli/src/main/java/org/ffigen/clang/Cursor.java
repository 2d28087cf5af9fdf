package org.ffigen.clang;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.Optional;
import org.ffigen.clang.bindings.Bootstrap;

/** {@code CXCursor}: a node of the syntax tree. Methods for one kind of node give something invalid on others. */
public final class Cursor {

    static final int WORDS = 4;
    static final long BYTES = 32;
    static final ValueLayout.OfInt KIND = JAVA_INT;

    private final TranslationUnit unit;
    private final Libclang lib;
    private final MemorySegment cx;
    private String spelling;
    private ClangLocation location;

    Cursor(TranslationUnit unit, MemorySegment cx) {
        this.unit = unit;
        this.lib = unit.lib;
        this.cx = cx;
    }

    public CursorKind kind() {
        return CursorKind.of(cx.get(KIND, 0));
    }

    /** Whether it stands for nothing. */
    public boolean isNull() {
        return identity() == 0;
    }

    /** The same number for the same node. */
    public long identity() {
        return cx.get(JAVA_LONG, 8);
    }

    /** The name; of a string literal, its text as C would write it. */
    public String spelling() {
        if (spelling == null) {
            spelling = text(calls().clangGetCursorSpelling(cx));
        }
        return spelling;
    }

    public ClangType type() {
        return type(calls().clangGetCursorType(cx));
    }

    /** Where it is declared; for a name that comes out of a macro, where that is used. */
    public ClangLocation location() {
        if (location == null) {
            location = lib.expansion(calls().clangGetCursorLocation(cx));
        }
        return location;
    }

    /** The nodes directly below. */
    public CursorList children() {
        return new CursorList(unit, lib.collector.cursors(visitor ->
                calls().clangVisitChildren(cx, visitor, MemorySegment.NULL)));
    }

    /** Of a record or enumeration: where it is complete, or a null cursor. */
    public Cursor definition() {
        return cursor(calls().clangGetCursorDefinition(cx));
    }

    /** The node this one is written in. */
    public Cursor lexicalParent() {
        return cursor(calls().clangGetCursorLexicalParent(cx));
    }

    public ClangType typedefUnderlyingType() {
        return type(calls().clangGetTypedefDeclUnderlyingType(cx));
    }

    public ClangType enumIntegerType() {
        return type(calls().clangGetEnumDeclIntegerType(cx));
    }

    /** Of an enumerator whose enumeration has a signed type. */
    public long enumConstantValue() {
        return calls().clangGetEnumConstantDeclValue(cx);
    }

    /** Of an enumerator whose enumeration has an unsigned type: 64 bits without a sign. */
    public long enumConstantUnsignedValue() {
        return calls().clangGetEnumConstantDeclUnsignedValue(cx);
    }

    /** The width of a bit-field, or -1. */
    public int fieldBitWidth() {
        return calls().clangGetFieldDeclBitWidth(cx);
    }

    /** Of a field, in bits from the start of the record it is declared in. */
    public long offsetOfField() {
        return calls().clangCursorGetOffsetOfField(cx);
    }

    /** The parameter at {@code index} of a function. */
    public Cursor argument(int index) {
        return cursor(calls().clangCursorGetArgument(cx, index));
    }

    public boolean isStatic() {
        return calls().clangCursorGetStorageClass(cx) == 3;
    }

    public boolean isExtern() {
        return calls().clangCursorGetStorageClass(cx) == 2;
    }

    public boolean isFunctionInlined() {
        return calls().clangCursorIsFunctionInlined(cx) != 0;
    }

    public boolean isThreadLocal() {
        return calls().clangGetCursorTLSKind(cx) != 0;
    }

    public boolean hasAttributes() {
        return calls().clangCursorHasAttrs(cx) != 0;
    }

    /** The doc comment as written, markers included. */
    public Optional<String> rawComment() {
        return Optional.ofNullable(lib.textOrNull(calls().clangCursorGetRawCommentText(cx)));
    }

    /** What the linker calls it, as in the object file. */
    public String mangling() {
        return text(calls().clangCursorGetMangling(cx));
    }

    /** The message of {@code __attribute__((deprecated))}, perhaps empty; nothing if it has no such attribute. */
    public Optional<String> deprecation() {
        if (calls().clangGetCursorAvailability(cx) != 1) {
            return Optional.empty();
        }
        MemorySegment always = lib.scratch();
        MemorySegment message = always.asSlice(8);
        calls().clangGetCursorPlatformAvailability(cx, always, message, MemorySegment.NULL, MemorySegment.NULL,
                MemorySegment.NULL, 0);
        return Optional.of(lib.text(MemorySegment.ofArray(new long[2]).copyFrom(message.asSlice(0, 16))));
    }

    /** The declaration as clang writes it: for attributes that it does not expose otherwise. */
    public String prettyPrinted() {
        return text(calls().clangGetCursorPrettyPrinted(cx, MemorySegment.NULL));
    }

    /** The file an inclusion directive led to, or null. */
    public ClangFile includedFile() {
        return lib.file(calls().clangGetIncludedFile(cx));
    }

    /** The value of an expression, or of a variable's initializer. */
    public Evaluation evaluate() {
        MemorySegment result = calls().clangCursorEvaluate(cx);
        if (result.address() == 0) {
            return new Evaluation.Unexposed();
        }
        try {
            return switch (calls().clangEvalResultGetKind(result)) {
                case 1 -> new Evaluation.IntegerResult(integer(result));
                case 2 -> new Evaluation.FloatingResult(calls().clangEvalResultGetAsDouble(result));
                default -> new Evaluation.Unexposed();
            };
        } finally {
            calls().clangEvalResultDispose(result);
        }
    }

    private BigInteger integer(MemorySegment result) {
        if (calls().clangEvalResultIsUnsignedInt(result) == 0) {
            return BigInteger.valueOf(calls().clangEvalResultGetAsLongLong(result));
        }
        return new BigInteger(Long.toUnsignedString(calls().clangEvalResultGetAsUnsigned(result)));
    }

    private String text(MemorySegment string) {
        return lib.text(string);
    }

    private Bootstrap calls() {
        unit.handle();
        return lib.calls;
    }

    private ClangType type(MemorySegment type) {
        return new ClangType(unit, type);
    }

    private Cursor cursor(MemorySegment cursor) {
        return new Cursor(unit, cursor);
    }

    @Override
    public String toString() {
        return kind() + " " + spelling();
    }
}
