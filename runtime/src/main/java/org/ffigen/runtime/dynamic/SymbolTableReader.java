package org.ffigen.runtime.dynamic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ffigen.runtime.NativeAccess;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link SymbolTable} of JSON values. As for {@code Deno.dlopen}, keys of an entry that are not known are meant
 * for somebody else: they may carry its documentation, or the names of its parameters. Stateless.
 */
final class SymbolTableReader {
    private static final String SCHEMA = "1.";

    private SymbolTableReader() {
    }

    static SymbolTable ofManifest(@Nullable Object manifest) {
        Map<?, ?> root = object(manifest, "the manifest");
        // A minor version may add keys; of a major one nobody knows what its keys say.
        if (root.get("schemaVersion") instanceof String version && !version.startsWith(SCHEMA)) {
            throw new IllegalArgumentException(
                    "the manifest's schemaVersion is " + version + ", and this runtime reads " + SCHEMA + "x");
        }
        Map<?, ?> symbols = object(root.get("symbols"), "the manifest's \"symbols\"");
        Object table = symbols.get("*");
        table = table != null ? table : symbols.get(NativeAccess.target());
        if (table == null) {
            throw new IllegalArgumentException("the manifest has symbols for " + symbols.keySet() + ", not for "
                    + NativeAccess.target());
        }
        return table(table);
    }

    static SymbolTable table(@Nullable Object json) {
        SymbolTable.Builder table = SymbolTable.builder();
        for (Map.Entry<?, ?> entry : object(json, "the table of symbols").entrySet()) {
            String name = (String) entry.getKey();
            try {
                table.add(name, definition(object(entry.getValue(), "the entry")));
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException("symbol '" + name + "': " + malformed.getMessage(), malformed);
            }
        }
        return table.build();
    }

    private static SymbolDefinition definition(Map<?, ?> entry) {
        String name = string(entry, "name");
        boolean optional = entry.containsKey("optional") && flag(entry.get("optional"), "optional");
        if (entry.containsKey("type")) {
            return new SymbolDefinition.Variable(type(entry.get("type")), name, optional);
        }
        if (!(entry.get("parameters") instanceof List<?> parameters)) {
            throw new IllegalArgumentException("missing field `parameters`, a list of types");
        }
        if (!entry.containsKey("result")) {
            throw new IllegalArgumentException("missing field `result`, a type");
        }
        List<NativeType> types = new ArrayList<>();
        for (Object parameter : parameters) {
            types.add(type(parameter));
        }
        boolean nonblocking = entry.get("nonblocking") != null && flag(entry.get("nonblocking"), "nonblocking");
        return new SymbolDefinition.Function(new Signature(type(entry.get("result")), types, types.size()), name,
                nonblocking, optional);
    }

    private static NativeType type(@Nullable Object json) {
        if (json instanceof Map<?, ?> struct) {
            if (struct.size() != 1 || !(struct.get("struct") instanceof List<?> fields)) {
                throw new IllegalArgumentException(
                        "a struct type has the one key `struct`, a list of types, not " + struct.keySet());
            }
            List<NativeType> types = new ArrayList<>();
            for (Object field : fields) {
                types.add(type(field));
            }
            return new StructType(types);
        }
        if (json instanceof String word) {
            return NativeType.of(word);
        }
        throw new IllegalArgumentException("a type is a word or {\"struct\": [...]}, not " + json);
    }

    private static @Nullable String string(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("`" + key + "` is a string, not " + value);
        }
        return (String) value;
    }

    private static boolean flag(@Nullable Object value, String key) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("`" + key + "` is true or false, not " + value);
    }

    private static Map<?, ?> object(@Nullable Object json, String what) {
        if (json instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException(what + " is an object, not " + json);
    }
}
