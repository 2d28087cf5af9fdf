package org.ffigen.manifest;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.model.Layout;
import org.ffigen.model.PerTarget;

/** {@code layout}: by target id, or {@code "*"} where all targets agree. */
final class LayoutJson {

    private LayoutJson() {
    }

    static void write(CanonicalJson json, PerTarget<Layout> layout) {
        json.key("layout").beginObject();
        switch (layout) {
            case PerTarget.Same<Layout>(var value) -> write(json.key(ManifestFormat.ALL_TARGETS), value);
            case PerTarget.Varies<Layout>(var values) ->
                values.forEach((target, value) -> write(json.key(target), value));
        }
        json.endObject();
    }

    private static void write(CanonicalJson json, Layout layout) {
        json.beginObject();
        json.key("align").value(layout.align());
        write(json, "bitOffsets", layout.bitOffsets());
        write(json, "offsets", layout.offsets());
        json.key("size").value(layout.size());
        json.endObject();
    }

    private static void write(CanonicalJson json, String key, Map<String, Long> places) {
        if (places.isEmpty()) {
            return;
        }
        json.key(key).beginObject();
        places.forEach((name, place) -> json.key(name).value(place));
        json.endObject();
    }

    static PerTarget<Layout> read(ManifestNode record) {
        ManifestNode node = record.get("layout");
        if (node.has(ManifestFormat.ALL_TARGETS)) {
            return new PerTarget.Same<>(layout(node.get(ManifestFormat.ALL_TARGETS)));
        }
        SortedMap<String, Layout> values = new TreeMap<>();
        node.entries().forEach(entry -> values.put(entry.token(), layout(entry)));
        if (values.isEmpty()) {
            throw node.invalid("there is no layout");
        }
        return new PerTarget.Varies<>(values);
    }

    private static Layout layout(ManifestNode node) {
        return new Layout(node.get("size").size(), node.get("align").size(), places(node, "offsets"),
                places(node, "bitOffsets"));
    }

    private static SortedMap<String, Long> places(ManifestNode layout, String key) {
        SortedMap<String, Long> places = new TreeMap<>();
        layout.find(key).ifPresent(node -> node.entries().forEach(entry -> places.put(entry.token(), entry.size())));
        return places;
    }
}
