package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;

import org.ffigen.model.FunctionType;

/** Java names for a function's parameters; one without a name is {@code arg1}, {@code arg2}... */
final class ParameterNames {

    private ParameterNames() {
    }

    static List<String> of(FunctionType type) {
        NameScope scope = NameScope.ofMembers();
        List<String> names = new ArrayList<>();
        for (FunctionType.Parameter parameter : type.parameters()) {
            String name = parameter.name().isEmpty()
                    ? "arg" + (names.size() + 1)
                    : NamingStrategy.member(parameter.name());
            names.add(scope.claim(ReservedNames.parameter(name)));
        }
        return List.copyOf(names);
    }

    /** What a function pointer without a typedef is called that is a parameter of that owner. */
    static String place(String owner, FunctionType.Parameter parameter, int index) {
        return owner + "_"
                + NamingStrategy.type(parameter.name().isEmpty() ? "arg" + (index + 1) : parameter.name());
    }
}
