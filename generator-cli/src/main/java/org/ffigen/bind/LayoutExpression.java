package org.ffigen.bind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.ffigen.lower.Lowering;
import org.ffigen.lower.Shape;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.Member;
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
        List<Element> elements = elements(record, layout.align());
        List<String> lines = new ArrayList<>();
        boolean union = record.id().kind() == DeclId.Kind.UNION;
        lines.add("MemoryLayout." + (union ? "unionLayout(" : "structLayout("));
        List<String> parts = union
                ? unionParts(elements, layout.size())
                : structParts(elements, 0, layout.size());
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

    private List<Element> elements(RecordDecl record, long maxAlign) {
        List<Element> elements = new ArrayList<>();
        for (Member member : record.members()) {
            if (member.bits().isPresent()) {
                continue;
            }
            if (FlatMembers.isAnonymous(member, api)) {
                elements.add(anonymous(FlatMembers.inner(member, api), maxAlign));
            } else if (layout.offsets().containsKey(member.name())) {
                elements.add(element(member, layout.offsets().get(member.name()), maxAlign));
            }
        }
        return elements;
    }

    /** An anonymous member has no name to ask for; its first named member tells where it lies. */
    private Element anonymous(RecordDecl inner, long maxAlign) {
        Layout own = inner.layout().on(lowering.target().id());
        long offset = own.offsets()
                .entrySet()
                .stream()
                .map(e -> layout.offsets().get(e.getKey()) - e.getValue())
                .findFirst()
                .orElseGet(() -> own.bitOffsets()
                        .entrySet()
                        .stream()
                        .map(e -> (layout.bitOffsets().get(e.getKey()) - e.getValue()) / 8)
                        .findFirst()
                        .orElse(0L));
        List<Element> elements = elements(inner, maxAlign);
        boolean union = inner.id().kind() == DeclId.Kind.UNION;
        List<String> parts = union
                ? unionParts(elements, own.size())
                : structParts(elements, offset, own.size());
        long align = elements.stream().mapToLong(Element::align).max().orElse(1);
        return new Element((union ? "MemoryLayout.unionLayout(" : "MemoryLayout.structLayout(")
                + String.join(", ", parts) + ")", offset, own.size(), align);
    }

    private Element element(Member member, long offset, long maxAlign) {
        Shape shape = lowering.storage(member.type());
        boolean aligned = offset % shape.align() == 0 && shape.align() <= maxAlign;
        String name = ".withName(" + Literals.ofString(member.name()) + ")";
        String text = text(member.type(), shape, aligned);
        return new Element(text + name, offset, shape.size(), aligned ? shape.align() : 1);
    }

    private String text(CType type, Shape shape, boolean aligned) {
        return switch (shape) {
            case Shape.Scalar(var word) -> Place.layout(Scalars.of(word).access(), aligned);
            case Shape.ArrayShape array -> "MemoryLayout.sequenceLayout(" + array.count() + ", "
                    + text(elementOf(type), array.element(), aligned) + ")";
            case Shape.StructShape _,Shape.UnionShape _ -> aligned
                    ? types.recordName(type) + ".LAYOUT"
                    : bytes(shape.size());
            case Shape.BitField _,Shape.Refused _ -> bytes(0);
        };
    }

    private CType elementOf(CType type) {
        return lowering.resolve(type) instanceof CType.Array array ? elementOf(array.element()) : type;
    }

    private static String bytes(long size) {
        return "MemoryLayout.sequenceLayout(" + size + ", JAVA_BYTE)";
    }

    /** Members in their order with padding between them and at the end. */
    private static List<String> structParts(List<Element> elements, long start, long size) {
        List<String> parts = new ArrayList<>();
        long at = start;
        for (Element element : elements.stream().sorted(Comparator.comparingLong(Element::offset)).toList()) {
            pad(parts, element.offset() - at);
            parts.add(element.text());
            at = element.offset() + element.size();
        }
        pad(parts, start + size - at);
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
