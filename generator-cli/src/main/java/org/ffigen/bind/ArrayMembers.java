package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ffigen.java.Parameter;
import org.ffigen.java.RecordClass.Flexible;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.Member;

/** What records have for members that are arrays beside the view of all elements: rows, and lengths that C keeps. */
final class ArrayMembers {

    private static final MemoryAccess MEMORY = new MemoryAccess.OfPointer();
    private static final String LENGTH = "length";

    private final TypeMapper types;
    private final Lowering lowering;
    private final Place place;

    ArrayMembers(TypeMapper types, Lowering lowering, Place place) {
        this.types = types;
        this.lowering = lowering;
        this.place = place;
    }

    /** The accessors with parameters of a member; none if it is not such an array. */
    List<Place.Access> of(Member member, long offset, String owner) {
        if (!(lowering.resolve(member.type()) instanceof CType.Array array)
                || lowering.refusalInPlace(array).isPresent()) {
            return List.of();
        }
        boolean constant = lowering.isConst(member.type());
        return Place.isOpen(array)
                ? counted(array, offset, constant, owner)
                : rows(array, MEMORY.slice(offset, lowering.storage(array).size()), length(array), List.of(), List.of(),
                        constant, owner);
    }

    /** The array at the end of a struct whose length its type does not say. */
    Optional<Flexible> flexible(Member last, Long offset) {
        if (offset == null || !(lowering.resolve(last.type()) instanceof CType.Array array)
                || !Place.isOpen(array) || lowering.refusalInPlace(array).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Flexible(Literals.ofSize(offset), Literals.ofSize(elementSize(array))));
    }

    private long elementSize(CType.Array array) {
        return lowering.storage(array.element()).size();
    }

    /** A view of as many elements as the caller says: only the library knows where they end. */
    private List<Place.Access> counted(CType.Array array, long offset, boolean constant, String owner) {
        String end = "MemberArrays.end(" + Literals.ofSize(offset) + ", " + Literals.ofSize(elementSize(array)) + ", "
                + LENGTH + ")";
        String all = types.pointers() + ".resized(segment(), 1, " + end + ")";
        String slice = offset == 0 ? all : all + ".asSlice(" + Literals.ofSize(offset) + ")";
        List<Parameter> parameters = List.of(new Parameter("long", LENGTH));
        List<Place.Access> accesses = new ArrayList<>();
        place.array(array, place.orNull(array, slice), true, constant, owner)
                .forEach(a -> accesses.add(a.over(parameters)));
        accesses.addAll(rows(array, slice, LENGTH, parameters, List.of(), constant, owner));
        return accesses;
    }

    private static String length(CType.Array array) {
        return Long.toString(array.length().orElse(0));
    }

    /**
     * Those of the rows, then those of their rows.
     *
     * @param count how many rows there are
     * @param before what the accessors take before the indices
     * @param outer the indices of what the rows are in
     */
    private List<Place.Access> rows(CType.Array array, String slice, String count, List<Parameter> before,
            List<Parameter> outer, boolean constant, String owner) {
        if (!(lowering.resolve(array.element()) instanceof CType.Array row)) {
            return List.of();
        }
        List<Parameter> indices = new ArrayList<>(outer);
        String index = outer.size() < 3 ? "ijk".substring(outer.size(), outer.size() + 1) : "i" + outer.size();
        indices.add(new Parameter("long", index));
        List<Parameter> parameters = Stream.concat(before.stream(), indices.stream()).toList();
        String memory = "MemberArrays.row(" + slice + ", " + count + ", " + index + ")";
        List<Place.Access> accesses = new ArrayList<>();
        place.array(row, Place.isOpen(row) ? place.orNull(row, memory) : memory, true, constant, owner)
                .forEach(a -> accesses.add(a.over(parameters)));
        accesses.addAll(rows(row, memory, length(row), before, indices, constant, owner));
        return accesses;
    }
}
