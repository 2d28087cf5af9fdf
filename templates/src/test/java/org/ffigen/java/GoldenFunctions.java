package org.ffigen.java;

import static org.ffigen.java.GoldenInputs.code;
import static org.ffigen.java.GoldenInputs.parameter;

import java.util.List;
import java.util.stream.IntStream;
import org.ffigen.java.LibraryClass.Function;
import org.ffigen.java.ValueMethod.Guarded;

/** With a converting method and without; void and not; with temporaries and without; deprecated and not. */
final class GoldenFunctions {

    private GoldenFunctions() {
    }

    static List<Function> all() {
        return List.of(reset(), count(), rename(), nameOf(), midpoint(), manyPointers(), size(), checked(),
                probe(), label(), fill(), easelFree("Symbols_0."), easelFreeAt());
    }

    /** What the superclass of a library class has: its holders are in the library class. */
    static List<Function> ofPart() {
        return List.of(
                new Function(List.of(), new NativeMethod(code("void stop(void)"), "void", "stop", List.of(),
                        "Symbols_0.stop", "stop", "Call_V", List.of(), "$")),
                new Function(List.of(), new NativeMethod(code("int total(void)"), "int", "total", List.of(),
                        "Symbols_0.total", "total", "Call_I", List.of(), "$")));
    }

    private static Function reset() {
        return new Function(List.of(), new NativeMethod(code("void reset(void)"), "void", "reset", List.of(),
                "Symbols_0.reset", "reset", "Call_V", List.of(), "$"),
                List.of(new AsyncMethod(List.of(), "@Nullable Void", "resetAsync", List.of(), "Symbols_0.reset",
                        "reset", "LIBRARY", "reset()", true, "", List.of()),
                        new AsyncMethod(GoldenInputs.DEPRECATED, "Integer", "renameAsync",
                                List.of(parameter("@Nullable Canvas", "canvas"), parameter("@Nullable String", "to")),
                                "Symbols_0.rename", "rename", "LIBRARY", "count()", false,
                                List.of("var copy_ = to"), "canvas", List.of("canvas"))));
    }

    /** What handles with an end call. */
    static Function easelFree(String holder) {
        return new Function(List.of(), new NativeMethod(code("void easel_free(struct easel *)"), "void",
                "easelFree", List.of(parameter("MemorySegment", "easel")), holder + "easel_free",
                "easel_free", "Call_V", List.of(), "$"));
    }

    private static Function easelFreeAt() {
        return new Function(List.of(), new NativeMethod(code("int easel_free_at(struct easel **, void *)"), "int",
                "easelFreeAt", List.of(parameter("MemorySegment", "easel")), "Symbols_0.rename", "easel_free_at",
                "Call_I_AA", List.of("scratch.allocateFrom(java.lang.foreign.ValueLayout.ADDRESS, easel)",
                        "MemorySegment.NULL"),
                "$"));
    }

    private static Function count() {
        return new Function(List.of(), new NativeMethod(code("unsigned count(void)"), "@Unsigned int", "count",
                List.of(), "Symbols_0.count", "count", "Call_I", List.of(), "$"));
    }

    private static Function rename() {
        List<Parameter> raw = List.of(parameter("@Nullable Canvas", "canvas"), parameter("MemorySegment", "to"));
        List<Parameter> values = List.of(parameter("@Nullable Canvas", "canvas"),
                parameter("@Nullable String", "to"));
        return new Function(
                List.of(new ValueMethod(GoldenInputs.DEPRECATED, "int", "rename", values, true,
                        "renameRaw(canvas, scratch.string(to))"),
                        new ValueMethod(code("int rename(struct canvas *, const char *)"), "void", "renameOrNot",
                                values, true, "renameRaw(canvas, scratch.string(to))")),
                new NativeMethod(GoldenInputs.DEPRECATED, "int", "renameRaw", raw, "Symbols_0.rename", "rename",
                        "Call_I_AA", List.of("Pointer.segmentOf(canvas)", "to"), "$"));
    }

    private static Function nameOf() {
        List<Parameter> parameters = List.of(parameter("@Nullable Canvas", "canvas"));
        return new Function(
                List.of(new ValueMethod(List.of(), "@Nullable String", "nameOf", parameters, false,
                        List.of("MemorySegment name = nameOfRaw(canvas)"), List.of(), "Pointers.string(name)")),
                new NativeMethod(List.of(), "MemorySegment", "nameOfRaw", parameters, "Symbols_0.name_of",
                        "name_of", "Call_A_A", List.of("Pointer.segmentOf(canvas)"), "$"));
    }

    private static Function midpoint() {
        return new Function(
                List.of(new ValueMethod(code("struct point midpoint(struct point)"), "Point", "midpoint",
                        List.of(parameter("Point", "of")), true,
                        "midpoint(scratch, Point.allocate(scratch).set(of)).get()")),
                new NativeMethod(code("struct point midpoint(struct point)"), "Point.Ptr", "midpoint",
                        List.of(parameter("SegmentAllocator", "allocator"), parameter("Point.Ptr", "of")),
                        "Symbols_0.midpoint", "midpoint", "Call_Point_Point",
                        List.of("new ReturnBuffer(allocator.allocate(Point.LAYOUT))",
                                "of.segment()"),
                        "new Point.Ptr($)"));
    }

    /** The system's error code is kept, and the result judged; two results. */
    private static Function size() {
        return new Function(
                List.of(new ValueMethod(code("int size(int *width)"), "SizeResult", "size", List.of(), true,
                        List.of("IntPtr width = IntPtr.allocate(scratch).set(0)"),
                        List.of(new Guarded("int", "size(width)",
                                List.of("ValueOfFailure.keep(thrown, \"width\", width, () -> width.get())"),
                                List.of(), true)),
                        "new SizeResult(result, width.get())")),
                new NativeMethod(code("int size(int *width)"), "int", "size",
                        List.of(parameter("@Nullable IntPtr", "width")), "Symbols_0.size", "size", "Call_I_A_state",
                        List.of("callState", "Pointer.segmentOf(width)"), "", true,
                        List.of("if (result < 0) {", "    throw LIBRARY.systemError(\"size\", callState);", "}"), "$"),
                List.of(new AsyncMethod(code("int size(int *width)"), "SizeResult", "sizeAsync", List.of(),
                        "Symbols_0.size", "size", "LIBRARY", "size()", false, "", List.of())));
    }

    /** The result is judged without the system's error code, on this thread and on another. */
    private static Function checked() {
        List<String> checks = List.of("java.lang.Character.toChars(result);");
        return new Function(List.of(), new NativeMethod(code("int checked(void)"), "int", "checked", List.of(),
                "Symbols_0.checked", "checked", "Call_I", List.of(), "", false, checks, "$"));
    }

    /** The system's error code is kept, and nobody asks for it; a struct by value comes back. */
    private static Function probe() {
        return new Function(List.of(), new NativeMethod(code("struct point probe(void)"), "Point.Ptr", "probe",
                List.of(parameter("SegmentAllocator", "allocator")), "Symbols_0.probe", "probe", "Call_Point_state",
                List.of("returnBuffer", "callState"), "new ReturnBuffer(allocator.allocate(Point.LAYOUT))", true,
                List.of(), "new Point.Ptr($)"));
    }

    /** A text that is freed, also if it is refused. */
    private static Function label() {
        return new Function(List.of(), new NativeMethod(code("char *label(void)"), "MemorySegment", "labelRaw",
                List.of(), "Symbols_0.label", "label", "Call_A_freed", List.of("it_ -> @easelFree(it_)"), "", false,
                List.of("java.util.Objects.requireNonNull(result);"), "$",
                "LostResult.free(thrown, result, it_ -> @easelFree(it_))"));
    }

    /** What C wrote is taken over in any case; nothing is given. */
    private static Function fill() {
        return new Function(
                List.of(new ValueMethod(code("void fill(char *bytes)"), "void", "fill",
                        List.of(parameter("byte @Nullable []", "bytes")), false,
                        List.of("MemorySegment bytesPlace_ = JavaArrays.of(bytes)"),
                        List.of(new Guarded("", "fill(BytePtr.of(bytesPlace_))", List.of(),
                                List.of("JavaArrays.takeOver(bytesPlace_, bytesPlace_)"), false)),
                        "")),
                new NativeMethod(code("void fill(char *bytes)"), "void", "fill",
                        List.of(parameter("@Nullable BytePtr", "bytes")), "Symbols_0.fill", "fill", "Call_V_A",
                        List.of("Pointer.segmentOf(bytes)"), "$"));
    }

    private static Function manyPointers() {
        List<Parameter> parameters = IntStream.range(0, 8)
                .mapToObj(i -> parameter("@Nullable PointerRef<BytePtr>", "slot" + i))
                .toList();
        String names = "slot0, slot1, slot2, slot3, slot4, slot5, slot6, slot7";
        return new Function(
                List.of(new ValueMethod(code("void many_pointers(...)"), "void", "fillAll", parameters, false,
                        "manyPointers(" + names + ")")),
                new NativeMethod(code("void many_pointers(...)"), "void", "manyPointers", parameters,
                        "Symbols_0.many_pointers", "many_pointers", "Call_V_AAAAAAAA",
                        parameters.stream().map(p -> "Pointer.segmentOf(" + p.name() + ")").toList(), "$"));
    }
}
