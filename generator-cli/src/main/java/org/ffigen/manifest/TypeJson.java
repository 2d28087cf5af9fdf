package org.ffigen.manifest;

import java.util.OptionalLong;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.CType.Nullability;

/**
 * A use of a type: {@code {"ref": "builtin:int"}}, {@code {"ref": "struct:point"}}, {@code {"pointer": T}},
 * {@code {"array": T, "length": 4}}, {@code {"function": signature}}, {@code {"unsupported": code, "spelling": "..."}};
 * each may be {@code "const": true}.
 */
final class TypeJson {

    private static final String BUILTIN = "builtin:";

    private TypeJson() {
    }

    static void write(CanonicalJson json, CType type) {
        boolean isConst = type instanceof CType.Const;
        json.beginObject();
        switch (type.unqualified()) {
            case CType.Array(var element, var length) -> {
                write(json.key("array"), element);
                writeConst(json, isConst);
                if (length.isPresent()) {
                    json.key("length").value(length.getAsLong());
                }
            }
            case CType.Function(var signature) -> {
                writeConst(json, isConst);
                SignatureJson.write(json.key("function").beginObject(), signature);
                json.endObject();
            }
            case CType.Pointer(var pointee, var nullability) -> {
                writeConst(json, isConst);
                if (nullability != Nullability.UNSPECIFIED) {
                    json.key("nullability").value(nullability == Nullability.NONNULL ? "nonnull" : "nullable");
                }
                write(json.key("pointer"), pointee);
            }
            case CType.Builtin builtin -> {
                writeConst(json, isConst);
                json.key("ref").value(ref(builtin.kind()));
            }
            case CType.Named(var id) -> {
                writeConst(json, isConst);
                json.key("ref").value(id.toString());
            }
            case CType.Unsupported(var code, var spelling) -> {
                writeConst(json, isConst);
                json.key("spelling").value(spelling);
                json.key("unsupported").value(code);
            }
            case CType.Const _ -> throw new AssertionError("unqualified");
        }
        json.endObject();
    }

    private static void writeConst(CanonicalJson json, boolean isConst) {
        if (isConst) {
            json.key("const").value(true);
        }
    }

    static CType read(ManifestNode node) {
        CType type = readUnqualified(node);
        return node.flag("const") ? new CType.Const(type) : type;
    }

    private static CType readUnqualified(ManifestNode node) {
        if (node.has("ref")) {
            return ref(node.get("ref"));
        }
        if (node.has("pointer")) {
            return new CType.Pointer(read(node.get("pointer")),
                    node.find("nullability").map(TypeJson::nullability).orElse(Nullability.UNSPECIFIED));
        }
        if (node.has("array")) {
            OptionalLong length = node.has("length")
                    ? OptionalLong.of(node.get("length").size())
                    : OptionalLong.empty();
            return new CType.Array(read(node.get("array")), length);
        }
        if (node.has("function")) {
            return new CType.Function(SignatureJson.read(node.get("function")));
        }
        if (node.has("unsupported")) {
            return new CType.Unsupported(node.get("unsupported").text(), node.get("spelling").text());
        }
        throw node.invalid("a type needs one of ref, pointer, array, function, unsupported");
    }

    private static CType ref(ManifestNode node) {
        String text = node.text();
        return text.startsWith(BUILTIN) ? new CType.Builtin(builtin(node)) : new CType.Named(node.reference());
    }

    private static Nullability nullability(ManifestNode node) {
        return node.oneOf("nonnull", "nullable").equals("nonnull") ? Nullability.NONNULL : Nullability.NULLABLE;
    }

    static String ref(BuiltinKind kind) {
        return BUILTIN + kind.spelling();
    }

    /** The kind that a {@code builtin:...} text names. */
    static BuiltinKind builtin(ManifestNode node) {
        String text = node.text();
        BuiltinKind kind = text.startsWith(BUILTIN) ? BuiltinKind.of(text.substring(BUILTIN.length())) : null;
        if (kind == null) {
            throw node.invalid("there is no builtin type \"" + text + "\"");
        }
        return kind;
    }
}
