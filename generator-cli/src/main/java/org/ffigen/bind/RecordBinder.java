package org.ffigen.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ffigen.java.Parameter;
import org.ffigen.java.RecordClass;
import org.ffigen.java.RecordClass.Component;
import org.ffigen.java.RecordClass.Field;
import org.ffigen.java.RecordClass.Flexible;
import org.ffigen.java.RecordClass.Shown;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.Shape;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Layout;
import org.ffigen.model.NativeApi;

/** A struct or union becomes a value type with its {@code Ptr}. */
final class RecordBinder {

    /** A constructor takes at most 255 slots; longs and doubles take two. */
    private static final int MAX_COMPONENTS = 120;
    private static final int MOST_SHOWN = 200;
    private static final int MOST_CHARACTERS = 30_000;
    private static final MemoryAccess MEMORY = new MemoryAccess.OfPointer();

    private final NativeApi api;
    private final Lowering lowering;
    private final TypeMapper types;
    private final CSource source;
    private final Place place;
    private final ArrayMembers arrays;
    private final RecordPadding padding;
    private final Set<DeclId> unaligned;
    private final RecordPointers pointers = new RecordPointers();

    /** @param texts how arrays of characters are written */
    RecordBinder(NativeApi api, Lowering lowering, TypeMapper types, CSource source, TextRules texts) {
        this.api = api;
        this.lowering = lowering;
        this.types = types;
        this.source = source;
        this.place = new Place(types, lowering, texts.charset());
        this.padding = new RecordPadding(api, lowering);
        this.arrays = new ArrayMembers(types, lowering, place);
        this.unaligned = UnalignedRecords.of(api, lowering);
    }

    /** Whether all members are single values, so that the value form can be a Java record. */
    static boolean isJavaRecord(RecordDecl record, NativeApi api, Lowering lowering) {
        return record.id().kind() == DeclId.Kind.STRUCT
                && record.members().stream().anyMatch(m -> !m.name().isEmpty())
                && record.members().size() <= MAX_COMPONENTS
                && record.members().stream().allMatch(m -> isComponent(m, api, lowering));
    }

    private static boolean isComponent(Member member, NativeApi api, Lowering lowering) {
        if (member.bits().isPresent()) {
            return member.name().isEmpty() || BitFieldAccess.exists(member, lowering);
        }
        return !member.name().isEmpty() && switch (lowering.storage(member.type())) {
            case Shape.Scalar _,Shape.ComplexShape _ -> true;
            case Shape.StructShape struct -> api.find(struct.id()).orElse(null) instanceof RecordDecl inner
                    && isJavaRecord(inner, api, lowering);
            default -> false;
        };
    }

    RecordClass bind(RecordDecl record, String name) {
        Layout layout = record.layout().on(lowering.target().id());
        String cName = source.typeName(record.id());
        List<Field> fields = new ArrayList<>();
        List<Component> components = new ArrayList<>();
        boolean javaRecord = isJavaRecord(record, api, lowering);
        List<Member> members = FlatMembers.of(record, api);
        NameScope scope = NameScope.ofMembers();
        List<String> names = accessorNames(record, name, members, scope);
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (BitFieldAccess.exists(member, lowering)) {
                long bit = layout.bitOffsets().get(member.name());
                addFields(fields, member, names.get(i), scope, List.of(place.of(member, MEMORY, bit)));
                if (javaRecord) {
                    components.add(bits(member, names.get(i), bit));
                }
                continue;
            }
            Long offset = layout.offsets().get(member.name());
            if (offset == null) {
                continue;
            }
            Shape shape = lowering.storage(member.type());
            boolean aligned = offset % shape.align() == 0 && shape.align() <= layout.align()
                    && !unaligned.contains(record.id());
            String owner = name + "_" + types.strategy().type(member.name());
            List<Place.Access> accesses = new ArrayList<>(place.of(member.type(), MEMORY, offset, aligned, owner));
            accesses.addAll(arrays.of(member, offset, owner));
            addFields(fields, member, names.get(i), scope, accesses);
            if (javaRecord) {
                components.add(component(member, names.get(i), offset, aligned, owner));
                pointers.add(name, names.get(i), types.map(member.type(), owner));
            }
        }
        return new RecordClass(name, Javadoc.ofBlock(source.record(record), source.comment(record)), cName, javaRecord,
                components, record.id().kind() == DeclId.Kind.UNION ? "UnionLayout" : "StructLayout",
                new LayoutExpression(api, lowering, types, layout).lines(record, record.name()),
                Literals.ofSize(layout.size()), Literals.ofSize(layout.align()), types.library(), fields,
                flexible(record, members, layout), javaRecord ? "" : padding.arguments(record), shown(fields));
    }

    /**
     * What a value's text has: whole members, each once. Of the longest records the first of them, and how many follow:
     * a class file holds neither a text nor a method for all.
     */
    private static List<Shown> shown(List<Field> fields) {
        List<String> names = fields.stream()
                .filter(field -> field.parameters().isEmpty() && !field.valueGet().isEmpty())
                .map(Field::name)
                .toList();
        List<Shown> shown = names.stream()
                .filter(name -> !name.endsWith("Raw") || !names.contains(name.substring(0, name.length() - 3)))
                .map(name -> new Shown(name, name + "()"))
                .toList();
        int count = 0;
        for (int length = 0; count < shown.size() && count < MOST_SHOWN && length < MOST_CHARACTERS; count++) {
            length += shown.get(count).name().length();
        }
        return count == shown.size()
                ? shown
                : Stream.concat(shown.stream().limit(count),
                        Stream.of(new Shown("...", "\"%s more\"".formatted(shown.size() - count)))).toList();
    }

    /** Where the records that were bound have pointers. */
    RecordPointers pointers() {
        return pointers;
    }

    private List<Flexible> flexible(RecordDecl record, List<Member> members, Layout layout) {
        return record.id().kind() == DeclId.Kind.UNION || members.isEmpty()
                ? List.of()
                : arrays.flexible(members.getLast(), layout.offsets().get(members.getLast().name())).stream().toList();
    }

    /** A component of the name of a type would hide the type from the code of the record. */
    private List<String> accessorNames(RecordDecl record, String name, List<Member> members, NameScope scope) {
        MentionedTypes mentioned = types.mentioned(members.stream().map(Member::type).toList());
        return types.declared()
                .members(record.id(), members,
                        member -> member.equals(name) || member.equals(types.library())
                                ? member + "_"
                                : mentioned.avoided(member),
                        scope);
    }

    private void addFields(List<Field> fields, Member member, String name, NameScope scope,
            List<Place.Access> accesses) {
        List<String> doc = Javadoc.of(source.member(member), member.comment());
        boolean open = lowering.resolve(member.type()) instanceof CType.Array array && Place.isOpen(array);
        Map<String, String> accessors = new HashMap<>(Map.of("", name));
        for (Place.Access access : accesses) {
            String accessor = accessors.computeIfAbsent(access.suffix(), suffix -> scope.claim(name + suffix));
            String arguments = access.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
            // A value is a copy of the record without what lies behind it.
            String valueGet = open ? "" : accessor + "(" + arguments + ")" + access.copy();
            fields.add(new Field(Javadoc.deprecated(documented(doc, access.parameters(), open), member.deprecated()),
                    accessor, access.parameters(),
                    access.type(), access.get(), access.valueType(), valueGet, access.setterType(), access.set()));
        }
    }

    private static List<String> documented(List<String> doc, List<Parameter> parameters, boolean isOpen) {
        if (parameters.isEmpty()) {
            return doc;
        }
        String row = "One row; indices count from 0.";
        String open = parameters.size() == 1
                ? "So many elements; the caller vouches that they are there."
                : "One row of so many; the caller vouches that they are there. Indices count from 0.";
        return Javadoc.withNote(doc, isOpen ? open : row);
    }

    private Component bits(Member member, String name, long bit) {
        BitFieldAccess access = BitFieldAccess.of(member, types, lowering);
        return new Component(access.value().resultType(), name, name + "()",
                access.write("segment()", Literals.ofSize(bit), "value." + name + "()"));
    }

    private Component component(Member member, String name, long offset, boolean aligned, String owner) {
        JavaValue value = types.map(member.type(), owner);
        boolean record = value.kind() == JavaValue.Kind.RECORD;
        String slice = MEMORY.slice(offset, lowering.storage(member.type()).size());
        return new Component(value.resultType(), name, record
                ? name + "().get()"
                : MEMORY.read(value.access(), offset, aligned),
                record
                        ? "new " + value.resultType() + ".Ptr(" + slice + ").set(value." + name + "())"
                        : MEMORY.write(value.access(), offset, aligned, "value." + name + "()"));
    }
}
