package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;

import org.ffigen.java.LibraryClass.Accessor;
import org.ffigen.java.LibraryClass.Variable;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.ScalarKind;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.VariableDecl;

/** A variable becomes a getter, and a setter unless it is const. */
final class VariableBinder {

    private final TypeMapper types;
    private final Lowering lowering;
    private final CallShapes shapes;
    private final CSource source;
    private final SymbolHolders holders;
    private final TextRules texts;
    private final Place place;

    VariableBinder(TypeMapper types, Lowering lowering, CallShapes shapes, CSource source, SymbolHolders holders,
            TextRules texts) {
        this.texts = texts;
        this.types = types;
        this.lowering = lowering;
        this.shapes = shapes;
        this.source = source;
        this.holders = holders;
        this.place = new Place(types, lowering, texts.charset());
    }

    /** @param names of its accessors: its own, and those of its aliases */
    Variable bind(VariableDecl variable, List<MethodName> names, NameScope scope) {
        List<Accessor> accessors = new ArrayList<>();
        List<Place.Access> accesses = accesses(variable, types.strategy().strippedType(variable.name()));
        for (MethodName method : names) {
            List<String> doc = Javadoc.deprecated(Javadoc.ofAliased(variable.name(), method.aliases(),
                    source.variable(variable), variable.comment()), variable.deprecated());
            for (Place.Access access : accesses) {
                String name = access.suffix().isEmpty()
                        ? method.java()
                        : scope.claim(method.java() + access.suffix());
                accessors.add(new Accessor(doc, name, access.type(), access.get(), access.setterType(),
                        access.set()));
            }
        }
        return located(variable, accessors);
    }

    /** A thread-local variable is looked for at each access: every thread has its own. */
    private Variable located(VariableDecl variable, List<Accessor> accessors) {
        String size = size(variable.type());
        if (variable.shim().isPresent()) {
            Callee getter = holders.add(variable.name(), variable.symbol(), variable.shim(),
                    variable.name());
            String shape = shapes.use(Scalars.of(ScalarKind.POINTER), List.of());
            return new Variable(getter.library(), "%s.variable(%s.HANDLE, %s, %s)".formatted(getter.library(), shape,
                    getter.address(), size), accessors);
        }
        if (variable.threadLocal()) {
            return new Variable("LIBRARY", "LIBRARY.threadLocal(" + Literals.ofString(variable.symbol()) + ", " + size
                    + ")", accessors);
        }
        return new Variable("LIBRARY", holders.addVariable(variable.name(), variable.symbol(), size), accessors);
    }

    /** A text is a {@code String}, and by its second name the pointer, which alone can be set. */
    private List<Place.Access> accesses(VariableDecl variable, String owner) {
        List<Place.Access> accesses = place.of(variable.type(), new MemoryAccess.OfSegment("segment"), 0, true, owner);
        if (!types.isText(variable.type())) {
            return accesses;
        }
        Place.Access pointer = accesses.getFirst();
        return List.of(
                new Place.Access("", "@Nullable String", texts.read(variable.type(), "segment.get(ADDRESS, 0)"), "",
                        ""),
                new Place.Access("Raw", pointer.type(), pointer.get(), pointer.setterType(), pointer.set()));
    }

    private String size(CType type) {
        boolean unbounded = lowering.resolve(type) instanceof CType.Array array && array.length().isEmpty();
        return unbounded ? "Long.MAX_VALUE" : Literals.ofSize(lowering.storage(type).size());
    }
}
