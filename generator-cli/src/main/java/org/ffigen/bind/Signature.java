package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;

/** A function type as Java sees it. */
record Signature(JavaValue result, List<JavaValue> parameters, List<String> names) {

    /**
     * @param owner what function pointers without a typedef are named after
     */
    static Signature of(FunctionType type, String owner, TypeMapper types) {
        return of(type, owner, types, Set.of(), Optional.empty());
    }

    /**
     * @param owner what function pointers without a typedef are named after
     * @param taken names that parameters give way to
     * @param function whose type it is, or that of its shim; empty for the type of a function pointer
     */
    static Signature of(FunctionType type, String owner, TypeMapper types, Set<String> taken,
            Optional<FunctionDecl> function) {
        List<JavaValue> parameters = new ArrayList<>();
        for (int i = 0; i < type.parameters().size(); i++) {
            FunctionType.Parameter parameter = type.parameters().get(i);
            parameters.add(types.map(parameter.type(), ParameterNames.place(owner, parameter, i, types.strategy())));
        }
        JavaValue result = types.map(type.result(), owner + "_Result");
        return new Signature(result, List.copyOf(parameters), ParameterNames.of(type, types, taken, function));
    }
}
