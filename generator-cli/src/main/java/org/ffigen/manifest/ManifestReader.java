package org.ffigen.manifest;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.NativeApi;
import org.ffigen.model.Skipped;
import org.ffigen.model.Target;

/**
 * Reads a manifest. What the writer derived is not looked at, and neither are unknown keys: a later minor version may
 * have added them.
 */
public final class ManifestReader {

    private final ManifestNode root;
    private final References references;

    private ManifestReader(JsonElement document) {
        this.references = new References();
        this.root = ManifestNode.root(document, references);
    }

    /** As {@link #read(String, String, Diagnostics)}, for a manifest without a file. */
    public static NativeApi read(String json, Diagnostics diagnostics) {
        return read(json, "manifest", diagnostics);
    }

    /**
     * The API that a manifest describes.
     *
     * @param file what messages call the manifest
     * @throws GenerationException after adding {@link DiagnosticCode#INVALID_MANIFEST} with the place (line and column
     *     of what is not JSON, a JSON pointer to what is not a manifest)
     */
    public static NativeApi read(String json, String file, Diagnostics diagnostics) {
        try {
            return new ManifestReader(JsonText.parse(json)).read();
        } catch (IOException e) {
            diagnostics.add(SyntaxDiagnostic.of(e, json, file));
        } catch (InvalidManifest e) {
            diagnostics.add(Diagnostic.error(DiagnosticCode.INVALID_MANIFEST,
                    "invalid manifest " + file + ": " + e.getMessage(), e.hint()));
        }
        throw new GenerationException(diagnostics.all());
    }

    private NativeApi read() {
        checkVersion(root.get("schemaVersion"));
        ManifestNode library = root.get("library");
        SortedMap<String, Target> targets = new TreeMap<>();
        root.get("targets").entries().forEach(node -> targets.put(node.token(), TargetJson.read(node)));
        SortedMap<DeclId, Declaration> declarations = new TreeMap<>();
        readEntries("types", TypesJson::read, declarations);
        readEntries("functions", FunctionJson::read, declarations);
        readEntries("globals", GlobalJson::read, declarations);
        readEntries("constants", ConstantJson::read, declarations);
        references.check(root.get("types"), declarations);
        LayoutCheck.check(root.get("types"), declarations, targets.keySet());
        List<Skipped> skipped = root.get("skipped").items().stream().map(SkippedJson::read).toList();
        return new NativeApi(library.get("name").text(), texts(library.get("headers")),
                root.find("provenance")
                        .flatMap(node -> node.find("arguments"))
                        .map(ManifestReader::texts)
                        .orElse(List.of()),
                targets, declarations, skipped);
    }

    private static void checkVersion(ManifestNode version) {
        String text = version.text();
        if (!text.startsWith(ManifestFormat.MAJOR + ".")) {
            throw new InvalidManifest("its schemaVersion is " + text + ", and this ffigen reads "
                    + ManifestFormat.MAJOR + ".x", "use the ffigen that wrote it, or make it again from the header");
        }
    }

    private void readEntries(String key, Function<ManifestNode, ? extends Declaration> read,
            Map<DeclId, Declaration> declarations) {
        for (ManifestNode node : root.get(key).entries()) {
            Declaration decl = read.apply(node);
            declarations.put(decl.id(), decl);
        }
    }

    private static List<String> texts(ManifestNode node) {
        List<String> texts = new ArrayList<>();
        node.items().forEach(item -> texts.add(item.text()));
        return texts;
    }
}
