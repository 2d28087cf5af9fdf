package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;

import org.ffigen.java.LibraryClass.Variable;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.VariableDecl;

/** A variable becomes a getter, and a setter unless it is const. */
final class VariableBinder {

    private final TypeMapper types;
    private final Lowering lowering;
    private final CSource source;
    private final Place place;

    VariableBinder(TypeMapper types, Lowering lowering, CSource source) {
        this.types = types;
        this.lowering = lowering;
        this.source = source;
        this.place = new Place(types, lowering);
    }

    List<Variable> bind(VariableDecl variable, String name, NameScope scope) {
        List<Variable> bound = new ArrayList<>();
        String owner = NamingStrategy.type(variable.name());
        for (Place.Access access : accesses(variable, owner)) {
            String set = access.set();
            bound.add(new Variable(Javadoc.of(source.variable(variable), variable.comment()),
                    access.suffix().isEmpty() ? name : scope.claim(name + access.suffix()),
                    "Variable_" + variable.name() + access.suffix(), variable.symbol(), size(variable.type()),
                    access.type(), access.get(), access.setterType(), set));
        }
        return bound;
    }

    /** A text is a {@code String}, and by its second name the pointer, which alone can be set. */
    private List<Place.Access> accesses(VariableDecl variable, String owner) {
        List<Place.Access> accesses = place.of(variable.type(), "segment", 0, true, owner);
        if (!types.isText(variable.type())) {
            return accesses;
        }
        Place.Access pointer = accesses.getFirst();
        return List.of(new Place.Access("", "@Nullable String", "Pointers.string(segment.get(ADDRESS, 0))", "", ""),
                new Place.Access("Raw", pointer.type(), pointer.get(), pointer.setterType(), pointer.set()));
    }

    private String size(CType type) {
        boolean unbounded = lowering.resolve(type) instanceof CType.Array array && array.length().isEmpty();
        return unbounded ? "Long.MAX_VALUE" : Long.toString(lowering.storage(type).size());
    }
}
