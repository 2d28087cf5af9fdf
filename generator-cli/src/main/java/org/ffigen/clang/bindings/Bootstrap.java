package org.ffigen.clang.bindings;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * libclang's functions by hand, in the form ffigen generates: this is what ffigen starts from before it has read
 * {@code clang-c/Index.h} itself. Structs are segments of their bytes; those returned are on the heap. For one thread.
 */
public final class Bootstrap {

    private final SymbolLookup library;
    private final Result cursor = new Result(Calls.CURSOR);
    private final Result type = new Result(Calls.TYPE);
    private final Result location = new Result(Calls.LOCATION);
    private final Result string = new Result(Calls.STRING);
    private final MemorySegment clangCreateIndex;
    private final MemorySegment clangCursorEvaluate;
    private final MemorySegment clangCursorGetArgument;
    private final MemorySegment clangCursorGetMangling;
    private final MemorySegment clangCursorGetOffsetOfField;
    private final MemorySegment clangCursorGetRawCommentText;
    private final MemorySegment clangCursorGetStorageClass;
    private final MemorySegment clangCursorHasAttrs;
    private final MemorySegment clangCursorIsFunctionInlined;
    private final MemorySegment clangDisposeDiagnostic;
    private final MemorySegment clangDisposeIndex;
    private final MemorySegment clangDisposeString;
    private final MemorySegment clangDisposeTranslationUnit;
    private final MemorySegment clangEvalResultDispose;
    private final MemorySegment clangEvalResultGetAsDouble;
    private final MemorySegment clangEvalResultGetAsLongLong;
    private final MemorySegment clangEvalResultGetAsUnsigned;
    private final MemorySegment clangEvalResultGetKind;
    private final MemorySegment clangEvalResultIsUnsignedInt;
    private final MemorySegment clangGetArgType;
    private final MemorySegment clangGetCanonicalType;
    private final MemorySegment clangGetClangVersion;
    private final MemorySegment clangGetCString;
    private final MemorySegment clangGetCursorAvailability;
    private final MemorySegment clangGetCursorDefinition;
    private final MemorySegment clangGetCursorLexicalParent;
    private final MemorySegment clangGetCursorLocation;
    private final MemorySegment clangGetCursorPlatformAvailability;
    private final MemorySegment clangGetCursorPrettyPrinted;
    private final MemorySegment clangGetCursorSpelling;
    private final MemorySegment clangGetCursorTLSKind;
    private final MemorySegment clangGetCursorType;
    private final MemorySegment clangGetDiagnostic;
    private final MemorySegment clangGetDiagnosticLocation;
    private final MemorySegment clangGetDiagnosticSeverity;
    private final MemorySegment clangGetDiagnosticSpelling;
    private final MemorySegment clangGetElementType;
    private final MemorySegment clangGetEnumConstantDeclUnsignedValue;
    private final MemorySegment clangGetEnumConstantDeclValue;
    private final MemorySegment clangGetEnumDeclIntegerType;
    private final MemorySegment clangGetExpansionLocation;
    private final MemorySegment clangGetFieldDeclBitWidth;
    private final MemorySegment clangGetFileContents;
    private final MemorySegment clangGetFileName;
    private final MemorySegment clangGetIncludedFile;
    private final MemorySegment clangGetLocationForOffset;
    private final MemorySegment clangGetNumArgTypes;
    private final MemorySegment clangGetNumDiagnostics;
    private final MemorySegment clangGetNumElements;
    private final MemorySegment clangGetPointeeType;
    private final MemorySegment clangGetResultType;
    private final MemorySegment clangGetTranslationUnitCursor;
    private final MemorySegment clangGetTypeDeclaration;
    private final MemorySegment clangGetTypedefDeclUnderlyingType;
    private final MemorySegment clangGetTypeSpelling;
    private final MemorySegment clangIsConstQualifiedType;
    private final MemorySegment clangIsFunctionTypeVariadic;
    private final MemorySegment clangLocationIsInSystemHeader;
    private final MemorySegment clangParseTranslationUnit2;
    private final MemorySegment clangTypeGetAlignOf;
    private final MemorySegment clangTypeGetModifiedType;
    private final MemorySegment clangTypeGetNamedType;
    private final MemorySegment clangTypeGetNullability;
    private final MemorySegment clangTypeGetSizeOf;
    private final MemorySegment clangTypeGetValueType;
    private final MemorySegment clangTypeVisitFields;
    private final MemorySegment clangVisitChildren;

    /** @throws IllegalArgumentException if the library cannot be loaded, or is no libclang of version 16 or newer */
    @SuppressWarnings("restricted")
    public Bootstrap(Path path) {
        library = SymbolLookup.libraryLookup(path, Arena.global());
        clangCreateIndex = find("clang_createIndex");
        clangCursorEvaluate = find("clang_Cursor_Evaluate");
        clangCursorGetArgument = find("clang_Cursor_getArgument");
        clangCursorGetMangling = find("clang_Cursor_getMangling");
        clangCursorGetOffsetOfField = find("clang_Cursor_getOffsetOfField");
        clangCursorGetRawCommentText = find("clang_Cursor_getRawCommentText");
        clangCursorGetStorageClass = find("clang_Cursor_getStorageClass");
        clangCursorHasAttrs = find("clang_Cursor_hasAttrs");
        clangCursorIsFunctionInlined = find("clang_Cursor_isFunctionInlined");
        clangDisposeDiagnostic = find("clang_disposeDiagnostic");
        clangDisposeIndex = find("clang_disposeIndex");
        clangDisposeString = find("clang_disposeString");
        clangDisposeTranslationUnit = find("clang_disposeTranslationUnit");
        clangEvalResultDispose = find("clang_EvalResult_dispose");
        clangEvalResultGetAsDouble = find("clang_EvalResult_getAsDouble");
        clangEvalResultGetAsLongLong = find("clang_EvalResult_getAsLongLong");
        clangEvalResultGetAsUnsigned = find("clang_EvalResult_getAsUnsigned");
        clangEvalResultGetKind = find("clang_EvalResult_getKind");
        clangEvalResultIsUnsignedInt = find("clang_EvalResult_isUnsignedInt");
        clangGetArgType = find("clang_getArgType");
        clangGetCanonicalType = find("clang_getCanonicalType");
        clangGetClangVersion = find("clang_getClangVersion");
        clangGetCString = find("clang_getCString");
        clangGetCursorAvailability = find("clang_getCursorAvailability");
        clangGetCursorDefinition = find("clang_getCursorDefinition");
        clangGetCursorLexicalParent = find("clang_getCursorLexicalParent");
        clangGetCursorLocation = find("clang_getCursorLocation");
        clangGetCursorPlatformAvailability = find("clang_getCursorPlatformAvailability");
        clangGetCursorPrettyPrinted = find("clang_getCursorPrettyPrinted");
        clangGetCursorSpelling = find("clang_getCursorSpelling");
        clangGetCursorTLSKind = find("clang_getCursorTLSKind");
        clangGetCursorType = find("clang_getCursorType");
        clangGetDiagnostic = find("clang_getDiagnostic");
        clangGetDiagnosticLocation = find("clang_getDiagnosticLocation");
        clangGetDiagnosticSeverity = find("clang_getDiagnosticSeverity");
        clangGetDiagnosticSpelling = find("clang_getDiagnosticSpelling");
        clangGetElementType = find("clang_getElementType");
        clangGetEnumConstantDeclUnsignedValue = find("clang_getEnumConstantDeclUnsignedValue");
        clangGetEnumConstantDeclValue = find("clang_getEnumConstantDeclValue");
        clangGetEnumDeclIntegerType = find("clang_getEnumDeclIntegerType");
        clangGetExpansionLocation = find("clang_getExpansionLocation");
        clangGetFieldDeclBitWidth = find("clang_getFieldDeclBitWidth");
        clangGetFileContents = find("clang_getFileContents");
        clangGetFileName = find("clang_getFileName");
        clangGetIncludedFile = find("clang_getIncludedFile");
        clangGetLocationForOffset = find("clang_getLocationForOffset");
        clangGetNumArgTypes = find("clang_getNumArgTypes");
        clangGetNumDiagnostics = find("clang_getNumDiagnostics");
        clangGetNumElements = find("clang_getNumElements");
        clangGetPointeeType = find("clang_getPointeeType");
        clangGetResultType = find("clang_getResultType");
        clangGetTranslationUnitCursor = find("clang_getTranslationUnitCursor");
        clangGetTypeDeclaration = find("clang_getTypeDeclaration");
        clangGetTypedefDeclUnderlyingType = find("clang_getTypedefDeclUnderlyingType");
        clangGetTypeSpelling = find("clang_getTypeSpelling");
        clangIsConstQualifiedType = find("clang_isConstQualifiedType");
        clangIsFunctionTypeVariadic = find("clang_isFunctionTypeVariadic");
        clangLocationIsInSystemHeader = find("clang_Location_isInSystemHeader");
        clangParseTranslationUnit2 = find("clang_parseTranslationUnit2");
        clangTypeGetAlignOf = find("clang_Type_getAlignOf");
        clangTypeGetModifiedType = find("clang_Type_getModifiedType");
        clangTypeGetNamedType = find("clang_Type_getNamedType");
        clangTypeGetNullability = find("clang_Type_getNullability");
        clangTypeGetSizeOf = find("clang_Type_getSizeOf");
        clangTypeGetValueType = find("clang_Type_getValueType");
        clangTypeVisitFields = find("clang_Type_visitFields");
        clangVisitChildren = find("clang_visitChildren");
    }

    private MemorySegment find(String name) {
        return library.find(name)
                .orElseThrow(
                () -> new IllegalArgumentException("it lacks " + name + "(): libclang 16 or newer is needed"));
    }

    /** Sets a variable of this process's environment, where libclang reads it; Java's own view does not change. */
    public static void setenv(String name, String value) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        MemorySegment function = Linker.nativeLinker().defaultLookup().findOrThrow(windows ? "_putenv_s" : "setenv");
        try (Arena arena = Arena.ofConfined()) {
            Calls.pointer2IntToInt(function, arena.allocateFrom(name), arena.allocateFrom(value), 1);
        }
    }

    /** A {@code CXCursorVisitor}; {@code target} takes cursor, parent and data and gives an int. */
    @SuppressWarnings("restricted")
    public static MemorySegment cursorVisitor(MethodHandle target, Arena arena) {
        return Linker.nativeLinker().upcallStub(target,
                FunctionDescriptor.of(JAVA_INT, Calls.CURSOR, Calls.CURSOR, ADDRESS), arena);
    }

    /** A {@code CXFieldVisitor}; {@code target} takes cursor and data and gives an int. */
    @SuppressWarnings("restricted")
    public static MemorySegment fieldVisitor(MethodHandle target, Arena arena) {
        return Linker.nativeLinker().upcallStub(target, FunctionDescriptor.of(JAVA_INT, Calls.CURSOR, ADDRESS),
                arena);
    }

    public MemorySegment clangCreateIndex(int excludeDeclarationsFromPch, int displayDiagnostics) {
        return Calls.int2ToPointer(clangCreateIndex, excludeDeclarationsFromPch, displayDiagnostics);
    }

    public int clangParseTranslationUnit2(MemorySegment index, MemorySegment fileName, MemorySegment arguments,
            int argumentCount, MemorySegment unsaved, int unsavedCount, int options, MemorySegment out) {
        return Calls.pointer3IntPointerInt2PointerToInt(clangParseTranslationUnit2, index, fileName, arguments,
                argumentCount, unsaved, unsavedCount, options, out);
    }

    public MemorySegment clangGetClangVersion() {
        return this.string.copy(Calls.nothingToString(clangGetClangVersion, this.string));
    }

    public void clangDisposeIndex(MemorySegment index) {
        Calls.pointerToVoid(clangDisposeIndex, index);
    }

    public void clangDisposeTranslationUnit(MemorySegment unit) {
        Calls.pointerToVoid(clangDisposeTranslationUnit, unit);
    }

    public MemorySegment clangGetTranslationUnitCursor(MemorySegment unit) {
        return this.cursor.copy(Calls.pointerToCursor(clangGetTranslationUnitCursor, this.cursor, unit));
    }

    public int clangGetNumDiagnostics(MemorySegment unit) {
        return Calls.pointerToInt(clangGetNumDiagnostics, unit);
    }

    public MemorySegment clangGetDiagnostic(MemorySegment unit, int index) {
        return Calls.pointerIntToPointer(clangGetDiagnostic, unit, index);
    }

    public void clangDisposeDiagnostic(MemorySegment diagnostic) {
        Calls.pointerToVoid(clangDisposeDiagnostic, diagnostic);
    }

    public int clangGetDiagnosticSeverity(MemorySegment diagnostic) {
        return Calls.pointerToInt(clangGetDiagnosticSeverity, diagnostic);
    }

    public MemorySegment clangGetDiagnosticSpelling(MemorySegment diagnostic) {
        return this.string.copy(Calls.pointerToString(clangGetDiagnosticSpelling, this.string, diagnostic));
    }

    public MemorySegment clangGetDiagnosticLocation(MemorySegment diagnostic) {
        return this.location.copy(Calls.pointerToLocation(clangGetDiagnosticLocation, this.location, diagnostic));
    }

    public void clangGetExpansionLocation(MemorySegment location, MemorySegment file, MemorySegment line,
            MemorySegment column, MemorySegment offset) {
        Calls.locationPointer4ToVoid(clangGetExpansionLocation, location, file, line, column, offset);
    }

    public int clangLocationIsInSystemHeader(MemorySegment location) {
        return Calls.locationToInt(clangLocationIsInSystemHeader, location);
    }

    public MemorySegment clangGetLocationForOffset(MemorySegment unit, MemorySegment file, int offset) {
        return this.location.copy(Calls.pointer2IntToLocation(clangGetLocationForOffset, this.location, unit, file,
                offset));
    }

    public MemorySegment clangGetFileName(MemorySegment file) {
        return this.string.copy(Calls.pointerToString(clangGetFileName, this.string, file));
    }

    public MemorySegment clangGetFileContents(MemorySegment unit, MemorySegment file, MemorySegment size) {
        return Calls.pointer3ToPointer(clangGetFileContents, unit, file, size);
    }

    public MemorySegment clangGetCString(MemorySegment string) {
        return Calls.stringToPointer(clangGetCString, string);
    }

    public void clangDisposeString(MemorySegment string) {
        Calls.stringToVoid(clangDisposeString, string);
    }

    public int clangVisitChildren(MemorySegment parent, MemorySegment visitor, MemorySegment data) {
        return Calls.cursorPointer2ToInt(clangVisitChildren, parent, visitor, data);
    }

    public int clangTypeVisitFields(MemorySegment type, MemorySegment visitor, MemorySegment data) {
        return Calls.typePointer2ToInt(clangTypeVisitFields, type, visitor, data);
    }

    public MemorySegment clangGetCursorLocation(MemorySegment cursor) {
        return this.location.copy(Calls.cursorToLocation(clangGetCursorLocation, this.location, cursor));
    }

    public MemorySegment clangGetCursorSpelling(MemorySegment cursor) {
        return this.string.copy(Calls.cursorToString(clangGetCursorSpelling, this.string, cursor));
    }

    public MemorySegment clangGetCursorType(MemorySegment cursor) {
        return this.type.copy(Calls.cursorToType(clangGetCursorType, this.type, cursor));
    }

    public MemorySegment clangGetCursorDefinition(MemorySegment cursor) {
        return this.cursor.copy(Calls.cursorToCursor(clangGetCursorDefinition, this.cursor, cursor));
    }

    public MemorySegment clangGetCursorLexicalParent(MemorySegment cursor) {
        return this.cursor.copy(Calls.cursorToCursor(clangGetCursorLexicalParent, this.cursor, cursor));
    }

    public MemorySegment clangGetTypedefDeclUnderlyingType(MemorySegment cursor) {
        return this.type.copy(Calls.cursorToType(clangGetTypedefDeclUnderlyingType, this.type, cursor));
    }

    public MemorySegment clangGetEnumDeclIntegerType(MemorySegment cursor) {
        return this.type.copy(Calls.cursorToType(clangGetEnumDeclIntegerType, this.type, cursor));
    }

    public long clangGetEnumConstantDeclValue(MemorySegment cursor) {
        return Calls.cursorToLong(clangGetEnumConstantDeclValue, cursor);
    }

    public long clangGetEnumConstantDeclUnsignedValue(MemorySegment cursor) {
        return Calls.cursorToLong(clangGetEnumConstantDeclUnsignedValue, cursor);
    }

    public int clangGetFieldDeclBitWidth(MemorySegment cursor) {
        return Calls.cursorToInt(clangGetFieldDeclBitWidth, cursor);
    }

    public long clangCursorGetOffsetOfField(MemorySegment cursor) {
        return Calls.cursorToLong(clangCursorGetOffsetOfField, cursor);
    }

    public MemorySegment clangCursorGetArgument(MemorySegment cursor, int index) {
        return this.cursor.copy(Calls.cursorIntToCursor(clangCursorGetArgument, this.cursor, cursor, index));
    }

    public int clangCursorGetStorageClass(MemorySegment cursor) {
        return Calls.cursorToInt(clangCursorGetStorageClass, cursor);
    }

    public int clangCursorIsFunctionInlined(MemorySegment cursor) {
        return Calls.cursorToInt(clangCursorIsFunctionInlined, cursor);
    }

    public MemorySegment clangCursorGetRawCommentText(MemorySegment cursor) {
        return this.string.copy(Calls.cursorToString(clangCursorGetRawCommentText, this.string, cursor));
    }

    public MemorySegment clangCursorGetMangling(MemorySegment cursor) {
        return this.string.copy(Calls.cursorToString(clangCursorGetMangling, this.string, cursor));
    }

    public int clangGetCursorAvailability(MemorySegment cursor) {
        return Calls.cursorToInt(clangGetCursorAvailability, cursor);
    }

    public int clangGetCursorPlatformAvailability(MemorySegment cursor, MemorySegment deprecated,
            MemorySegment message, MemorySegment unavailable, MemorySegment unavailableMessage,
            MemorySegment availability, int size) {
        return Calls.cursorPointer5IntToInt(clangGetCursorPlatformAvailability, cursor, deprecated, message,
                unavailable, unavailableMessage, availability, size);
    }

    public int clangGetCursorTLSKind(MemorySegment cursor) {
        return Calls.cursorToInt(clangGetCursorTLSKind, cursor);
    }

    public int clangCursorHasAttrs(MemorySegment cursor) {
        return Calls.cursorToInt(clangCursorHasAttrs, cursor);
    }

    public MemorySegment clangGetCursorPrettyPrinted(MemorySegment cursor, MemorySegment policy) {
        return this.string.copy(Calls.cursorPointerToString(clangGetCursorPrettyPrinted, this.string, cursor,
                policy));
    }

    public MemorySegment clangGetIncludedFile(MemorySegment cursor) {
        return Calls.cursorToPointer(clangGetIncludedFile, cursor);
    }

    public MemorySegment clangCursorEvaluate(MemorySegment cursor) {
        return Calls.cursorToPointer(clangCursorEvaluate, cursor);
    }

    public int clangEvalResultGetKind(MemorySegment result) {
        return Calls.pointerToInt(clangEvalResultGetKind, result);
    }

    public int clangEvalResultIsUnsignedInt(MemorySegment result) {
        return Calls.pointerToInt(clangEvalResultIsUnsignedInt, result);
    }

    public long clangEvalResultGetAsUnsigned(MemorySegment result) {
        return Calls.pointerToLong(clangEvalResultGetAsUnsigned, result);
    }

    public long clangEvalResultGetAsLongLong(MemorySegment result) {
        return Calls.pointerToLong(clangEvalResultGetAsLongLong, result);
    }

    public double clangEvalResultGetAsDouble(MemorySegment result) {
        return Calls.pointerToDouble(clangEvalResultGetAsDouble, result);
    }

    public void clangEvalResultDispose(MemorySegment result) {
        Calls.pointerToVoid(clangEvalResultDispose, result);
    }

    public MemorySegment clangGetCanonicalType(MemorySegment type) {
        return this.type.copy(Calls.typeToType(clangGetCanonicalType, this.type, type));
    }

    public int clangIsConstQualifiedType(MemorySegment type) {
        return Calls.typeToInt(clangIsConstQualifiedType, type);
    }

    public MemorySegment clangGetPointeeType(MemorySegment type) {
        return this.type.copy(Calls.typeToType(clangGetPointeeType, this.type, type));
    }

    public MemorySegment clangTypeGetNamedType(MemorySegment type) {
        return this.type.copy(Calls.typeToType(clangTypeGetNamedType, this.type, type));
    }

    public MemorySegment clangGetTypeDeclaration(MemorySegment type) {
        return this.cursor.copy(Calls.typeToCursor(clangGetTypeDeclaration, this.cursor, type));
    }

    public MemorySegment clangGetResultType(MemorySegment type) {
        return this.type.copy(Calls.typeToType(clangGetResultType, this.type, type));
    }

    public int clangGetNumArgTypes(MemorySegment type) {
        return Calls.typeToInt(clangGetNumArgTypes, type);
    }

    public MemorySegment clangGetArgType(MemorySegment type, int index) {
        return this.type.copy(Calls.typeIntToType(clangGetArgType, this.type, type, index));
    }

    public int clangIsFunctionTypeVariadic(MemorySegment type) {
        return Calls.typeToInt(clangIsFunctionTypeVariadic, type);
    }

    public MemorySegment clangGetElementType(MemorySegment type) {
        return this.type.copy(Calls.typeToType(clangGetElementType, this.type, type));
    }

    public long clangGetNumElements(MemorySegment type) {
        return Calls.typeToLong(clangGetNumElements, type);
    }

    public long clangTypeGetSizeOf(MemorySegment type) {
        return Calls.typeToLong(clangTypeGetSizeOf, type);
    }

    public long clangTypeGetAlignOf(MemorySegment type) {
        return Calls.typeToLong(clangTypeGetAlignOf, type);
    }

    public MemorySegment clangGetTypeSpelling(MemorySegment type) {
        return this.string.copy(Calls.typeToString(clangGetTypeSpelling, this.string, type));
    }

    public int clangTypeGetNullability(MemorySegment type) {
        return Calls.typeToInt(clangTypeGetNullability, type);
    }

    public MemorySegment clangTypeGetModifiedType(MemorySegment type) {
        return this.type.copy(Calls.typeToType(clangTypeGetModifiedType, this.type, type));
    }

    public MemorySegment clangTypeGetValueType(MemorySegment type) {
        return this.type.copy(Calls.typeToType(clangTypeGetValueType, this.type, type));
    }
}
