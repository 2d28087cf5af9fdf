package org.ffigen.lower;

import java.util.List;

/**
 * The layout that the JVM's linker expects of a record, like libffi: each member at the next multiple of its alignment,
 * the whole rounded up, and the same of every record inside. A record without members is none.
 */
final class NaturalLayout {

    private NaturalLayout() {
    }

    /** Whether a shape lies so. Bit-fields, and what has no shape, never do. */
    static boolean describes(Shape shape) {
        return switch (shape) {
            case Shape.Scalar _,Shape.ComplexShape _ -> true;
            case Shape.BitField _,Shape.Refused _ -> false;
            case Shape.ArrayShape array -> describes(array.element());
            case Shape.StructShape struct -> all(struct.fields()) && isNatural(struct);
            case Shape.UnionShape union -> all(union.fields()) && isNatural(union);
        };
    }

    private static boolean all(List<Shape.Field> fields) {
        return !fields.isEmpty() && fields.stream().allMatch(field -> describes(field.shape()));
    }

    private static boolean isNatural(Shape.StructShape struct) {
        long end = 0;
        long align = 1;
        for (Shape.Field field : struct.fields()) {
            if (field.offset() != roundUp(end, field.shape().align())) {
                return false;
            }
            end = field.offset() + field.shape().size();
            align = Math.max(align, field.shape().align());
        }
        return struct.align() == align && struct.size() == roundUp(end, align);
    }

    private static boolean isNatural(Shape.UnionShape union) {
        long size = 0;
        long align = 1;
        for (Shape.Field field : union.fields()) {
            size = Math.max(size, field.shape().size());
            align = Math.max(align, field.shape().align());
        }
        return union.align() == align && union.size() == roundUp(size, align);
    }

    private static long roundUp(long value, long align) {
        return (value + align - 1) / align * align;
    }
}
