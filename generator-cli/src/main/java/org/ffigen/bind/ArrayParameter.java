package org.ffigen.bind;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ffigen.lower.Lowering;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;

/**
 * A pointer to several elements whose number another parameter tells: an array in Java.
 *
 * @param type of the array in Java
 * @param before statements over {@code $}, the parameter, which make what is passed; none for what is passed as it is
 * @param passed the expression over {@code $} of what is passed
 * @param after the statement that takes over what C wrote; empty if C only reads
 * @param written whether C may write there
 * @param length the expression over {@code $} of the number of elements, after those statements: of what another thread
 *        may change, it is that of the memory that is passed
 */
record ArrayParameter(String type, List<String> before, String passed, String after, boolean written,
        String length) {

    /** The copy of an array, over {@code $}. */
    static final String COPY = "scratch.copyOf($Array_)";

    /** What Java's arrays are of, by the pointers to it. */
    static final Map<String, String> ELEMENTS = Map.of("BytePtr", "byte", "ShortPtr", "short", "IntPtr", "int",
            "LongPtr", "long", "FloatPtr", "float", "DoublePtr", "double");

    /**
     * @param critical whether the call takes memory of the Java heap
     * @return empty if there are no arrays of such elements
     */
    static Optional<ArrayParameter> of(CType parameter, String owner, boolean critical, TypeMapper types,
            Lowering lowering) {
        if (!(lowering.resolve(parameter) instanceof CType.Pointer pointer)
                || isOfSeveral(pointer.pointee(), lowering)) {
            return Optional.empty();
        }
        boolean record = types.isRecord(pointer.pointee());
        if (!record && OverAligned.behind(parameter, lowering).isPresent()) {
            // Neither Java's arrays nor their copies are aligned to more than their elements.
            return Optional.empty();
        }
        if (record) {
            return Optional.of(new ArrayParameter(types.recordName(pointer.pointee()) + ".@Nullable Ptr",
                    List.of(), "$", "", false, "$ == null ? 0 : Math.toIntExact($.arrayLength())"));
        }
        String pointerType = types.map(parameter, owner).parameterType().replace(TypeMapper.NULLABLE, "");
        boolean untyped = types.isText(parameter) || pointerType.equals("MemorySegment");
        String element = untyped ? "byte" : ELEMENTS.get(pointerType);
        if (element == null) {
            return Optional.empty();
        }
        String place = "$Place_";
        boolean written = !lowering.isConst(pointer.pointee());
        return Optional.of(new ArrayParameter(element + " @Nullable []",
                critical
                        ? List.of("MemorySegment $Place_ = JavaArrays.of($)")
                        : List.of("MemorySegment $Array_ = JavaArrays.of($)",
                                "MemorySegment $Place_ = " + COPY),
                untyped ? place : pointerType + ".of(" + place + ")",
                written && !critical ? "JavaArrays.takeOver($Place_, $Array_)" : "", written,
                "$ == null ? 0 : $.length"));
    }

    /**
     * The texts of a {@code char **}, or of pointers to wider characters, that C reads, which end with NULL.
     *
     * @param counted whether C knows their number, too, and takes NULL for any of them
     */
    static Optional<ArrayParameter> ofTexts(CType parameter, Lowering lowering, TextRules texts, boolean counted) {
        return lowering.resolve(parameter) instanceof CType.Pointer pointer
                && lowering.resolve(pointer.pointee()) instanceof CType.Pointer text
                && texts.isOfCharacters(text)
                        ? Optional.of(new ArrayParameter(
                                counted
                                        ? "java.util.@Nullable List<@Nullable String>"
                                        : "java.util.@Nullable List<String>",
                                List.of("MemorySegment $Place_ = " + texts.listToNative("$", text, counted)),
                                "PointerRef.of($Place_, " + texts.pointer(text) + "::of)", "", false,
                                "JavaArrays.texts($Place_)"))
                        : Optional.empty();
    }

    /** Whether what is pointed to is itself a row of what Java's pointer has as elements. */
    static boolean isOfSeveral(CType pointee, Lowering lowering) {
        CType resolved = lowering.resolve(pointee);
        return resolved instanceof CType.Array || resolved instanceof CType.Vector
                || resolved instanceof CType.Builtin(var kind) && kind == BuiltinKind.VA_LIST;
    }

    /** Whether what C gets is there for the call only. */
    boolean isInScratch() {
        return before.stream().anyMatch(statement -> statement.contains("scratch"));
    }

    /** Whether C gets a copy of the array. */
    boolean isCopied() {
        return before.stream().anyMatch(statement -> statement.contains(COPY));
    }

    /** The same, which must not be null. */
    ArrayParameter nonnull() {
        return new ArrayParameter(type.replace(" @Nullable []", "[]").replaceFirst("@Nullable ", ""), before, passed,
                after, written, length.replace("$ == null ? 0 : ", ""));
    }

    /** The same, of a buffer; empty unless it is of bytes. */
    Optional<ArrayParameter> ofBuffer() {
        return type.equals("byte @Nullable []")
                ? Optional.of(new ArrayParameter("java.nio.@Nullable ByteBuffer",
                        written
                                ? before.stream()
                                        .map(line -> line.replace("JavaArrays.of($)", "JavaArrays.writable($)"))
                                        .toList()
                                : before,
                        passed, after, written,
                        isCopied() ? "(int) $Array_.byteSize()" : "(int) $Place_.byteSize()"))
                : Optional.empty();
    }
}
