package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.ffigen.model.FunctionType;

/** Java names for a function's parameters; one without a name is {@code arg1}, {@code arg2}... */
final class ParameterNames {

    private ParameterNames() {
    }

    /** @param taken names that the code of the method gives another meaning */
    static List<String> of(FunctionType type, TypeMapper types, Set<String> taken) {
        NameScope scope = NameScope.ofMembers();
        MentionedTypes mentioned = types
                .mentioned(type.parameters().stream().map(FunctionType.Parameter::type).toList())
                .add(type.result());
        List<String> names = new ArrayList<>();
        for (FunctionType.Parameter parameter : type.parameters()) {
            String name = parameter.name().isEmpty()
                    ? "arg" + (names.size() + 1)
                    : types.strategy().member(parameter.name());
            String claimed = scope.claim(name);
            while (taken.contains(claimed) || mentioned.has(claimed) || claimed.equals(types.library())
                    || ReservedNames.isTakenFromParameters(claimed)) {
                claimed = scope.claim(ReservedNames.nextParameter(claimed));
            }
            names.add(claimed);
        }
        return List.copyOf(names);
    }

    /** What a function pointer without a typedef is called that is a parameter of that owner. */
    static String place(String owner, FunctionType.Parameter parameter, int index, NamingStrategy strategy) {
        return owner + "_"
                + strategy.type(parameter.name().isEmpty() ? "arg" + (index + 1) : parameter.name());
    }
}
