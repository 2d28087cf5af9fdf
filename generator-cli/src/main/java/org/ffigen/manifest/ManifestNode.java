package org.ffigen.manifest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ffigen.model.DeclId;

/**
 * A value in a manifest that knows where it stands, so that every complaint can say so. A key that holds null counts as
 * absent, an unknown key is never looked at. Every method that takes the value as something throws
 * {@link InvalidManifest} if it is something else.
 */
final class ManifestNode {

    private static final String HINT = "compare it with the schema " + ManifestFormat.SCHEMA
            + ", or make the manifest again from the header";

    private final JsonElement element;
    private final ManifestNode parent;
    private final String token;
    private final References references;

    private ManifestNode(JsonElement element, ManifestNode parent, String token, References references) {
        this.element = element;
        this.parent = parent;
        this.token = token;
        this.references = references;
    }

    /** The whole document. */
    static ManifestNode root(JsonElement element, References references) {
        return new ManifestNode(element, null, "", references);
    }

    /** The key or index under which this value stands. */
    String token() {
        return token;
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    Optional<ManifestNode> find(String key) {
        JsonElement value = object().get(key);
        return value == null || value.isJsonNull() ? Optional.empty() : Optional.of(child(key, value));
    }

    ManifestNode get(String key) {
        return find(key).orElseThrow(() -> invalid("\"" + key + "\" is missing"));
    }

    /** The values of an object, in the order of the text. */
    List<ManifestNode> entries() {
        List<ManifestNode> entries = new ArrayList<>();
        object().asMap().forEach((key, value) -> entries.add(child(key, value)));
        return entries;
    }

    List<ManifestNode> items() {
        if (!(element instanceof JsonArray array)) {
            throw invalid("an array is expected");
        }
        List<ManifestNode> items = new ArrayList<>(array.size());
        for (JsonElement item : array) {
            items.add(child(Integer.toString(items.size()), item));
        }
        return items;
    }

    /** Any of an object's values: for facts that are the same on all targets. */
    ManifestNode first() {
        return entries().stream().findFirst().orElseThrow(() -> invalid("this must not be empty"));
    }

    /** An object's one value: for facts of which targets may not differ yet. */
    ManifestNode only() {
        if (object().size() != 1) {
            throw invalid("one value for all targets is expected");
        }
        return first();
    }

    String text() {
        if (element instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw invalid("a string is expected");
    }

    /** The text under a key, empty if there is none. */
    String text(String key) {
        return find(key).map(ManifestNode::text).orElse("");
    }

    String oneOf(String... words) {
        String text = text();
        if (!List.of(words).contains(text)) {
            throw invalid("\"" + text + "\" is none of " + String.join(", ", words));
        }
        return text;
    }

    boolean flag() {
        if (element instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw invalid("true or false is expected");
    }

    /** The flag under a key, false if there is none. */
    boolean flag(String key) {
        return find(key).map(ManifestNode::flag).orElse(false);
    }

    int int32() {
        long size = size();
        if (size > Integer.MAX_VALUE) {
            throw invalid("the number is too large");
        }
        return (int) size;
    }

    /** A number of bytes, bits or elements. */
    long size() {
        if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
            try {
                long value = Long.parseLong(primitive.getAsString());
                if (value >= 0) {
                    return value;
                }
            } catch (NumberFormatException _) {
                // a fraction or an exponent: the same complaint
            }
        }
        throw invalid("a whole number from 0 is expected");
    }

    /** An integer of any size, as a decimal string. */
    BigInteger decimal() {
        try {
            return new BigInteger(text());
        } catch (NumberFormatException _) {
            throw invalid("a decimal integer in a string is expected");
        }
    }

    /** A floating-point number as a string. */
    double floating() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException _) {
            throw invalid("a number in a string is expected");
        }
    }

    /** A decimal number of any size as a string. */
    BigDecimal decimalFraction() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException _) {
            throw invalid("a number in a string is expected");
        }
    }

    /** The id that this value's key is. */
    DeclId id(DeclId.Kind... kinds) {
        return id(token, kinds);
    }

    /** The id that this value is; what it names must be in the manifest. */
    DeclId reference() {
        DeclId id = id(text(), References.TYPES);
        references.add(id, this);
        return id;
    }

    private DeclId id(String text, DeclId.Kind... kinds) {
        for (DeclId.Kind kind : kinds) {
            String word = kind.word();
            if (text.startsWith(word) && text.startsWith(":", word.length()) && text.length() > word.length() + 1) {
                return new DeclId(kind, text.substring(word.length() + 1));
            }
        }
        throw invalid("\"" + text + "\" is not an id that may stand here");
    }

    InvalidManifest invalid(String message) {
        return new InvalidManifest(message + ", at " + pointer(), HINT);
    }

    /** RFC 6901. */
    String pointer() {
        if (parent == null) {
            return "/";
        }
        String path = parent.parent == null ? "" : parent.pointer();
        return path + "/" + token.replace("~", "~0").replace("/", "~1");
    }

    private JsonObject object() {
        if (element instanceof JsonObject object) {
            return object;
        }
        throw invalid("an object is expected");
    }

    private ManifestNode child(String key, JsonElement value) {
        return new ManifestNode(value, this, key, references);
    }
}
