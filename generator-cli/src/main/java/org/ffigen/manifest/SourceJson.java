package org.ffigen.manifest;

import org.ffigen.model.SourceLocation;

/** {@code source}: where a declaration stands. A system header goes without line and column. */
final class SourceJson {

    private static final String KEY = "source";

    private SourceJson() {
    }

    static void write(CanonicalJson json, SourceLocation source) {
        json.key(KEY).beginObject();
        if (source.column() != 0) {
            json.key("column").value(source.column());
        }
        json.key("file").value(source.file());
        if (source.line() != 0) {
            json.key("line").value(source.line());
        }
        json.endObject();
    }

    static SourceLocation read(ManifestNode owner) {
        ManifestNode source = owner.get(KEY);
        return new SourceLocation(source.get("file").text(), number(source, "line"), number(source, "column"));
    }

    private static int number(ManifestNode source, String key) {
        return source.find(key).map(ManifestNode::int32).orElse(0);
    }
}
