package org.ffigen.bind;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.Shape;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.NativeApi;

/**
 * The records of which one lies unaligned somewhere, inside a packed record: what reads and writes their members must
 * not ask for an alignment.
 */
final class UnalignedRecords {

    private final Set<DeclId> ids = new HashSet<>();

    private UnalignedRecords() {
    }

    static Set<DeclId> of(NativeApi api, Lowering lowering) {
        UnalignedRecords records = new UnalignedRecords();
        for (RecordDecl record : api.all(RecordDecl.class)) {
            Shape shape = lowering.storage(new CType.Named(record.id()));
            records.visit(shape, false);
        }
        return Set.copyOf(records.ids);
    }

    private void visit(Shape record, boolean unaligned) {
        for (Shape.Field field : fields(record)) {
            Shape inner = field.shape() instanceof Shape.ArrayShape array ? array.element() : field.shape();
            boolean askew = unaligned || field.offset() % inner.align() != 0 || inner.align() > record.align();
            if (askew && id(inner) != null && ids.add(id(inner))) {
                visit(inner, true);
            }
        }
    }

    private static List<Shape.Field> fields(Shape shape) {
        return switch (shape) {
            case Shape.StructShape struct -> struct.fields();
            case Shape.UnionShape union -> union.fields();
            default -> List.of();
        };
    }

    private static DeclId id(Shape shape) {
        return switch (shape) {
            case Shape.StructShape struct -> struct.id();
            case Shape.UnionShape union -> union.id();
            default -> null;
        };
    }
}
