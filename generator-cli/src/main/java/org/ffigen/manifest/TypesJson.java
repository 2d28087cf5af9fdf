package org.ffigen.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;

/** {@code types}: records, enums and typedefs by id. */
final class TypesJson {

    private TypesJson() {
    }

    static void write(CanonicalJson json, DeclarationsByKind declarations, Collection<Lowering> targets) {
        Map<DeclId, List<String>> typedefs = typedefs(declarations);
        json.key("types").beginObject();
        for (DeclId.Kind kind : DeclarationsByKind.TYPES) {
            for (Declaration decl : declarations.of(kind)) {
                json.key(decl.id().toString()).beginObject();
                List<String> names = typedefs.getOrDefault(decl.id(), List.of());
                switch (decl) {
                    case RecordDecl record -> RecordJson.write(json, record, names);
                    case OpaqueDecl opaque -> RecordJson.write(json, opaque, names);
                    case EnumDecl enumeration -> EnumJson.write(json, enumeration, names, targets);
                    case TypedefDecl typedef -> TypedefJson.write(json, typedef);
                    default -> throw new IllegalArgumentException(decl.id() + " is no type");
                }
                json.endObject();
            }
        }
        json.endObject();
    }

    /** The typedefs that name a type itself, not a pointer to it nor another typedef. */
    private static Map<DeclId, List<String>> typedefs(DeclarationsByKind declarations) {
        Map<DeclId, List<String>> names = new HashMap<>();
        for (Declaration decl : declarations.of(DeclId.Kind.TYPEDEF)) {
            if (decl instanceof TypedefDecl typedef && typedef.type() instanceof CType.Named(var id)) {
                names.computeIfAbsent(id, _ -> new ArrayList<>()).add(typedef.name());
            }
        }
        return names;
    }

    static Declaration read(ManifestNode node) {
        DeclId id = node.id(References.TYPES);
        String kind = node.get("kind").oneOf("struct", "union", "enum", "typedef");
        if (!id.kind().word().equals(kind)) {
            throw node.invalid("the kind is " + kind + ", but the id says otherwise");
        }
        return switch (id.kind()) {
            case ENUM -> EnumJson.read(node, id);
            case TYPEDEF -> TypedefJson.read(node, id);
            default -> RecordJson.read(node, id);
        };
    }
}
