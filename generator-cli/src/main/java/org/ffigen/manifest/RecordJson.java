package org.ffigen.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.Member;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;

/** A struct or union in {@code types}: complete, with members and layout, or opaque. */
final class RecordJson {

    private RecordJson() {
    }

    static void write(CanonicalJson json, RecordDecl record, List<String> typedefs) {
        json.key("complete").value(true);
        DocJson.write(json, record.comment());
        json.key("kind").value(record.id().kind().word());
        LayoutJson.write(json, record.layout());
        json.key("members").beginArray();
        record.members().forEach(member -> write(json, member));
        json.endArray();
        TypeEntry.writeNames(json, record, typedefs);
    }

    static void write(CanonicalJson json, OpaqueDecl opaque, List<String> typedefs) {
        json.key("complete").value(false);
        DocJson.write(json, opaque.comment());
        json.key("kind").value(opaque.id().kind().word());
        TypeEntry.writeNames(json, opaque, typedefs);
    }

    private static void write(CanonicalJson json, Member member) {
        json.beginObject();
        if (member.bits().isPresent()) {
            json.key("bits").value(member.bits().getAsInt());
        }
        DeprecationJson.write(json, member.deprecated());
        DocJson.write(json, member.comment());
        if (!member.name().isEmpty()) {
            json.key("name").value(member.name());
        }
        TypeJson.write(json.key("type"), member.type());
        json.endObject();
    }

    static Declaration read(ManifestNode node, DeclId id) {
        if (!node.get("complete").flag()) {
            return new OpaqueDecl(id, DocJson.read(node), SourceJson.read(node));
        }
        List<Member> members = new ArrayList<>();
        node.get("members").items().forEach(member -> members.add(member(member)));
        return new RecordDecl(id, members, LayoutJson.read(node), DocJson.read(node), SourceJson.read(node));
    }

    private static Member member(ManifestNode node) {
        OptionalInt bits = node.has("bits") ? OptionalInt.of(node.get("bits").int32()) : OptionalInt.empty();
        return new Member(node.text("name"), TypeJson.read(node.get("type")), bits, DeprecationJson.read(node),
                DocJson.read(node));
    }
}
