package org.ffigen.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;

/**
 * What may travel by value. The JVM's linker, like libffi, knows only records whose members lie naturally: each at the
 * next multiple of its alignment, the whole rounded up. Anything else it refuses, or worse, passes wrong.
 */
final class ByValue {

    private final NativeApi api;
    private final Map<DeclId, Optional<SkipCode>> known = new HashMap<>();

    ByValue(NativeApi api) {
        this.api = api;
    }

    /** Why a value of that shape cannot be passed or returned; empty if it can. */
    Optional<SkipCode> refusal(Shape shape) {
        return switch (shape) {
            case Shape.Scalar _ -> Optional.empty();
            case Shape.Refused refused -> Optional.of(refused.code());
            case Shape.ArrayShape array -> array.count() == 0
                    ? Optional.of(SkipCode.FLEXIBLE_BY_VALUE)
                    : refusal(array.element());
            case Shape.StructShape struct -> record(struct.id(), struct.fields(), struct);
            case Shape.UnionShape union -> record(union.id(), union.fields(), union);
        };
    }

    private Optional<SkipCode> record(DeclId id, List<Shape.Field> fields, Shape shape) {
        Optional<SkipCode> refusal = known.get(id);
        if (refusal == null) {
            refusal = members((RecordDecl) api.declarations().get(id), fields);
            if (refusal.isEmpty() && !isNatural(shape)) {
                refusal = Optional.of(SkipCode.PACKED_BY_VALUE);
            }
            known.put(id, refusal);
        }
        return refusal;
    }

    private Optional<SkipCode> members(RecordDecl decl, List<Shape.Field> fields) {
        for (Member member : decl.members()) {
            if (member.bits().isPresent()) {
                return Optional.of(SkipCode.BIT_FIELD_BY_VALUE);
            }
        }
        if (fields.isEmpty() || fields.size() < decl.members().size()) {
            return Optional.of(SkipCode.EMPTY_BY_VALUE);
        }
        for (Shape.Field field : fields) {
            Optional<SkipCode> inner = refusal(field.shape());
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Optional.empty();
    }

    private static boolean isNatural(Shape record) {
        return record instanceof Shape.StructShape struct ? isNatural(struct) : isNatural((Shape.UnionShape) record);
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
