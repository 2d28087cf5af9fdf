package org.ffigen.manifest;

import java.util.Optional;
import org.ffigen.model.Shim;

/** The {@code shim} of a function or variable. */
final class ShimJson {

    private ShimJson() {
    }

    static void write(CanonicalJson json, Shim shim) {
        json.key("shim").beginObject();
        json.key("library").value(shim.library());
        SignatureJson.writeTypes(json, shim.type());
        json.key("symbol").value(shim.symbol());
        json.endObject();
    }

    static Optional<Shim> read(ManifestNode node) {
        return node.find("shim")
                .map(shim -> new Shim(shim.get("library").text(), shim.get("symbol").text(),
                        SignatureJson.read(shim)));
    }
}
