package org.ffigen.manifest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;

/** Parses JSON strictly: RFC 8259, one document, and no key twice in an object. */
final class JsonText {

    /** Deep enough for what {@code TypeReader} reads: 200 types in each other, each of up to three values. */
    private static final int MAX_DEPTH = 1_000;

    private final JsonReader reader;

    private JsonText(JsonReader reader) {
        this.reader = reader;
    }

    /** @throws IOException whose message ends with line, column and path, if the text is not JSON */
    static JsonElement parse(String text) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(MAX_DEPTH);
        JsonElement document = new JsonText(reader).element();
        reader.peek();
        return document;
    }

    private JsonElement element() throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(number(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            default -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
        };
    }

    private static Number number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException _) {
            return new BigDecimal(text);
        }
    }

    private JsonObject object() throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.peek() != JsonToken.END_OBJECT) {
            String key = reader.nextName();
            if (object.has(key)) {
                throw new IOException("Key \"" + key + "\" stands here twice, in " + reader);
            }
            object.add(key, element());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.peek() != JsonToken.END_ARRAY) {
            array.add(element());
        }
        reader.endArray();
        return array;
    }
}
