package org.ffigen.java;

import static org.ffigen.java.GoldenInputs.code;
import static org.ffigen.java.GoldenInputs.parameter;

import java.util.List;

/** With a scalar, a struct and nothing as the result; with parameters and without. Their shapes are SampleLibrary's. */
final class GoldenCallbacks {

    private GoldenCallbacks() {
    }

    static List<JavaFile> all() {
        return List.of(compare(), mapPoint(), wake(), visit(), nextNumber(), convert(), tell(), block());
    }

    private static CallbackInterface compare() {
        return new CallbackInterface("Compare", GoldenInputs.BLOCK, "SampleLibrary", "Call_I_AA", "\"I_AA\"",
                List.of(parameter("Point.Ptr", "a"), parameter("MemorySegment", "user")),
                List.of(parameter("@Nullable Pointer<Point>", "a"), parameter("MemorySegment", "user")),
                List.of(parameter("MemorySegment", "a"), parameter("MemorySegment", "user")),
                List.of("new Point.Ptr(a)", "user"), "int", "result", "int", false,
                List.of("Pointer.segmentOf(a)", "user"), "int", "$");
    }

    private static CallbackInterface mapPoint() {
        return new CallbackInterface("MapPoint", code("typedef struct point (*map_point)(struct point)"),
                "SampleLibrary", "Call_Point_Point", "SampleLibrary.Call_Point_Point.DESCRIPTOR",
                List.of(parameter("Point", "it")), List.of(parameter("Point", "it")),
                List.of(parameter("MemorySegment", "it")), List.of("new Point.Ptr(it).get()"), "MemorySegment",
                "new Point.Ptr(StructValue.newContent(8)).set(result).segment()", "Point", true,
                List.of("new ReturnBuffer(scratch.allocate(Point.LAYOUT))",
                        "new Point.Ptr(StructValue.newContent(8)).set(it).segment()"),
                "Point", "new Point.Ptr($).get()");
    }

    private static CallbackInterface convert() {
        return new CallbackInterface("Convert", List.of(), "SampleLibrary", "Call_Point_Point",
                "SampleLibrary.Call_Point_Point.DESCRIPTOR", List.of(parameter("Point", "it")),
                List.of(parameter("Point", "it")), List.of(parameter("MemorySegment", "it")),
                List.of("new Point.Ptr(it).get()"), "MemorySegment", true,
                "new Point.Ptr(StructValue.newContent(8)).set(result).segment()", "Point", true,
                List.of("new ReturnBuffer(scratch.allocate(Point.LAYOUT))",
                        "new Point.Ptr(StructValue.newContent(8)).set(it).segment()"),
                List.of("java.lang.ref.Reference.reachabilityFence(it)"), "Point", "new Point.Ptr($).get()");
    }

    private static CallbackInterface tell() {
        return new CallbackInterface("Tell", List.of(), "SampleLibrary", "Call_V_I", "\"V_I\"",
                List.of(parameter("int", "arg1")), List.of(parameter("int", "arg1")), List.of(parameter("int", "arg1")),
                List.of("arg1"), "void", false, "", "void", false, List.of("arg1"),
                List.of("java.lang.ref.Reference.reachabilityFence(pointer)"), "void", "$");
    }

    private static CallbackInterface block() {
        return new CallbackInterface("Block", code("typedef void *(*block)(void)"), "SampleLibrary", "Call_A",
                "\"A\"", List.of(), List.of(), List.of(), List.of(), "MemorySegment", true, "result",
                "MemorySegment", false, List.of(), List.of(), "MemorySegment", "$");
    }

    private static CallbackInterface wake() {
        return new CallbackInterface("Wake", List.of(), "SampleLibrary", "Call_V", "\"V\"", List.of(), List.of(),
                List.of(), List.of(), "void", "", "void", false, List.of(), "void", "$");
    }

    private static CallbackInterface visit() {
        return new CallbackInterface("Visit", code("typedef void (*visit)(uint8_t)"), "SampleLibrary", "Call_V_I",
                "\"V_I\"", List.of(parameter("@Unsigned int", "arg1")), List.of(parameter("@Unsigned int", "arg1")),
                List.of(parameter("int", "arg1")), List.of("arg1 & 0xff"), "void", "", "void", false,
                List.of("arg1 & 0xff"), "void", "$");
    }

    private static CallbackInterface nextNumber() {
        return new CallbackInterface("NextNumber", code("typedef int (*next_number)(void)"), "SampleLibrary", "Call_I",
                "\"I\"", List.of(), List.of(), List.of(), List.of(), "int", "result", "int", false, List.of(), "int",
                "$");
    }
}
