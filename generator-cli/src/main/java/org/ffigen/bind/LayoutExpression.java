package org.ffigen.bind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.ffigen.lower.Lowering;
import org.ffigen.lower.Shape;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.DeclId;
import org.ffigen.model.Layout;
import org.ffigen.model.NativeApi;

/**
 * The expression of a record's {@code MemoryLayout}. Every offset, size and alignment is the compiler's; padding and
 * unaligned layouts make the expression agree.
 */
final class LayoutExpression {

    private final NativeApi api;
    private final Lowering lowering;
    private final TypeMapper types;
    private final Layout layout;

    LayoutExpression(NativeApi api, Lowering lowering, TypeMapper types, Layout layout) {
        this.api = api;
        this.lowering = lowering;
        this.types = types;
        this.layout = layout;
    }

    private record Element(String text, long offset, long size, long align) {}

    /** The lines of the expression. */
    List<String> lines(RecordDecl record, String cName) {
        List<Element> elements = elements(record, 0);
        List<String> lines = new ArrayList<>();
        boolean union = record.id().kind() == DeclId.Kind.UNION;
        lines.add("MemoryLayout." + (union ? "unionLayout(" : "structLayout("));
        List<String> parts = union
                ? unionParts(elements, layout.size())
                : structParts(elements, layout.size());
        for (int i = 0; i < parts.size(); i++) {
            lines.add(parts.get(i) + (i < parts.size() - 1 ? "," : ")"));
        }
        if (parts.isEmpty()) {
            lines.set(0, lines.getFirst() + ")");
        }
        long natural = elements.stream().mapToLong(Element::align).max().orElse(1);
        String align = natural == layout.align() ? "" : ".withByteAlignment(" + layout.align() + ")";
        lines.add(".withName(" + Literals.ofString(cName) + ")" + align);
        String last = lines.removeLast();
        lines.set(lines.size() - 1, lines.getLast() + last);
        return lines;
    }

    /** @param base where the record lies in the outermost one, whose alignment is the limit */
    private List<Element> elements(RecordDecl record, long base) {
        List<Element> elements = new ArrayList<>();
        for (Shape.Field field : fields(record)) {
            if (!field.name().isEmpty() && !(field.shape() instanceof Shape.BitField)) {
                elements.add(member(record, field, base));
            } else if (field.name().isEmpty()) {
                elements.add(anonymous(field, base + field.offset()));
            }
        }
        return elements;
    }

    private List<Shape.Field> fields(RecordDecl record) {
        return switch (lowering.storage(new CType.Named(record.id()))) {
            case Shape.StructShape struct -> struct.fields();
            case Shape.UnionShape union -> union.fields();
            default -> List.of();
        };
    }

    private Element anonymous(Shape.Field field, long base) {
        boolean union = field.shape() instanceof Shape.UnionShape;
        DeclId id = field.shape() instanceof Shape.StructShape struct
                ? struct.id()
                : ((Shape.UnionShape) field.shape()).id();
        List<Element> elements = elements((RecordDecl) api.find(id).orElseThrow(), base);
        List<String> parts = union
                ? unionParts(elements, field.shape().size())
                : structParts(elements, field.shape().size());
        long align = elements.stream().mapToLong(Element::align).max().orElse(1);
        return new Element((union ? "MemoryLayout.unionLayout(" : "MemoryLayout.structLayout(")
                + String.join(", ", parts) + ")", field.offset(), field.shape().size(), align);
    }

    private Element member(RecordDecl record, Shape.Field field, long base) {
        Shape shape = field.shape();
        boolean aligned = isAligned(field, base);
        CType type = record.members().stream().filter(m -> m.name().equals(field.name())).findFirst().orElseThrow()
                .type();
        return new Element(text(type, shape, aligned) + ".withName(" + Literals.ofString(field.name()) + ")",
                field.offset(), shape.size(), aligned ? align(shape) : 1);
    }

    /** Of its layout: bytes have none. */
    private static long align(Shape shape) {
        return shape instanceof Shape.Refused
                || shape instanceof Shape.ArrayShape(var element, _) && element instanceof Shape.Refused ? 1 : shape.align();
    }

    private boolean isAligned(Shape.Field field, long base) {
        long align = field.shape().align();
        return (base + field.offset()) % align == 0 && align <= layout.align();
    }

    private String text(CType type, Shape shape, boolean aligned) {
        return switch (shape) {
            case Shape.Scalar(var word) -> Scalars.of(word).access().alignedLayout(aligned);
            case Shape.ArrayShape array -> "MemoryLayout.sequenceLayout(" + array.count() + ", "
                    + text(elementOf(type), array.element(), aligned) + ")";
            case Shape.StructShape _,Shape.UnionShape _ -> aligned
                    ? types.recordName(type) + ".LAYOUT"
                    : bytes(shape.size());
            case Shape.ComplexShape complex -> aligned ? Extended.complexName(complex) + ".LAYOUT" : bytes(shape.size());
            case Shape.BitField _,Shape.Refused _ -> bytes(shape.size());
        };
    }

    private CType elementOf(CType type) {
        return lowering.resolve(type) instanceof CType.Array array ? elementOf(array.element()) : type;
    }

    private static String bytes(long size) {
        return "MemoryLayout.sequenceLayout(" + size + ", JAVA_BYTE)";
    }

    /** Members in their order with padding between them and at the end. */
    private static List<String> structParts(List<Element> elements, long size) {
        List<String> parts = new ArrayList<>();
        long at = 0;
        for (Element element : elements.stream().sorted(Comparator.comparingLong(Element::offset)).toList()) {
            pad(parts, element.offset() - at);
            parts.add(element.text());
            at = element.offset() + element.size();
        }
        pad(parts, size - at);
        return parts;
    }

    /** The foreign linker wants a union's padding spelled out. */
    private static List<String> unionParts(List<Element> elements, long size) {
        List<String> parts = new ArrayList<>();
        elements.forEach(element -> parts.add(element.text()));
        if (elements.stream().mapToLong(Element::size).max().orElse(0) < size) {
            pad(parts, size);
        }
        return parts;
    }

    private static void pad(List<String> parts, long bytes) {
        if (bytes > 0) {
            parts.add("MemoryLayout.paddingLayout(" + bytes + ")");
        }
    }
}
