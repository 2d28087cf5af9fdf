package org.ffigen.bind;

import java.util.HashSet;
import java.util.Set;

import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.NativeApi;

/** The Java names of the types that code about some C types writes: a variable of such a name would hide the type. */
final class MentionedTypes {

    private final NativeApi api;
    private final TypeNames names;
    private final Set<String> found = new HashSet<>();
    private final Set<DeclId> seen = new HashSet<>();

    MentionedTypes(NativeApi api, TypeNames names) {
        this.api = api;
        this.names = names;
    }

    MentionedTypes add(CType type) {
        switch (type) {
            case CType.Named(var id) -> {
                names.find(id).ifPresent(found::add);
                if (seen.add(id) && api.find(id).orElse(null) instanceof TypedefDecl typedef) {
                    add(typedef.type());
                }
            }
            case CType.Const(var inner) -> add(inner);
            case CType.Qualified(_, var inner) -> add(inner);
            case CType.Pointer pointer -> add(pointer.pointee());
            case CType.Array array -> add(array.element());
            case CType.Function function -> {
                add(function.signature().result());
                function.signature().parameters().forEach(p -> add(p.type()));
            }
            case CType.Atomic(var inner) -> add(inner);
            case CType.Builtin _,CType.Complex _,CType.Vector _,CType.BitInt _,CType.Unsupported _ -> {
            }
        }
        return this;
    }

    /** Whether one of them has that name. */
    boolean has(String name) {
        return found.contains(name);
    }

    /** The name, or with an underscore if it is a type's. */
    String avoided(String name) {
        return found.contains(name) ? name + "_" : name;
    }
}
