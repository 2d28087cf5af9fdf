package org.ffigen.clang;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Optional;
import org.ffigen.clang.bindings.CXAvailabilityKind;
import org.ffigen.clang.bindings.CXCursor;
import org.ffigen.clang.bindings.CXEvalResultKind;
import org.ffigen.clang.bindings.CXString;
import org.ffigen.clang.bindings.CXTLSKind;
import org.ffigen.clang.bindings.CXType;
import org.ffigen.clang.bindings.CXLinkageKind;
import org.ffigen.clang.bindings.CXStorageClass;
import org.ffigen.clang.bindings.ClangLibrary;
import org.ffigen.runtime.IntPtr;

/** {@code CXCursor}: a node of the syntax tree. Methods for one kind of node give something invalid on others. */
public final class Cursor {

    private final TranslationUnit unit;
    private final Libclang lib;
    private final CXCursor cx;
    private String spelling;
    private ClangLocation location;

    Cursor(TranslationUnit unit, CXCursor cx) {
        this.unit = unit;
        this.lib = unit.lib;
        this.cx = cx;
    }

    public CursorKind kind() {
        return CursorKind.of(cx.kind().value());
    }

    /** Whether it stands for nothing. */
    public boolean isNull() {
        return identity() == 0;
    }

    /** The same number for the same node. */
    public long identity() {
        return cx.data().getSegment(0).address();
    }

    /** The name; of a string literal, its text as C would write it. */
    public String spelling() {
        if (spelling == null) {
            spelling = text(ClangLibrary.clangGetCursorSpelling(cx()));
        }
        return spelling;
    }

    public ClangType type() {
        return type(ClangLibrary.clangGetCursorType(cx()));
    }

    /** Where it is declared; for a name that comes out of a macro, where that is used. */
    public ClangLocation location() {
        if (location == null) {
            location = lib.expansion(ClangLibrary.clangGetCursorLocation(cx()));
        }
        return location;
    }

    /** Where what declares it begins. */
    public ClangLocation start() {
        return lib.expansion(ClangLibrary.clangGetRangeStart(ClangLibrary.clangGetCursorExtent(cx())));
    }

    /** Where what declares it ends. */
    public ClangLocation end() {
        return lib.expansion(ClangLibrary.clangGetRangeEnd(ClangLibrary.clangGetCursorExtent(cx())));
    }

    /** The nodes directly below. */
    public CursorList children() {
        return new CursorList(unit,
                lib.collector.cursors(visitor -> ClangLibrary.clangVisitChildren(cx(), visitor, MemorySegment.NULL)));
    }

    /** Of a record or enumeration: where it is complete, or a null cursor. */
    public Cursor definition() {
        return cursor(ClangLibrary.clangGetCursorDefinition(cx()));
    }

    /** Of a name in an expression: what it is the name of. */
    public Cursor referenced() {
        return cursor(ClangLibrary.clangGetCursorReferenced(cx()));
    }

    /** The node this one is written in. */
    public Cursor lexicalParent() {
        return cursor(ClangLibrary.clangGetCursorLexicalParent(cx()));
    }

    public ClangType typedefUnderlyingType() {
        return type(ClangLibrary.clangGetTypedefDeclUnderlyingType(cx()));
    }

    public ClangType enumIntegerType() {
        return type(ClangLibrary.clangGetEnumDeclIntegerType(cx()));
    }

    /** Of an enumerator whose enumeration has a signed type. */
    public long enumConstantValue() {
        return ClangLibrary.clangGetEnumConstantDeclValue(cx());
    }

    /** Of an enumerator whose enumeration has an unsigned type: 64 bits without a sign. */
    public long enumConstantUnsignedValue() {
        return ClangLibrary.clangGetEnumConstantDeclUnsignedValue(cx());
    }

    /** The width of a bit-field, or -1. */
    public int fieldBitWidth() {
        return ClangLibrary.clangGetFieldDeclBitWidth(cx());
    }

    /** Of a field, in bits from the start of the record it is declared in. */
    public long offsetOfField() {
        return ClangLibrary.clangCursorGetOffsetOfField(cx());
    }

    /** The parameter at {@code index} of a function. */
    public Cursor argument(int index) {
        return cursor(ClangLibrary.clangCursorGetArgument(cx(), index));
    }

    /** Whether no other translation unit can see it: what is declared static, here or before. */
    public boolean isInternal() {
        return ClangLibrary.clangGetCursorLinkage(cx()) == CXLinkageKind.Known.CXLinkage_Internal;
    }

    public boolean isExtern() {
        return ClangLibrary.clangCursorGetStorageClass(cx()) == CXStorageClass.Known.CX_SC_Extern;
    }

    public boolean isFunctionInlined() {
        return ClangLibrary.clangCursorIsFunctionInlined(cx()) != 0;
    }

    public boolean isThreadLocal() {
        return ClangLibrary.clangGetCursorTLSKind(cx()) != CXTLSKind.Known.CXTLS_None;
    }

    public boolean hasAttributes() {
        return ClangLibrary.clangCursorHasAttrs(cx()) != 0;
    }

    /** The doc comment as written, markers included. */
    public Optional<String> rawComment() {
        return Optional.ofNullable(lib.textOrNull(ClangLibrary.clangCursorGetRawCommentText(cx())));
    }

    /** What the linker calls it, as in the object file. */
    public String mangling() {
        return text(ClangLibrary.clangCursorGetMangling(cx()));
    }

    /** The message of {@code __attribute__((deprecated))}, perhaps empty; nothing if it has no such attribute. */
    public Optional<String> deprecation() {
        if (ClangLibrary.clangGetCursorAvailability(cx()) != CXAvailabilityKind.Known.CXAvailability_Deprecated) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            CXString.Ptr message = CXString.allocate(arena);
            ClangLibrary.clangGetCursorPlatformAvailability(cx(), IntPtr.allocate(arena), message, null, null, null, 0);
            return Optional.of(lib.text(message.get()));
        }
    }

    /** The declaration as clang writes it: for attributes that it does not expose otherwise. */
    public String prettyPrinted() {
        return text(ClangLibrary.clangGetCursorPrettyPrinted(cx(), MemorySegment.NULL));
    }

    /** The file an inclusion directive led to, or null. */
    public ClangFile includedFile() {
        return lib.file(ClangLibrary.clangGetIncludedFile(cx()));
    }

    /** The value of an expression, or of a variable's initializer. */
    public Evaluation evaluate() {
        MemorySegment result = ClangLibrary.clangCursorEvaluate(cx());
        if (result.address() == 0) {
            return new Evaluation.Unexposed();
        }
        try {
            return switch (ClangLibrary.clangEvalResultGetKind(result)) {
                case CXEvalResultKind.Known.CXEval_Int -> new Evaluation.IntegerResult(integer(result));
                case CXEvalResultKind.Known.CXEval_Float ->
                    new Evaluation.FloatingResult(ClangLibrary.clangEvalResultGetAsDouble(result));
                default -> new Evaluation.Unexposed();
            };
        } finally {
            ClangLibrary.clangEvalResultDispose(result);
        }
    }

    private BigInteger integer(MemorySegment result) {
        if (ClangLibrary.clangEvalResultIsUnsignedInt(result) == 0) {
            return BigInteger.valueOf(ClangLibrary.clangEvalResultGetAsLongLong(result));
        }
        return new BigInteger(Long.toUnsignedString(ClangLibrary.clangEvalResultGetAsUnsigned(result)));
    }

    private String text(CXString string) {
        return lib.text(string);
    }

    /** @throws IllegalStateException if the index is closed: what the bytes point to is gone */
    private CXCursor cx() {
        unit.handle();
        return cx;
    }

    private ClangType type(CXType type) {
        return new ClangType(unit, type);
    }

    private Cursor cursor(CXCursor cursor) {
        return new Cursor(unit, cursor);
    }

    @Override
    public String toString() {
        return kind() + " " + spelling();
    }
}
