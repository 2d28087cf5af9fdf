package org.ffigen.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.ScalarKind;
import org.ffigen.lower.Shape;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.EnumConstant;
import org.ffigen.model.Declaration.EnumDecl;

/** An enumeration in {@code types}. */
final class EnumJson {

    private EnumJson() {
    }

    static void write(CanonicalJson json, EnumDecl decl, List<String> typedefs, Collection<Lowering> targets) {
        json.key("constants").beginArray();
        decl.constants().forEach(constant -> write(json, constant));
        json.endArray();
        DocJson.write(json, decl.comment());
        json.key("flags").value(decl.flags());
        json.key("kind").value("enum");
        TypeEntry.writeName(json, decl.id());
        writeRepresentation(json, decl.type(), targets);
        TypeEntry.writeSource(json, decl, typedefs);
    }

    private static void write(CanonicalJson json, EnumConstant constant) {
        json.beginObject();
        DeprecationJson.write(json, constant.deprecated());
        DocJson.write(json, constant.comment());
        json.key("name").value(constant.name());
        json.key("value").value(constant.value().toString());
        json.endObject();
    }

    /** The integer that holds it; how wide that is depends on the target for {@code long}. */
    private static void writeRepresentation(CanonicalJson json, BuiltinKind type, Collection<Lowering> targets) {
        SortedMap<String, Shape> shapes = new TreeMap<>();
        targets.forEach(target -> shapes.put(target.target().id(), target.storage(new CType.Builtin(type))));
        json.key("repr").beginObject();
        if (shapes.isEmpty()) {
            shapes.put(ManifestFormat.ALL_TARGETS, Shape.VOID);
        }
        ByTarget.of(shapes, targets.size()).forEach((target, shape) -> {
            json.key(target).beginObject();
            if (shape instanceof Shape.Scalar(var word) && word != ScalarKind.VOID) {
                json.key("bits").value(word.bytes() * Byte.SIZE);
                json.key("signed").value(word.isSigned());
            }
            json.key("type").value(TypeJson.ref(type)).endObject();
        });
        json.endObject();
    }

    static EnumDecl read(ManifestNode node, DeclId id) {
        List<EnumConstant> constants = new ArrayList<>();
        for (ManifestNode constant : node.get("constants").items()) {
            constants.add(new EnumConstant(constant.get("name").text(), constant.get("value").decimal(),
                    DeprecationJson.read(constant), DocJson.read(constant)));
        }
        return new EnumDecl(id, TypeJson.builtin(node.get("repr").first().get("type")), constants, node.flag("flags"),
                DocJson.read(node), SourceJson.read(node));
    }
}
