package org.ffigen.manifest;

import java.util.OptionalLong;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.CType.Nullability;

/**
 * A use of a type: {@code {"ref": "builtin:int"}}, {@code {"ref": "struct:point"}}, {@code {"pointer": T}},
 * {@code {"array": T, "length": 4}}, {@code {"function": signature}}, {@code {"complex": T}}, {@code {"vector": T, "length": 4, "bytes": 16}},
 * {@code {"atomic": T}}, {@code {"bitInt": 37}}, {@code {"unsupported": code, "spelling": "..."}}; each may be {@code "const": true}.
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
            case CType.Atomic(var inner) -> {
                write(json.key("atomic"), inner);
                writeConst(json, isConst);
            }
            case CType.BitInt(var bits, var signed) -> {
                json.key("bitInt").value(bits);
                writeConst(json, isConst);
                if (!signed) {
                    json.key("unsigned").value(true);
                }
            }
            case CType.Complex(var part) -> {
                write(json.key("complex"), part);
                writeConst(json, isConst);
            }
            case CType.Vector(var element, var length, var bytes) -> {
                json.key("bytes").value(bytes);
                writeConst(json, isConst);
                json.key("length").value(length);
                write(json.key("vector"), element);
            }
            case CType.Unsupported(var code, var spelling, var size, var align) -> {
                if (size > 0) {
                    json.key("align").value(align);
                }
                writeConst(json, isConst);
                if (size > 0) {
                    json.key("size").value(size);
                }
                json.key("spelling").value(spelling);
                json.key("unsupported").value(code);
            }
            case CType.Const _,CType.Qualified _ -> throw new AssertionError("unqualified");
        }
        // The last of a type's keys, in the order of the alphabet.
        for (CType.Qualifier qualifier : CType.Qualifier.INNER_FIRST) {
            if (type.is(qualifier)) {
                json.key(qualifier.word()).value(true);
            }
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
        for (CType.Qualifier qualifier : CType.Qualifier.INNER_FIRST) {
            type = node.flag(qualifier.word()) ? new CType.Qualified(qualifier, type) : type;
        }
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
            return new CType.Unsupported(node.get("unsupported").text(), node.get("spelling").text(),
                    node.has("size") ? node.get("size").size() : 0, node.has("align") ? node.get("align").size() : 1);
        }
        return extended(node);
    }

    private static CType extended(ManifestNode node) {
        if (node.has("atomic")) {
            return new CType.Atomic(read(node.get("atomic")));
        }
        if (node.has("bitInt")) {
            return new CType.BitInt(node.get("bitInt").int32(), !node.flag("unsigned"));
        }
        if (node.has("complex")) {
            return new CType.Complex(read(node.get("complex")));
        }
        if (node.has("vector")) {
            return new CType.Vector(read(node.get("vector")), node.get("length").size(), node.get("bytes").size());
        }
        throw node.invalid("a type needs one of ref, pointer, array, function, complex, vector, atomic, bitInt,"
                + " unsupported");
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
