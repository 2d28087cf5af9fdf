package org.ffigen.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.lower.Lowering;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;
import org.ffigen.model.Skipped;

/**
 * Writes the manifest of an API. The text is canonical: equal APIs give equal bytes. {@code symbols}, {@code callable},
 * {@code noSymbol}, {@code typedefs}, {@code repr}'s widths and {@code doc.brief} are derived, for those who read it;
 * everything else comes back from {@link ManifestReader}.
 */
public final class ManifestWriter {

    private final NativeApi api;
    private final DeclarationsByKind declarations;
    private final List<Lowering> targets = new ArrayList<>();
    private final SortedMap<String, SymbolTable> tables = new TreeMap<>();
    private final Obstacles obstacles;
    private final CanonicalJson json = new CanonicalJson();

    private ManifestWriter(NativeApi api) {
        this.api = api;
        this.declarations = new DeclarationsByKind(api);
        api.targets().values().forEach(target -> targets.add(new Lowering(api, target)));
        targets.forEach(target -> tables.put(target.target().id(), SymbolTable.of(api, target)));
        this.obstacles = new Obstacles(api, targets, tables);
    }

    /** The manifest, to be stored as UTF-8; it ends with a newline. */
    public static String write(NativeApi api) {
        return new ManifestWriter(api).write();
    }

    private String write() {
        json.beginObject();
        json.key("$schema").value(ManifestFormat.SCHEMA);
        writeEntries("constants", DeclId.Kind.MACRO);
        writeEntries("functions", DeclId.Kind.FUNCTION);
        json.key("generator").beginObject();
        json.key("name").value(ManifestFormat.GENERATOR_NAME);
        json.key("version").value(ManifestFormat.GENERATOR_VERSION).endObject();
        writeEntries("globals", DeclId.Kind.VAR);
        json.key("library").beginObject();
        writeTexts("headers", api.headers());
        json.key("name").value(api.library()).endObject();
        json.key("provenance").beginObject();
        writeTexts("arguments", api.arguments());
        json.endObject();
        json.key("schemaVersion").value(ManifestFormat.SCHEMA_VERSION);
        json.key("skipped").beginArray();
        for (Skipped skipped : api.skipped()) {
            SkippedJson.write(json, skipped);
        }
        json.endArray();
        new SymbolsWriter(json).write(tables);
        json.key("targets").beginObject();
        api.targets().values().forEach(target -> TargetJson.write(json, target));
        json.endObject();
        TypesJson.write(json, declarations, targets);
        return json.endObject().finish();
    }

    private void writeTexts(String key, List<String> texts) {
        json.key(key).beginArray();
        texts.forEach(json::value);
        json.endArray();
    }

    private void writeEntries(String key, DeclId.Kind kind) {
        json.key(key).beginObject();
        for (Declaration decl : declarations.of(kind)) {
            json.key(decl.id().toString()).beginObject();
            switch (decl) {
                case FunctionDecl function -> FunctionJson.write(json, function, obstacles);
                case VariableDecl variable -> GlobalJson.write(json, variable, obstacles);
                case MacroConstant constant -> ConstantJson.write(json, constant);
                default -> throw new IllegalArgumentException(decl.id() + " does not go under " + key);
            }
            json.endObject();
        }
        json.endObject();
    }
}
