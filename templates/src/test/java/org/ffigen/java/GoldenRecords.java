package org.ffigen.java;

import static org.ffigen.java.GoldenInputs.code;
import static org.ffigen.java.GoldenInputs.parameter;

import java.util.List;
import org.ffigen.java.RecordClass.Field;

/** Java records of two members, one and none; a union that owns its bytes, with members and without. */
final class GoldenRecords {

    private GoldenRecords() {
    }

    static List<JavaFile> all() {
        return List.of(point(), box(), emptyRecord(), number(), emptyUnion());
    }

    private static RecordClass point() {
        return new RecordClass("Point", GoldenInputs.BLOCK, "struct point", true,
                List.of(parameter("int", "x"), parameter("@Unsigned int", "y")), "StructLayout",
                List.of("MemoryLayout.structLayout(", "        JAVA_INT.withName(\"x\"),",
                        "        JAVA_INT.withName(\"y\")).withName(\"point\")"),
                8, 4, List.of("segment.get(JAVA_INT, offset + 0)", "segment.get(JAVA_INT, offset + 4)"),
                List.of("segment.set(JAVA_INT, offset + 0, this.x)", "segment.set(JAVA_INT, offset + 4, this.y)"),
                List.of(intField("x", 0), new Field(List.of(), "y", "@Unsigned int", "segment().get(JAVA_INT, 4)",
                        "@Unsigned int", "segment().get(JAVA_INT, 4)", "@Unsigned int",
                        "segment().set(JAVA_INT, 4, value)")));
    }

    private static Field intField(String name, int offset) {
        return new Field(code("int " + name), name, "int", "segment().get(JAVA_INT, " + offset + ")", "int",
                "segment().get(JAVA_INT, " + offset + ")", "int",
                "segment().set(JAVA_INT, " + offset + ", value)");
    }

    private static RecordClass box() {
        return new RecordClass("Box", code("struct box"), "struct box", true, List.of(parameter("Point", "corner")),
                "StructLayout", List.of("MemoryLayout.structLayout(Point.LAYOUT.withName(\"corner\"))"), 8, 4,
                List.of("Point.read(segment, offset + 0)"), List.of("corner.write(segment, offset + 0)"),
                List.of(new Field(code("struct point corner"), "corner", "Point.Ptr",
                        "Point.Ptr.of(segment().asSlice(0, 8))", "Point", "Point.read(segment(), 0)", "", "")));
    }

    private static RecordClass emptyRecord() {
        return new RecordClass("EmptyRecord", List.of(), "struct empty_record", true, List.of(), "StructLayout",
                List.of("MemoryLayout.structLayout()"), 0, 1, List.of(), List.of(), List.of());
    }

    private static RecordClass number() {
        return new RecordClass("NumberValue", code("union number"), "union number", false, List.of(), "UnionLayout",
                List.of("MemoryLayout.unionLayout(", "        JAVA_INT.withName(\"whole\"),",
                        "        JAVA_DOUBLE.withName(\"real\")).withName(\"number\")"),
                8, 8, List.of(), List.of(),
                List.of(intField("whole", 0),
                        new Field(GoldenInputs.BLOCK, "real", "double", "segment().get(JAVA_DOUBLE, 0)",
                                "double", "segment().get(JAVA_DOUBLE, 0)", "double",
                                "segment().set(JAVA_DOUBLE, 0, value)"),
                        new Field(code("const char bytes[8]"), "bytes", "BytePtr", "BytePtr.of(segment())", "BytePtr",
                                "BytePtr.of(segment())", "", "")));
    }

    private static RecordClass emptyUnion() {
        return new RecordClass("EmptyUnion", code("union empty_union"), "union empty_union", false, List.of(),
                "UnionLayout", List.of("MemoryLayout.unionLayout()"), 0, 1, List.of(), List.of(), List.of());
    }
}
