package org.ffigen.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;

/** The references of a manifest: each must name a type that is there, and no type may contain itself. */
final class References {

    /** The kinds of ids a type may refer to. */
    static final DeclId.Kind[] TYPES = DeclarationsByKind.TYPES.toArray(DeclId.Kind[]::new);

    private enum State {
        OPEN, DONE
    }

    private record Reference(DeclId id, ManifestNode node) {}

    private final List<Reference> all = new ArrayList<>();
    private final Map<DeclId, State> visited = new HashMap<>();

    void add(DeclId id, ManifestNode node) {
        all.add(new Reference(id, node));
    }

    /**
     * Checks everything that was read.
     *
     * @param types what the manifest has under {@code types}
     * @throws InvalidManifest at the first reference that cannot be right
     */
    void check(ManifestNode types, Map<DeclId, Declaration> declarations) {
        for (Reference reference : all) {
            if (!declarations.containsKey(reference.id())) {
                throw reference.node().invalid("there is no " + reference.id() + " in this manifest");
            }
        }
        for (DeclId id : declarations.keySet()) {
            cycle(id, declarations).ifPresent(culprit -> {
                throw types.get(culprit.toString()).invalid(culprit + " contains itself");
            });
        }
    }

    /** A type that contains itself, found inside the type of that id. */
    private Optional<DeclId> cycle(DeclId id, Map<DeclId, Declaration> declarations) {
        State state = visited.putIfAbsent(id, State.OPEN);
        if (state != null) {
            return state == State.OPEN ? Optional.of(id) : Optional.empty();
        }
        Optional<DeclId> cycle = switch (declarations.get(id)) {
            case TypedefDecl typedef -> cycle(typedef.type(), declarations);
            case RecordDecl record -> record.members()
                    .stream()
                    .flatMap(member -> cycle(member.type(), declarations).stream())
                    .findFirst();
            default -> Optional.empty();
        };
        visited.put(id, State.DONE);
        return cycle;
    }

    /** A pointer or a function may lead back: only what lies inside counts. */
    private Optional<DeclId> cycle(CType type, Map<DeclId, Declaration> declarations) {
        return switch (type) {
            case CType.Named(var id) -> cycle(id, declarations);
            case CType.Const(var inner) -> cycle(inner, declarations);
            case CType.Qualified(_, var inner) -> cycle(inner, declarations);
            case CType.Array(var element, _) -> cycle(element, declarations);
            case CType.Atomic(var inner) -> cycle(inner, declarations);
            default -> Optional.empty();
        };
    }
}
