package org.ffigen.lower;

import java.util.ArrayList;
import java.util.List;
import org.ffigen.model.DeclId;
import org.ffigen.model.SkipCode;

/**
 * A record said in scalars that lie naturally, for the linker: as large, and with the same kind of register for each 8
 * bytes. What a scalar means is of no matter, as the callee sees the bytes.
 */
final class CallUnits {

    private final Shape record;
    private final Leaves leaves;

    private CallUnits(Shape record, Leaves leaves) {
        this.record = record;
        this.leaves = leaves;
    }

    /**
     * The units of a record that has members and no alignment over 8.
     *
     * @param sysV whether the target has the System V convention of x86-64; the others are asked for integers only,
     *        for which size alone decides: in general registers, or by reference to a copy
     * @return {@link Shape.Refused} if there are none
     */
    static Shape of(DeclId id, Shape record, Leaves leaves, boolean sysV) {
        CallUnits units = new CallUnits(record, leaves);
        if (sysV ? record.size() > Eightbytes.MAX_SIZE : !leaves.hasFloats()) {
            return struct(id, record.size(), List.of(units.run(0, record.size(), record.align(), false)));
        }
        if (!sysV || !Eightbytes.areRegisters(leaves)) {
            return new Shape.Refused(!sysV && leaves.hasBitFields()
                    ? SkipCode.BIT_FIELD_BY_VALUE
                    : SkipCode.PACKED_BY_VALUE);
        }
        return units.registers(id);
    }

    private Shape registers(DeclId id) {
        List<Shape.Field> fields = new ArrayList<>();
        for (long at = 0; at < record.size(); at += 8) {
            Eightbytes.Kind kind = Eightbytes.kind(leaves, at);
            boolean floating = kind == Eightbytes.Kind.SSE;
            long unit = floating ? Math.max(record.align(), 4) : record.align();
            if (kind == Eightbytes.Kind.NONE) {
                return new Shape.Refused(SkipCode.OVER_ALIGNED_BY_VALUE);
            }
            if (record.size() % unit != 0) {
                return new Shape.Refused(SkipCode.PACKED_BY_VALUE);
            }
            fields.add(run(at, Math.min(8, record.size() - at), unit, floating));
        }
        return struct(id, record.size(), fields);
    }

    private Shape.Field run(long offset, long bytes, long unit, boolean floating) {
        Shape element = new Shape.Scalar(word(unit, floating));
        return new Shape.Field("", offset, bytes == unit ? element : new Shape.ArrayShape(element, bytes / unit));
    }

    private static ScalarKind word(long unit, boolean floating) {
        return switch ((int) unit) {
            case 1 -> ScalarKind.I8;
            case 2 -> ScalarKind.I16;
            case 4 -> floating ? ScalarKind.F32 : ScalarKind.I32;
            default -> floating ? ScalarKind.F64 : ScalarKind.I64;
        };
    }

    private static Shape struct(DeclId id, long size, List<Shape.Field> units) {
        long align = units.stream().mapToLong(field -> field.shape().align()).max().orElse(1);
        return new Shape.StructShape(id, size, align, units);
    }
}
