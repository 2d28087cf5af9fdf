package org.ffigen.lower;

import java.util.SortedMap;
import java.util.TreeMap;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration;
import org.ffigen.model.FunctionType;

/** The function types that a declaration writes down for callbacks, each by the place it stands at. */
final class CallbackTypes {

    private final SortedMap<String, FunctionType> found = new TreeMap<>();

    private CallbackTypes() {
    }

    /**
     * What that declaration itself spells; a typedef's type belongs to the typedef.
     *
     * @return by {@code each.visit} for a parameter, {@code ops.close} for a member, {@code handler} for a typedef
     */
    static SortedMap<String, FunctionType> of(Declaration declaration) {
        CallbackTypes types = new CallbackTypes();
        switch (declaration) {
            case Declaration.FunctionDecl function -> types.visitSignature(function.type(), function.name());
            case Declaration.RecordDecl record ->
                record.members().forEach(member -> types.visit(member.type(), record.name() + "." + member.name()));
            case Declaration.VariableDecl variable -> types.visit(variable.type(), variable.name());
            case Declaration.TypedefDecl typedef -> types.visit(typedef.type(), typedef.name());
            default -> {
                // nothing else has a function's type in it
            }
        }
        return types.found;
    }

    private void visit(CType type, String place) {
        switch (type) {
            case CType.Const(var inner) -> visit(inner, place);
            case CType.Pointer pointer -> visit(pointer.pointee(), place);
            case CType.Array array -> visit(array.element(), place);
            case CType.Function(var signature) -> {
                found.putIfAbsent(place, signature);
                visitSignature(signature, place);
            }
            case CType.Atomic(var inner) -> visit(inner, place);
            case CType.Builtin _,CType.Named _,CType.Complex _,CType.Vector _,CType.BitInt _,CType.Unsupported _ -> {
                // declared elsewhere, or no function
            }
        }
    }

    private void visitSignature(FunctionType signature, String place) {
        visit(signature.result(), place + ".result");
        int number = 0;
        for (FunctionType.Parameter parameter : signature.parameters()) {
            number++;
            visit(parameter.type(), place + "." + (parameter.name().isEmpty() ? "arg" + number : parameter.name()));
        }
    }
}
