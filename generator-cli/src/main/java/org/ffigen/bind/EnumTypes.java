package org.ffigen.bind;

import java.util.HashSet;
import java.util.Set;

import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;

/**
 * Which enumerations are types in Java: those that a function, a variable or a member has as its type, unless their
 * constants were integers before.
 */
final class EnumTypes {

    /** A Java enum of more would not compile. */
    private static final int MAX_CONSTANTS = 2000;

    private final NativeApi api;
    private final Set<DeclId> seen = new HashSet<>();
    private final Set<DeclId> found = new HashSet<>();

    private EnumTypes(NativeApi api) {
        this.api = api;
    }

    /** @param integers the ids of enumerations that are kept from becoming types */
    static Set<DeclId> of(NativeApi api, Set<String> integers) {
        EnumTypes types = new EnumTypes(api);
        api.all(FunctionDecl.class).forEach(function -> types.add(function.type()));
        api.all(VariableDecl.class).forEach(variable -> types.add(variable.type()));
        api.all(RecordDecl.class).forEach(record -> record.members().forEach(member -> types.add(member.type())));
        types.found.removeIf(id -> integers.contains(id.toString()));
        return Set.copyOf(types.found);
    }

    private void add(FunctionType type) {
        add(type.result());
        type.parameters().forEach(parameter -> add(parameter.type()));
    }

    private void add(CType type) {
        switch (type) {
            case CType.Named(var id) -> {
                if (seen.add(id)) {
                    add(api.find(id).orElse(null));
                }
            }
            case CType.Const(var inner) -> add(inner);
            case CType.Qualified(_, var inner) -> add(inner);
            case CType.Pointer pointer -> add(pointer.pointee());
            case CType.Array array -> add(array.element());
            case CType.Function function -> add(function.signature());
            case CType.Atomic(var inner) -> add(inner);
            case CType.Vector vector -> add(vector.element());
            case CType.Builtin _,CType.Complex _,CType.BitInt _,CType.Unsupported _ -> {
            }
        }
    }

    private void add(Declaration declaration) {
        if (declaration instanceof TypedefDecl typedef) {
            add(typedef.type());
        } else if (declaration instanceof EnumDecl enumeration && enumeration.constants().size() <= MAX_CONSTANTS) {
            found.add(enumeration.id());
        }
    }
}
