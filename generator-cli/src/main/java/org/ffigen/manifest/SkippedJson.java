package org.ffigen.manifest;

import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;

/** An entry of {@code skipped}. */
final class SkippedJson {

    private SkippedJson() {
    }

    static void write(CanonicalJson json, Skipped skipped) {
        json.beginObject();
        json.key("code").value(skipped.code().code());
        json.key("kind").value(skipped.kind());
        json.key("name").value(skipped.name());
        json.key("reason").value(skipped.reason());
        SourceJson.write(json, skipped.source());
        json.endObject();
    }

    static Skipped read(ManifestNode node) {
        return new Skipped(node.get("kind").text(), node.get("name").text(), code(node.get("code")),
                node.get("reason").text(), SourceJson.read(node));
    }

    private static SkipCode code(ManifestNode node) {
        try {
            return SkipCode.parse(node.text());
        } catch (IllegalArgumentException e) {
            throw node.invalid("there is no code \"" + node.text() + "\"");
        }
    }
}
