package org.ffigen.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;

/** The scalars and bit-fields at the bottom of a record. Of a large one, those of the first element of each array. */
final class Leaves {

    /**
     * A scalar, or some bits.
     *
     * @param offset in bytes from the start of the outermost record
     * @param size how many bytes it touches
     * @param aligned whether it lies at a multiple of its alignment; always of bits
     */
    record Leaf(long offset, long size, boolean floating, boolean aligned) {}

    private final NativeApi api;
    private final long maxElements;
    private final List<Leaf> leaves = new ArrayList<>();
    private SkipCode refusal;
    private boolean flexible;
    private boolean bitFields;
    private boolean unnamedBits;
    private boolean atomic;

    private Leaves(NativeApi api, long maxElements) {
        this.api = api;
        this.maxElements = maxElements;
    }

    static Leaves of(Shape record, NativeApi api) {
        Leaves leaves = new Leaves(api, record.size() <= Eightbytes.MAX_SIZE ? Eightbytes.MAX_SIZE : 1);
        leaves.add(record, 0);
        return leaves;
    }

    private void add(Shape shape, long at) {
        switch (shape) {
            case Shape.Scalar(var word) -> leaves.add(new Leaf(at, shape.size(),
                    word == ScalarKind.F32 || word == ScalarKind.F64, at % shape.align() == 0));
            case Shape.ComplexShape(var part) -> {
                add(new Shape.Scalar(part), at);
                add(new Shape.Scalar(part), at + part.bytes());
            }
            case Shape.BitField bits -> {
                bitFields = true;
                leaves.add(new Leaf(at, bits.size(), false, true));
            }
            case Shape.Refused(var code, _, _) -> refusal = refusal == null ? code : refusal;
            case Shape.ArrayShape array -> {
                flexible |= array.count() == 0;
                for (long i = 0; i < Math.min(array.count(), maxElements); i++) {
                    add(array.element(), at + i * array.element().size());
                }
            }
            case Shape.StructShape struct -> addAll(struct.id(), struct.fields(), at);
            case Shape.UnionShape union -> addAll(union.id(), union.fields(), at);
        }
    }

    private void addAll(DeclId id, List<Shape.Field> fields, long at) {
        List<Member> members = ((RecordDecl) api.declarations().get(id)).members();
        atomic |= members.stream().anyMatch(member -> isAtomic(member.type()));
        long placed = members.stream()
                .filter(member -> member.bits().orElse(1) > 0)
                .count();
        unnamedBits |= fields.size() < placed;
        fields.forEach(field -> add(field.shape(), at + field.offset()));
    }

    /** Records among the members are asked themselves. */
    private boolean isAtomic(CType type) {
        return switch (type.unqualified()) {
            case CType.Atomic _ -> true;
            case CType.Array array -> isAtomic(array.element());
            case CType.Named(var id) ->
                api.declarations().get(id) instanceof TypedefDecl typedef && isAtomic(typedef.type());
            default -> false;
        };
    }

    List<Leaf> all() {
        return leaves;
    }

    /** Whether nothing is there but, perhaps, what has no shape. */
    boolean isEmpty() {
        return leaves.isEmpty() && refusal == null;
    }

    /** Why one of them has no shape; empty if all have. */
    Optional<SkipCode> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whether an array without elements is among them. */
    boolean isFlexible() {
        return flexible;
    }

    /** Whether there is an atomic member: clang passes such a record in memory, gcc as if it were none. */
    boolean hasAtomics() {
        return atomic;
    }

    /** Whether there are bits without a name, which gcc classifies and clang does not. */
    boolean hasUnnamedBits() {
        return unnamedBits;
    }

    boolean hasBitFields() {
        return bitFields;
    }

    boolean hasFloats() {
        return leaves.stream().anyMatch(Leaf::floating);
    }
}
