package org.ffigen.manifest;

import java.util.List;

/** The key {@code aliases} of a function or variable: the names that macros give it. */
final class AliasesJson {

    private static final String ALIASES = "aliases";

    private AliasesJson() {
    }

    static void write(CanonicalJson json, List<String> aliases) {
        if (!aliases.isEmpty()) {
            json.key(ALIASES).beginArray();
            aliases.forEach(json::value);
            json.endArray();
        }
    }

    static List<String> read(ManifestNode node) {
        return node.find(ALIASES)
                .map(aliases -> aliases.items().stream().map(ManifestNode::text).toList())
                .orElse(List.of());
    }
}
