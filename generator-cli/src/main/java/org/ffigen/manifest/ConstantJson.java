package org.ffigen.manifest;

import java.util.Base64;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.ConstantValue.AddressValue;
import org.ffigen.model.ConstantValue.FloatingValue;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.ConstantValue.StringValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;

/**
 * An entry of {@code constants}. Integers are decimal strings, floating-point numbers the shortest text that reads back
 * as the same double ({@code Infinity}, {@code -Infinity} and {@code NaN} included), strings are their bytes,
 * addresses signed integers.
 */
final class ConstantJson {

    private static final String STRING = "string";
    private static final String POINTER = "pointer";

    private ConstantJson() {
    }

    static void write(CanonicalJson json, MacroConstant constant) {
        if (constant.value() instanceof StringValue(var base64)) {
            writeForAll(json.key("bytes"), base64);
        }
        DocJson.write(json, constant.comment());
        json.key("name").value(constant.name());
        json.key("origin").value("macro");
        SourceJson.write(json, constant.source());
        json.key("text").value(constant.text());
        switch (constant.value()) {
            case IntegerValue(var value, var type) -> writeNumber(json, type, value.toString());
            case FloatingValue(var value, var type) -> writeNumber(json, type, Double.toString(value));
            case AddressValue(var address) -> {
                json.key("type").value(POINTER);
                writeForAll(json.key("value"), Long.toString(address));
            }
            case StringValue _ -> json.key("type").value(STRING);
        }
    }

    private static void writeNumber(CanonicalJson json, BuiltinKind type, String value) {
        json.key("type").value(TypeJson.ref(type));
        writeForAll(json.key("value"), value);
    }

    private static void writeForAll(CanonicalJson json, String value) {
        json.beginObject().key(ManifestFormat.ALL_TARGETS).value(value).endObject();
    }

    static MacroConstant read(ManifestNode node) {
        return new MacroConstant(node.id(DeclId.Kind.MACRO), node.get("text").text(), value(node), DocJson.read(node),
                SourceJson.read(node));
    }

    private static ConstantValue value(ManifestNode node) {
        if (node.get("type").text().equals(STRING)) {
            ManifestNode bytes = node.get("bytes").only();
            try {
                return StringValue.of(Base64.getDecoder().decode(bytes.text()));
            } catch (IllegalArgumentException e) {
                throw bytes.invalid("this is not Base64: " + e.getMessage());
            }
        }
        if (node.get("type").text().equals(POINTER)) {
            return new AddressValue(node.get("value").only().decimal().longValue());
        }
        BuiltinKind type = TypeJson.builtin(node.get("type"));
        ManifestNode value = node.get("value").only();
        return switch (type) {
            case FLOAT16, FLOAT, DOUBLE, LONG_DOUBLE, FLOAT128 -> new FloatingValue(value.floating(), type);
            default -> new IntegerValue(value.decimal(), type);
        };
    }
}
