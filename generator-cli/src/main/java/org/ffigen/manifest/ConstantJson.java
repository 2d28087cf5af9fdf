package org.ffigen.manifest;

import java.util.Base64;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.ConstantValue.AddressValue;
import org.ffigen.model.ConstantValue.FloatingValue;
import org.ffigen.model.ConstantValue.IntegerValue;
import org.ffigen.model.ConstantValue.StringValue;
import org.ffigen.model.ConstantValue.WideFloatingValue;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.MacroConstant;

/**
 * An entry of {@code constants}. Integers are decimal strings, floating-point numbers the shortest text that reads back
 * as the same double ({@code Infinity}, {@code -Infinity} and {@code NaN} included) or, of wider types, as the same
 * number, strings are their bytes, addresses signed integers.
 */
final class ConstantJson {

    private static final String MACRO = "macro";
    private static final String VARIABLE = "variable";
    private static final String STRING = "string";
    private static final String POINTER = "pointer";

    private ConstantJson() {
    }

    static void write(CanonicalJson json, MacroConstant constant) {
        if (constant.value() instanceof StringValue text) {
            writeForAll(json.key("bytes"), text.base64());
        }
        DocJson.write(json, constant.comment());
        json.key("name").value(constant.name());
        json.key("origin").value(constant.id().kind() == DeclId.Kind.MACRO ? MACRO : VARIABLE);
        SourceJson.write(json, constant.source());
        json.key("text").value(constant.text());
        switch (constant.value()) {
            case IntegerValue(var value, var type) -> writeNumber(json, type, value.toString());
            case FloatingValue(var value, var type) -> writeNumber(json, type, Double.toString(value));
            case WideFloatingValue(var value, var type) -> writeNumber(json, type, value.toString());
            case AddressValue(var address) -> {
                json.key("type").value(POINTER);
                writeForAll(json.key("value"), Long.toString(address));
            }
            case StringValue(_, var unit) -> {
                json.key("type").value(STRING);
                if (unit != BuiltinKind.CHAR) {
                    json.key("unit").value(TypeJson.ref(unit));
                }
            }
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
        return new MacroConstant(node.id(DeclId.Kind.MACRO, DeclId.Kind.VAR), node.get("text").text(), value(node),
                DocJson.read(node),
                SourceJson.read(node));
    }

    private static ConstantValue value(ManifestNode node) {
        if (node.get("type").text().equals(STRING)) {
            ManifestNode bytes = node.get("bytes").only();
            try {
                return StringValue.of(Base64.getDecoder().decode(bytes.text()),
                        node.find("unit").map(TypeJson::builtin).orElse(BuiltinKind.CHAR));
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
            case FLOAT16, FLOAT, DOUBLE -> new FloatingValue(value.floating(), type);
            case LONG_DOUBLE, FLOAT128 -> wide(value, type);
            default -> new IntegerValue(value.decimal(), type);
        };
    }

    /** Zeros, infinities and NaN are written as those of double, and all else in digits. */
    private static ConstantValue wide(ManifestNode value, BuiltinKind type) {
        double rounded = value.floating();
        boolean special = Double.toString(rounded).equals(value.text()) && (rounded == 0 || !Double.isFinite(rounded));
        return special ? new FloatingValue(rounded, type) : new WideFloatingValue(value.decimalFraction(), type);
    }
}
