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

    private final NativeApi api;
    private final Lowering lowering;
    private final TypeMapper types;
    private final Layout layout;
    private final LayoutWords words = new LayoutWords();

    LayoutExpression(NativeApi api, Lowering lowering, TypeMapper types, Layout layout) {
        this.api = api;
        this.lowering = lowering;
        this.types = types;
        this.layout = layout;
    }

    private record Element(String words, long offset, long size, long align) {}

    /** The lines of the expression. */
    List<String> lines(RecordDecl record, String cName) {
        List<Element> elements = elements(record, 0);
        boolean union = record.id().kind() == DeclId.Kind.UNION;
        List<String> parts = parts(union, elements, layout.size());
        if (elements.stream().mapToLong(Element::align).max().orElse(1) != layout.align()) {
            parts.addFirst("align " + layout.align());
        }
        return words.lines(union, cName, parts);
    }

    private static List<String> parts(boolean union, List<Element> elements, long size) {
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
        return new Element(LayoutWords.anonymous(union, parts(union, elements, field.shape().size())), field.offset(),
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
        return new Element(words(field.name(), type, shape, aligned), field.offset(), shape.size(),
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

    private String words(String member, CType type, Shape shape, boolean aligned) {
        return shape instanceof Shape.ArrayShape array
                ? word(elementOf(type), array.element(), aligned, "[" + array.count() + "]") + " " + member
                : word(type, shape, aligned, "") + " " + member;
    }

    /** @param count of an array, in brackets */
    private String word(CType type, Shape shape, boolean aligned, String count) {
        return switch (shape) {
            case Shape.Scalar(var word) -> (aligned || word.bytes() == 1 ? "" : "unaligned ") + word(word) + count;
            case Shape.ArrayShape array -> throw new IllegalArgumentException(array + " is no element");
            case Shape.StructShape _,Shape.UnionShape _ when aligned ->
                words.reference(types.recordName(type) + ".LAYOUT") + count;
            case Shape.ComplexShape complex when aligned ->
                words.reference(Extended.complexName(complex) + ".LAYOUT") + count;
            default -> "i8" + count + "[" + shape.size() + "]";
        };
    }

    private static String word(ScalarKind word) {
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

    private CType elementOf(CType type) {
        return lowering.resolve(type) instanceof CType.Array array ? elementOf(array.element()) : type;
    }

    /** Members in their order with padding between them and at the end. */
    private static List<String> structParts(List<Element> elements, long size) {
        List<String> parts = new ArrayList<>();
        long at = 0;
        for (Element element : elements.stream().sorted(Comparator.comparingLong(Element::offset)).toList()) {
            pad(parts, element.offset() - at);
            parts.add(element.words());
            at = element.offset() + element.size();
        }
        pad(parts, size - at);
        return parts;
    }

    /** The foreign linker wants a union's padding spelled out. */
    private static List<String> unionParts(List<Element> elements, long size) {
        List<String> parts = new ArrayList<>();
        elements.forEach(element -> parts.add(element.words()));
        if (elements.stream().mapToLong(Element::size).max().orElse(0) < size) {
            pad(parts, size);
        }
        return parts;
    }

    private static void pad(List<String> parts, long bytes) {
        if (bytes > 0) {
            parts.add("pad " + bytes);
        }
    }
}
