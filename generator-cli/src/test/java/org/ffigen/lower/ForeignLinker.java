package org.ffigen.lower;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.ffigen.model.CType;
import org.ffigen.model.FunctionType;

/** What the JVM's own linker says about a function type, in its worst case: with {@code errno} captured. */
final class ForeignLinker {

    private ForeignLinker() {
    }

    @SuppressWarnings("restricted")
    static boolean accepts(Lowering lowering, FunctionType type) {
        MemoryLayout[] parameters = type.parameters()
                .stream()
                .map(parameter -> layout(lowering.callShape(parameter.type())))
                .toArray(MemoryLayout[]::new);
        FunctionDescriptor descriptor = lowering.resolve(type.result()).equals(CType.VOID)
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(lowering.callShape(type.result())), parameters);
        try {
            Linker.nativeLinker().downcallHandle(descriptor, Linker.Option.captureCallState("errno"));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static MemoryLayout layout(Shape shape) {
        return switch (shape) {
            case Shape.Scalar(var word) -> scalar(word);
            case Shape.ComplexShape(var part) -> MemoryLayout.structLayout(scalar(part), scalar(part));
            case Shape.ArrayShape(var element, var count) -> MemoryLayout.sequenceLayout(count, layout(element));
            case Shape.StructShape struct -> struct(struct);
            case Shape.UnionShape union -> union(union);
            case Shape.BitField _,Shape.Refused _ -> throw new AssertionError(shape);
        };
    }

    private static MemoryLayout struct(Shape.StructShape struct) {
        List<MemoryLayout> members = new ArrayList<>();
        long end = 0;
        for (Shape.Field field : struct.fields()) {
            pad(members, field.offset() - end);
            MemoryLayout layout = layout(field.shape());
            members.add(field.offset() % layout.byteAlignment() == 0 ? layout : layout.withByteAlignment(1));
            end = field.offset() + field.shape().size();
        }
        pad(members, struct.size() - end);
        StructLayout layout = MemoryLayout.structLayout(members.toArray(MemoryLayout[]::new));
        return layout.byteAlignment() <= struct.align()
                ? layout.withByteAlignment(struct.align())
                : MemoryLayout.structLayout(members.stream()
                        .map(member -> member.withByteAlignment(1))
                        .toArray(MemoryLayout[]::new));
    }

    private static MemoryLayout union(Shape.UnionShape union) {
        MemoryLayout layout = MemoryLayout.unionLayout(union.fields()
                .stream()
                .map(field -> layout(field.shape()))
                .toArray(MemoryLayout[]::new));
        long padding = union.size() - layout.byteSize();
        return padding == 0
                ? layout.withByteAlignment(union.align())
                : MemoryLayout.structLayout(layout, MemoryLayout.paddingLayout(padding))
                        .withByteAlignment(union.align());
    }

    private static void pad(List<MemoryLayout> members, long bytes) {
        if (bytes > 0) {
            members.add(MemoryLayout.paddingLayout(bytes));
        }
    }

    private static MemoryLayout scalar(ScalarKind word) {
        return switch (word) {
            case BOOL -> ValueLayout.JAVA_BOOLEAN;
            case I8, U8 -> ValueLayout.JAVA_BYTE;
            case I16, U16 -> ValueLayout.JAVA_SHORT;
            case I32, U32 -> ValueLayout.JAVA_INT;
            case I64, U64, ISIZE, USIZE -> ValueLayout.JAVA_LONG;
            case F32 -> ValueLayout.JAVA_FLOAT;
            case F64 -> ValueLayout.JAVA_DOUBLE;
            case POINTER -> ValueLayout.ADDRESS;
            case VOID -> throw new AssertionError(word);
        };
    }
}
