package org.ffigen.lower;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration;
import org.ffigen.model.FunctionType;
import org.ffigen.model.SkipCode;

/** The function types that a declaration writes down for callbacks, each by the place it stands at. */
final class CallbackTypes {

    private final SortedMap<String, FunctionType> found = new TreeMap<>();
    private final SortedSet<String> foreign = new TreeSet<>();

    private CallbackTypes() {
    }

    /**
     * What that declaration itself spells; a typedef's type belongs to the typedef.
     *
     * @return by {@code each.visit} for a parameter, {@code ops.close} for a member, {@code handler} for a typedef
     */
    static SortedMap<String, FunctionType> of(Declaration declaration) {
        return in(declaration).found;
    }

    /** The places of functions with another calling convention than C's own, whose types are not told. */
    static SortedSet<String> foreign(Declaration declaration) {
        return in(declaration).foreign;
    }

    private static CallbackTypes in(Declaration declaration) {
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
        return types;
    }

    private void visit(CType type, String place) {
        switch (type) {
            case CType.Const(var inner) -> visit(inner, place);
            case CType.Qualified(_, var inner) -> visit(inner, place);
            case CType.Pointer pointer -> visit(pointer.pointee(), place);
            case CType.Array array -> visit(array.element(), place);
            case CType.Function(var signature) -> {
                found.putIfAbsent(place, signature);
                visitSignature(signature, place);
            }
            case CType.Atomic(var inner) -> visit(inner, place);
            case CType.Unsupported unsupported when unsupported.code().equals(SkipCode.CALLING_CONVENTION.code()) ->
                foreign.add(place);
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
