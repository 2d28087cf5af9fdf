package org.ffigen.manifest;

import java.util.Optional;

/** {@code doc}: a comment as written, and its first paragraph for those who show one line. */
final class DocJson {

    private static final String KEY = "doc";

    private DocJson() {
    }

    static void write(CanonicalJson json, Optional<String> comment) {
        if (comment.isEmpty()) {
            return;
        }
        json.key(KEY).beginObject();
        String brief = CommentBrief.of(comment.get());
        if (!brief.isEmpty()) {
            json.key("brief").value(brief);
        }
        json.key("raw").value(comment.get()).endObject();
    }

    static Optional<String> read(ManifestNode owner) {
        return owner.find(KEY).flatMap(doc -> doc.find("raw")).map(ManifestNode::text);
    }
}
