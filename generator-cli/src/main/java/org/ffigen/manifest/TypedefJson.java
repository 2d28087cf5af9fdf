package org.ffigen.manifest;

import java.util.OptionalLong;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.TypedefDecl;

/** A typedef in {@code types}. */
final class TypedefJson {

    private TypedefJson() {
    }

    static void write(CanonicalJson json, TypedefDecl typedef) {
        typedef.align().ifPresent(align -> json.key("align").value(align));
        DocJson.write(json, typedef.comment());
        json.key("kind").value("typedef");
        json.key("name").value(typedef.name());
        SourceJson.write(json, typedef.source());
        TypeJson.write(json.key("type"), typedef.type());
    }

    static TypedefDecl read(ManifestNode node, DeclId id) {
        return new TypedefDecl(id, TypeJson.read(node.get("type")),
                node.has("align") ? OptionalLong.of(node.get("align").size()) : OptionalLong.empty(),
                DocJson.read(node),
                SourceJson.read(node));
    }
}
