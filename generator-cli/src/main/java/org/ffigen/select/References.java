package org.ffigen.select;

import java.util.ArrayList;
import java.util.List;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.MacroConstant;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.FunctionType;

/** Collects what a declaration refers to. */
final class References {

    private final List<Reference> found = new ArrayList<>();

    private References() {
    }

    /** @param complete whether the size of the declaration matters; of a typedef, that is its type's */
    static List<Reference> of(Declaration declaration, boolean complete) {
        References references = new References();
        switch (declaration) {
            case FunctionDecl f -> references.add(f.type());
            case RecordDecl r -> r.members().forEach(m -> references.add(m.type(), true));
            case VariableDecl v -> references.add(v.type(), true);
            case TypedefDecl t -> references.add(t.type(), complete);
            case EnumDecl _,OpaqueDecl _,MacroConstant _ -> {
            }
        }
        return references.found;
    }

    private void add(FunctionType type) {
        add(type.result(), true);
        type.parameters().forEach(p -> add(p.type(), true));
    }

    private void add(CType type, boolean complete) {
        switch (type) {
            case CType.Named(var id) -> found.add(new Reference(id, complete));
            case CType.Const(var inner) -> add(inner, complete);
            case CType.Qualified(_, var inner) -> add(inner, complete);
            case CType.Pointer p -> add(p.pointee(), false);
            case CType.Array a -> add(a.element(), complete);
            case CType.Function f -> add(f.signature());
            case CType.Atomic(var inner) -> add(inner, complete);
            case CType.Complex(var part) -> add(part, complete);
            case CType.Vector v -> add(v.element(), complete);
            case CType.Builtin _,CType.BitInt _,CType.Unsupported _ -> {
            }
        }
    }
}
