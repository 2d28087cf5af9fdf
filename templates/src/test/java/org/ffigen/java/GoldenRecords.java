package org.ffigen.java;

import static org.ffigen.java.GoldenInputs.code;
import static org.ffigen.java.GoldenInputs.parameter;

import java.util.List;
import org.ffigen.java.RecordClass.Component;
import org.ffigen.java.RecordClass.Field;
import org.ffigen.java.RecordClass.Flexible;
import org.ffigen.java.RecordClass.Shown;

/** Java records of two members, one and none; a union that owns its bytes, with members and without. */
final class GoldenRecords {

    private static final String LIBRARY = "SampleLibrary";

    private GoldenRecords() {
    }

    static List<JavaFile> all() {
        return List.of(point(), box(), emptyRecord(), number(), emptyUnion(), message());
    }

    private static RecordClass point() {
        return new RecordClass("Point", GoldenInputs.BLOCK, "struct point", true,
                List.of(new Component("int", "x", "x()", "x(value.x())"),
                        new Component("@Unsigned int", "y", "y()", "y(value.y())")),
                "StructLayout",
                List.of("MemoryLayout.structLayout(", "        JAVA_INT.withName(\"x\"),",
                        "        JAVA_INT.withName(\"y\")).withName(\"point\")"),
                "8", "4", LIBRARY, List.of(intField("x", 0), new Field(List.of(), "y", "@Unsigned int", "intAt(4)",
                        "@Unsigned int", "y()", "@Unsigned int", "put(4, value)")));
    }

    private static Field intField(String name, int offset) {
        return new Field(code("int " + name), name, "int", "intAt(" + offset + ")", "int", name + "()", "int",
                "put(" + offset + ", value)");
    }

    private static RecordClass box() {
        return new RecordClass("Box", code("struct box"), "struct box", true,
                List.of(new Component("Point", "corner", "corner().get()",
                        "new Point.Ptr(sliceAt(0, 8)).set(value.corner)")),
                "StructLayout", List.of("MemoryLayout.structLayout(Point.LAYOUT.withName(\"corner\"))"), "8", "4",
                LIBRARY,
                List.of(new Field(code("struct point corner"), "corner", "Point.Ptr", "new Point.Ptr(sliceAt(0, 8))",
                        "Point", "corner().get()", "", "")));
    }

    private static RecordClass emptyRecord() {
        return new RecordClass("EmptyRecord", List.of(), "struct empty_record", true, List.of(), "StructLayout",
                List.of("MemoryLayout.structLayout()"), "0", "1", LIBRARY, List.of());
    }

    private static RecordClass number() {
        return new RecordClass("NumberValue", code("union number"), "union number", false, List.of(), "UnionLayout",
                List.of("MemoryLayout.unionLayout(", "        JAVA_INT.withName(\"whole\"),",
                        "        JAVA_DOUBLE.withName(\"real\")).withName(\"number\")"),
                "8", "8", LIBRARY,
                List.of(intField("whole", 0),
                        new Field(GoldenInputs.BLOCK, "real", "double", "doubleAt(0)", "double", "real()", "double",
                                "put(0, value)"),
                        new Field(code("const char bytes[8]"), "bytes", "BytePtr", "BytePtr.of(segment())", "BytePtr",
                                "bytes()", "", "")),
                List.of(), ", 32, 32, 0, 1", List.of(new Shown("whole", "whole()"), new Shown("real", "real()")));
    }

    /** An array of two rows, and one without a length. */
    private static RecordClass message() {
        return new RecordClass("Message", code("struct message"), "struct message", false, List.of(), "StructLayout",
                List.of("Struct.layout(\"message{i32[6] rows}\")"), "24", "4", LIBRARY,
                List.of(new Field(code("int rows[2][3]"), "rows", List.of(parameter("long", "row")), "int",
                        "intAt((int) row * 12)", "int", "rows(row)", "int", "put((int) row * 12, value)"),
                        new Field(code("int items[]"), "items", "IntPtr", "IntPtr.of(segment().asSlice(24))", "", "",
                                "",
                                "")),
                List.of(new Flexible("24", "4")), "", List.of());
    }

    private static RecordClass emptyUnion() {
        return new RecordClass("EmptyUnion", code("union empty_union"), "union empty_union", false, List.of(),
                "UnionLayout", List.of("MemoryLayout.unionLayout()"), "0", "1", LIBRARY, List.of());
    }
}
