package org.ffigen.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.NativeApi;

/** An API's declarations by the kind of their ids, each kind in the order of the names. */
final class DeclarationsByKind {

    /** The kinds of types, in the order of their ids. */
    static final List<DeclId.Kind> TYPES = List.of(DeclId.Kind.ENUM, DeclId.Kind.STRUCT, DeclId.Kind.TYPEDEF,
            DeclId.Kind.UNION);

    private final Map<DeclId.Kind, List<Declaration>> byKind = new EnumMap<>(DeclId.Kind.class);

    DeclarationsByKind(NativeApi api) {
        for (Declaration decl : api.declarations().values()) {
            // A static const variable is a constant, under the id of a variable.
            DeclId.Kind kind = decl instanceof MacroConstant ? DeclId.Kind.MACRO : decl.id().kind();
            byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(decl);
        }
    }

    /** In the order of their ids as texts. */
    List<Declaration> of(DeclId.Kind kind) {
        return byKind.getOrDefault(kind, List.of())
                .stream()
                .sorted(Comparator.comparing(decl -> decl.id().toString()))
                .toList();
    }
}
