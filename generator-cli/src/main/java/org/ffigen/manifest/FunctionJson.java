package org.ffigen.manifest;

import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;

/** An entry of {@code functions}. */
final class FunctionJson {

    private static final String INLINE = "inline";
    private static final String EXTERNAL = "external";

    private FunctionJson() {
    }

    static void write(CanonicalJson json, FunctionDecl function, Obstacles obstacles) {
        AliasesJson.write(json, function.aliases());
        obstacles.writeCallable(json, function.id());
        if (function.deprecated().isPresent()) {
            json.key("deprecated").value(function.deprecated().get());
        }
        DocJson.write(json, function.comment());
        json.key("linkage").value(function.inline() ? INLINE : EXTERNAL);
        json.key("name").value(function.name());
        obstacles.writeNoSymbol(json, function.id());
        if (function.noreturn()) {
            json.key("noreturn").value(true);
        }
        SignatureJson.writeTypes(json, function.type());
        SourceJson.write(json, function.source());
        json.key("symbol").value(function.symbol());
        SignatureJson.writeVariadic(json, function.type());
    }

    static FunctionDecl read(ManifestNode node) {
        return new FunctionDecl(node.id(DeclId.Kind.FUNCTION), node.get("symbol").text(), SignatureJson.read(node),
                node.get("linkage").oneOf(EXTERNAL, INLINE).equals(INLINE), node.flag("noreturn"),
                node.find("deprecated").map(ManifestNode::text), DocJson.read(node), SourceJson.read(node),
                AliasesJson.read(node));
    }
}
