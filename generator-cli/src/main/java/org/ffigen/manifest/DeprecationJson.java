package org.ffigen.manifest;

import java.util.Optional;

/** {@code deprecated}: the message of the attribute, empty if it has none; absent where there is no attribute. */
final class DeprecationJson {

    private static final String KEY = "deprecated";

    private DeprecationJson() {
    }

    static void write(CanonicalJson json, Optional<String> message) {
        message.ifPresent(text -> json.key(KEY).value(text));
    }

    static Optional<String> read(ManifestNode owner) {
        return owner.find(KEY).map(ManifestNode::text);
    }
}
