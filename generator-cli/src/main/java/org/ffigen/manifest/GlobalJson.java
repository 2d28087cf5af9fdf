package org.ffigen.manifest;

import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.VariableDecl;

/** An entry of {@code globals}. */
final class GlobalJson {

    private GlobalJson() {
    }

    static void write(CanonicalJson json, VariableDecl variable, Obstacles obstacles) {
        AliasesJson.write(json, variable.aliases());
        DeprecationJson.write(json, variable.deprecated());
        DocJson.write(json, variable.comment());
        json.key("name").value(variable.name());
        obstacles.writeNoSymbol(json, variable.id());
        variable.shim().ifPresent(shim -> ShimJson.write(json, shim));
        SourceJson.write(json, variable.source());
        json.key("symbol").value(variable.symbol());
        if (variable.threadLocal()) {
            json.key("threadLocal").value(true);
        }
        TypeJson.write(json.key("type"), variable.type());
    }

    static VariableDecl read(ManifestNode node) {
        return new VariableDecl(node.id(DeclId.Kind.VAR), node.get("symbol").text(), TypeJson.read(node.get("type")),
                node.flag("threadLocal"), ShimJson.read(node), DeprecationJson.read(node), DocJson.read(node),
                SourceJson.read(node),
                AliasesJson.read(node));
    }
}
