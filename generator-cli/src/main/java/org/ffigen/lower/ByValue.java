package org.ffigen.lower;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ffigen.model.DeclId;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Target;

/**
 * What may travel by value, and as what. The JVM's linker knows only {@linkplain NaturalLayout natural} records; any
 * other goes as a struct of scalars that the target's calling convention treats alike, where there is one.
 */
final class ByValue {

    /** The largest alignment of an argument that a stack has anyway, and that no convention asks after. */
    private static final long MAX_ALIGN = 8;

    private final NativeApi api;
    private final Target target;
    private final Map<DeclId, Shape> known = new HashMap<>();

    ByValue(NativeApi api, Target target) {
        this.api = api;
        this.target = target;
    }

    /** What the linker is told of a value of that shape; {@link Shape.Refused} if it cannot be passed or returned. */
    Shape callShape(Shape shape) {
        return switch (shape) {
            case Shape.Scalar scalar -> scalar;
            case Shape.ComplexShape complex -> complex;
            case Shape.Refused refused -> refused;
            case Shape.BitField _ -> throw new IllegalArgumentException("no value of its own: " + shape);
            case Shape.ArrayShape array -> throw new IllegalArgumentException("C passes no arrays: " + array);
            case Shape.StructShape struct -> record(struct.id(), struct);
            case Shape.UnionShape union -> record(union.id(), union);
        };
    }

    /** Whether C may write a result of that shape to memory that the caller gives. */
    boolean isInMemory(Shape shape) {
        boolean record = shape instanceof Shape.StructShape || shape instanceof Shape.UnionShape;
        return record && !(isSysV() && shape.size() <= Eightbytes.MAX_SIZE);
    }

    private Shape record(DeclId id, Shape record) {
        Shape call = known.get(id);
        if (call == null) {
            call = decide(id, record);
            known.put(id, call);
        }
        return call;
    }

    private Shape decide(DeclId id, Shape record) {
        Leaves leaves = Leaves.of(record, api);
        Optional<SkipCode> refusal = refusal(record, leaves);
        if (refusal.isPresent()) {
            return new Shape.Refused(refusal.get());
        }
        return NaturalLayout.describes(record) ? record : CallUnits.of(id, record, leaves, isSysV());
    }

    private Optional<SkipCode> refusal(Shape record, Leaves leaves) {
        boolean memory = isSysV() && record.size() > Eightbytes.MAX_SIZE;
        if (leaves.isFlexible()) {
            return Optional.of(SkipCode.FLEXIBLE_BY_VALUE);
        }
        // In memory it is of no matter what the bytes mean; whose they are still is.
        Optional<SkipCode> inside = leaves.refusal().filter(code -> code != SkipCode.UNSUPPORTED_TYPE || !memory);
        if (inside.isPresent()) {
            return inside;
        }
        if (leaves.isEmpty()) {
            return Optional.of(SkipCode.EMPTY_BY_VALUE);
        }
        if (record.align() > MAX_ALIGN) {
            return Optional.of(SkipCode.OVER_ALIGNED_BY_VALUE);
        }
        if (leaves.hasAtomics() && !memory) {
            return Optional.of(SkipCode.ATOMIC_BY_VALUE);
        }
        return leaves.hasUnnamedBits() && !memory && isDisputed(record, leaves)
                ? Optional.of(SkipCode.BIT_FIELD_BY_VALUE)
                : Optional.empty();
    }

    /** Bits without a name matter only where nothing else says what kind of register it is. */
    private boolean isDisputed(Shape record, Leaves leaves) {
        return isSysV() ? !Eightbytes.areIntegers(leaves, record.size()) : leaves.hasFloats();
    }

    private boolean isSysV() {
        return target.id().endsWith("-x86_64") && !target.id().startsWith("windows-");
    }
}
