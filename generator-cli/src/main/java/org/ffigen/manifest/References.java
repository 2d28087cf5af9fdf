package org.ffigen.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;

/** The references of a manifest: each must name a type that is there, and no type may contain itself. */
final class References {

    /** The kinds of ids a type may refer to. */
    static final DeclId.Kind[] TYPES = DeclarationsByKind.TYPES.toArray(DeclId.Kind[]::new);

    private enum State {
        OPEN, DONE
    }

    private record Reference(DeclId id, ManifestNode node) {
    }

    private final List<Reference> all = new ArrayList<>();
    private final Map<DeclId, State> visited = new HashMap<>();

    void add(DeclId id, ManifestNode node) {
        all.add(new Reference(id, node));
    }

    /** @throws InvalidManifest at the first reference that cannot be right */
    void check(Map<DeclId, Declaration> declarations) {
        for (Reference reference : all) {
            if (!declarations.containsKey(reference.id())) {
                throw reference.node().invalid("there is no " + reference.id() + " in this manifest");
            }
        }
        for (Reference reference : all) {
            if (contains(reference.id(), declarations)) {
                throw reference.node().invalid(reference.id() + " contains itself");
            }
        }
    }

    private boolean contains(DeclId id, Map<DeclId, Declaration> declarations) {
        State state = visited.putIfAbsent(id, State.OPEN);
        if (state != null) {
            return state == State.OPEN;
        }
        boolean cyclic = switch (declarations.get(id)) {
            case TypedefDecl typedef -> contains(typedef.type(), declarations);
            case RecordDecl record -> record.members().stream().map(Member::type)
                    .anyMatch(type -> contains(type, declarations));
            default -> false;
        };
        visited.put(id, State.DONE);
        return cyclic;
    }

    /** A pointer or a function may lead back: only what lies inside counts. */
    private boolean contains(CType type, Map<DeclId, Declaration> declarations) {
        return switch (type) {
            case CType.Named(var id) -> contains(id, declarations);
            case CType.Const(var inner) -> contains(inner, declarations);
            case CType.Array(var element, _) -> contains(element, declarations);
            default -> false;
        };
    }
}
