package org.ffigen.manifest;

import java.util.ArrayList;
import java.util.List;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;

/** A function's type. Its keys lie among those of the function that has it. */
final class SignatureJson {

    private SignatureJson() {
    }

    static void write(CanonicalJson json, FunctionType type) {
        writeTypes(json, type);
        writeVariadic(json, type);
    }

    /** {@code parameters}, {@code prototype}, {@code returns}. */
    static void writeTypes(CanonicalJson json, FunctionType type) {
        json.key("parameters").beginArray();
        for (Parameter parameter : type.parameters()) {
            json.beginObject();
            if (!parameter.name().isEmpty()) {
                json.key("name").value(parameter.name());
            }
            TypeJson.write(json.key("type"), parameter.type());
            json.endObject();
        }
        json.endArray();
        if (!type.prototyped()) {
            json.key("prototype").value(false);
        }
        json.key("returns").beginObject();
        TypeJson.write(json.key("type"), type.result());
        json.endObject();
    }

    static void writeVariadic(CanonicalJson json, FunctionType type) {
        json.key("variadic").value(type.variadic());
    }

    static FunctionType read(ManifestNode node) {
        List<Parameter> parameters = new ArrayList<>();
        for (ManifestNode parameter : node.get("parameters").items()) {
            parameters.add(new Parameter(parameter.text("name"), TypeJson.read(parameter.get("type"))));
        }
        boolean prototyped = node.find("prototype").map(ManifestNode::flag).orElse(true);
        return new FunctionType(TypeJson.read(node.get("returns").get("type")), parameters, node.flag("variadic"),
                prototyped);
    }
}
