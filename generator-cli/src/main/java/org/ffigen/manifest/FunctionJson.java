package org.ffigen.manifest;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Linkage;

/** An entry of {@code functions}. */
final class FunctionJson {

    private static final String[] LINKAGES = Stream.of(Linkage.values()).map(Linkage::word).toArray(String[]::new);

    private FunctionJson() {
    }

    static void write(CanonicalJson json, FunctionDecl function, Obstacles obstacles) {
        AliasesJson.write(json, function.aliases());
        obstacles.writeCallable(json, function.id());
        DeprecationJson.write(json, function.deprecated());
        DocJson.write(json, function.comment());
        if (function.firstVariadic().isPresent()) {
            json.key("firstVariadic").value(function.firstVariadic().getAsInt());
        }
        json.key("linkage").value(function.linkage().word());
        json.key("name").value(function.name());
        obstacles.writeNoSymbol(json, function.id());
        if (function.noreturn()) {
            json.key("noreturn").value(true);
        }
        SignatureJson.writeTypes(json, function.type());
        function.shim().ifPresent(shim -> ShimJson.write(json, shim));
        SourceJson.write(json, function.source());
        json.key("symbol").value(function.symbol());
        SignatureJson.writeVariadic(json, function.type());
    }

    static FunctionDecl read(ManifestNode node) {
        return new FunctionDecl(node.id(DeclId.Kind.FUNCTION), node.get("symbol").text(), SignatureJson.read(node),
                Linkage.valueOf(node.get("linkage").oneOf(LINKAGES).toUpperCase(Locale.ROOT)),
                node.find("firstVariadic").map(n -> OptionalInt.of(n.int32())).orElse(OptionalInt.empty()),
                ShimJson.read(node), node.flag("noreturn"), DeprecationJson.read(node),
                DocJson.read(node), SourceJson.read(node), AliasesJson.read(node));
    }
}
