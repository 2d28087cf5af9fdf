package org.ffigen.manifest;

import java.util.List;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;

/** What the entries of {@code types} have in common. */
final class TypeEntry {

    private TypeEntry() {
    }

    /** {@code name}, {@code source}, {@code typedefs}: the last keys of a record. */
    static void writeNames(CanonicalJson json, Declaration decl, List<String> typedefs) {
        writeName(json, decl.id());
        writeSource(json, decl, typedefs);
    }

    /** A type that is only known by its place has no name that C code could use. */
    static void writeName(CanonicalJson json, DeclId id) {
        if (id.isSpelled()) {
            json.key("name").value(id.name());
        }
    }

    /** @param typedefs the names that typedefs give this very type */
    static void writeSource(CanonicalJson json, Declaration decl, List<String> typedefs) {
        SourceJson.write(json, decl.source());
        if (!typedefs.isEmpty()) {
            json.key("typedefs").beginArray();
            typedefs.forEach(json::value);
            json.endArray();
        }
    }
}
