package org.ffigen.bind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.ffigen.lower.Lowering;
import org.ffigen.lower.ScalarKind;
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

    private static final int LINE = 100;

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

    private record Element(LayoutPart part, long offset, long size, long align) {}

    /** The lines of the expression. */
    List<String> lines(RecordDecl record, String cName) {
        List<Element> elements = elements(record, 0);
        boolean union = record.id().kind() == DeclId.Kind.UNION;
        List<LayoutPart> parts = parts(union, elements, layout.size());
        boolean natural = elements.stream().mapToLong(Element::align).max().orElse(1) == layout.align();
        return natural && LayoutPart.areWords(parts)
                ? LayoutPart.text(union ? "union" : "layout", cName, parts)
                : chain(union, cName, parts, natural ? "" : Long.toString(layout.align()));
    }

    private static List<String> chain(boolean union, String cName, List<LayoutPart> parts, String align) {
        List<String> lines = new ArrayList<>();
        lines.add("LayoutBuilder.of(" + Literals.ofString(cName) + ")");
        lines.addAll(wrapped(LayoutPart.calls(parts)));
        lines.set(lines.size() - 1, lines.getLast() + end(union, align));
        return lines;
    }

    /** Several calls a line: each line of a chain costs the class file an entry in its table of line numbers. */
    private static List<String> wrapped(List<String> calls) {
        List<String> lines = new ArrayList<>();
        for (String call : calls) {
            if (!lines.isEmpty() && lines.getLast().length() + call.length() <= LINE) {
                lines.set(lines.size() - 1, lines.getLast() + call);
            } else {
                lines.add(call);
            }
        }
        return lines;
    }

    private static String end(boolean union, String align) {
        return (union ? ".union(" : ".struct(") + align + ")";
    }

    private static List<LayoutPart> parts(boolean union, List<Element> elements, long size) {
        return union ? unionParts(elements, size) : structParts(elements, size);
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
        long align = elements.stream().mapToLong(Element::align).max().orElse(1);
        return new Element(LayoutPart.anonymous(union, parts(union, elements, field.shape().size())), field.offset(),
                field.shape().size(), align);
    }

    private Element member(RecordDecl record, Shape.Field field, long base) {
        Shape shape = field.shape();
        boolean aligned = isAligned(field, base);
        CType type = record.members()
                .stream()
                .filter(m -> m.name().equals(field.name()))
                .findFirst()
                .orElseThrow()
                .type();
        return new Element(part(field.name(), type, shape, aligned), field.offset(), shape.size(),
                aligned ? align(shape) : 1);
    }

    /** Of its layout: bytes have none. */
    private static long align(Shape shape) {
        return shape instanceof Shape.Refused
                || shape instanceof Shape.ArrayShape(var element, _) && element instanceof Shape.Refused
                        ? 1
                        : shape.align();
    }

    private boolean isAligned(Shape.Field field, long base) {
        long align = field.shape().align();
        return (base + field.offset()) % align == 0 && align <= layout.align();
    }

    private LayoutPart part(String member, CType type, Shape shape, boolean aligned) {
        String name = Literals.ofString(member);
        return switch (shape) {
            case Shape.Scalar(var word) when aligned || word.bytes() == 1 -> LayoutPart.scalar(adder(word), member);
            case Shape.ArrayShape(Shape.Scalar(var word), long count) when aligned || word.bytes() == 1 ->
                LayoutPart.scalars(adder(word), count, member, text(elementOf(type), new Shape.Scalar(word), true));
            case Shape.ArrayShape array ->
                LayoutPart.call(".array(" + name + ", " + Literals.ofSize(array.count()) + ", "
                        + text(elementOf(type), array.element(), aligned) + ")");
            case Shape.BitField _,Shape.Refused _ -> LayoutPart.bytes(member, shape.size());
            default -> LayoutPart.call(".member(" + name + ", " + text(type, shape, aligned) + ")");
        };
    }

    private static String adder(ScalarKind word) {
        return switch (word) {
            case BOOL -> "bool";
            case I8, U8 -> "i8";
            case I16, U16 -> "i16";
            case I32, U32 -> "i32";
            case I64, U64, ISIZE, USIZE -> "i64";
            case F32 -> "f32";
            case F64 -> "f64";
            case POINTER -> "pointer";
            case VOID -> throw new IllegalArgumentException("no member is void");
        };
    }

    /** The expression of a layout. */
    private String text(CType type, Shape shape, boolean aligned) {
        return switch (shape) {
            case Shape.Scalar(var word) -> Scalars.of(word).access().alignedLayout(aligned);
            case Shape.ArrayShape array -> throw new IllegalArgumentException(array + " is no element");
            case Shape.StructShape _,Shape.UnionShape _ -> aligned
                    ? types.recordName(type) + ".LAYOUT"
                    : bytes(shape.size());
            case Shape.ComplexShape complex -> aligned
                    ? Extended.complexName(complex) + ".LAYOUT"
                    : bytes(shape.size());
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
    private static List<LayoutPart> structParts(List<Element> elements, long size) {
        List<LayoutPart> parts = new ArrayList<>();
        long at = 0;
        for (Element element : elements.stream().sorted(Comparator.comparingLong(Element::offset)).toList()) {
            pad(parts, element.offset() - at);
            parts.add(element.part());
            at = element.offset() + element.size();
        }
        pad(parts, size - at);
        return parts;
    }

    /** The foreign linker wants a union's padding spelled out. */
    private static List<LayoutPart> unionParts(List<Element> elements, long size) {
        List<LayoutPart> parts = new ArrayList<>();
        elements.forEach(element -> parts.add(element.part()));
        if (elements.stream().mapToLong(Element::size).max().orElse(0) < size) {
            pad(parts, size);
        }
        return parts;
    }

    private static void pad(List<LayoutPart> parts, long bytes) {
        if (bytes > 0) {
            parts.add(LayoutPart.padding(bytes));
        }
    }
}
