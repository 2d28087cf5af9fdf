package org.ffigen.manifest;

import org.ffigen.model.Target;

/** An entry of {@code targets}; its key is the target's id. */
final class TargetJson {

    private TargetJson() {
    }

    static void write(CanonicalJson json, Target target) {
        json.key(target.id()).beginObject();
        json.key("charSigned").value(target.charSigned());
        json.key("endian").value(target.littleEndian() ? "little" : "big");
        json.key("longBits").value(target.longBits());
        json.key("pointerBits").value(target.pointerBits());
        json.key("triple").value(target.triple());
        json.key("wcharBits").value(target.wcharBits());
        json.endObject();
    }

    static Target read(ManifestNode node) {
        return new Target(node.token(), node.get("triple").text(), node.get("pointerBits").int32(),
                node.get("longBits").int32(), node.get("wcharBits").int32(), node.get("charSigned").flag(),
                node.get("endian").oneOf("little", "big").equals("little"));
    }
}
