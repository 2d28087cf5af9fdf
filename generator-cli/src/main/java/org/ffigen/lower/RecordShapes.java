package org.ffigen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Layout;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Target;

/** Shapes of structs and unions: the declaration's members at the places the compiler's layout gives. */
final class RecordShapes {

    private final NativeApi api;
    private final Target target;
    private final Lowering lowering;
    private final Map<DeclId, Shape> known = new HashMap<>();

    RecordShapes(NativeApi api, Target target, Lowering lowering) {
        this.api = api;
        this.target = target;
        this.lowering = lowering;
    }

    /** @return {@link Shape.Refused} where the record is incomplete on this target */
    Shape shape(DeclId id) {
        Shape shape = known.get(id);
        if (shape == null) {
            shape = build(id);
            known.put(id, shape);
        }
        return shape;
    }

    private Shape build(DeclId id) {
        Layout layout = layout(id);
        if (layout == null) {
            return new Shape.Refused(SkipCode.INCOMPLETE_BY_VALUE);
        }
        List<Shape.Field> fields = new ArrayList<>();
        for (Member member : ((RecordDecl) api.declarations().get(id)).members()) {
            long offset = offset(member, layout);
            if (offset >= 0) {
                fields.add(new Shape.Field(member.name(), offset, member.bits().isPresent()
                        ? bitField(member, layout.bitOffsets().get(member.name()))
                        : lowering.storage(member.type())));
            } else if (!member.name().isEmpty()) {
                throw new IllegalArgumentException(id + " has no offset for " + member.name() + " on " + target.id());
            }
        }
        return id.kind() == DeclId.Kind.UNION
                ? new Shape.UnionShape(id, layout.size(), layout.align(), fields)
                : new Shape.StructShape(id, layout.size(), layout.align(), fields);
    }

    private Shape bitField(Member member, long offset) {
        return lowering.storage(member.type()) instanceof Shape.Scalar(var word)
                ? new Shape.BitField(word, (int) (offset % Byte.SIZE), member.bits().getAsInt())
                : new Shape.Refused(SkipCode.UNSUPPORTED_TYPE);
    }

    /** In bytes from the start of the record; negative for what has no place, such as an unnamed bit-field. */
    private long offset(Member member, Layout layout) {
        if (!member.name().isEmpty()) {
            return member.bits().isPresent()
                    ? layout.bitOffsets().getOrDefault(member.name(), -Byte.SIZE * 1L) / Byte.SIZE
                    : layout.offsets().getOrDefault(member.name(), -1L);
        }
        return lowering.resolve(member.type()) instanceof CType.Named named ? anonymous(named.id(), layout) : -1;
    }

    /** An anonymous member lies where its own members, seen from the outer record, begin. */
    private long anonymous(DeclId inner, Layout outer) {
        Layout own = layout(inner);
        if (own == null) {
            return -1;
        }
        return own.offsets().isEmpty()
                ? distance(own.bitOffsets(), outer.bitOffsets(), Byte.SIZE)
                : distance(own.offsets(), outer.offsets(), 1);
    }

    private static long distance(SortedMap<String, Long> inner, SortedMap<String, Long> outer, int unit) {
        if (inner.isEmpty()) {
            return -1;
        }
        String name = inner.firstKey();
        Long place = outer.get(name);
        return place == null ? -1 : (place - inner.get(name)) / unit;
    }

    private Layout layout(DeclId id) {
        return api.declarations().get(id) instanceof RecordDecl decl ? decl.layout().on(target.id()) : null;
    }
}
