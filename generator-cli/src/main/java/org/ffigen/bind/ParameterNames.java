package org.ffigen.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;

/** Java names for a function's parameters; one without a name is {@code arg1}, {@code arg2}... */
final class ParameterNames {

    private ParameterNames() {
    }

    /**
     * The names that the user decides come first, and the others give way to them.
     *
     * @param taken names that the code of the method gives another meaning
     * @param function whose parameters they are, behind those that its shim has before them; empty for those of a
     *     function pointer, which nobody renames
     */
    static List<String> of(FunctionType type, TypeMapper types, Set<String> taken, Optional<FunctionDecl> function) {
        MentionedTypes mentioned = types
                .mentioned(type.parameters().stream().map(FunctionType.Parameter::type).toList())
                .add(type.result());
        Predicate<String> isTaken = name -> taken.contains(name) || mentioned.has(name)
                || name.equals(types.library()) || ReservedNames.isTakenFromParameters(name);
        NameScope scope = NameScope.ofMembers();
        List<Optional<String>> renamed = new ArrayList<>();
        int hidden = function.map(FunctionDecl::hiddenParameters).orElse(0);
        for (int i = 0; i < type.parameters().size(); i++) {
            String c = key(type.parameters().get(i), i - hidden);
            renamed.add(function.flatMap(f -> types.declared().parameter(f.id(), c, scope, isTaken)));
        }
        List<String> names = new ArrayList<>();
        for (FunctionType.Parameter parameter : type.parameters()) {
            names.add(renamed.get(names.size())
                    .orElseGet(() -> named(parameter, names.size(), types.strategy(), scope, isTaken)));
        }
        return List.copyOf(names);
    }

    private static String named(FunctionType.Parameter parameter, int index, NamingStrategy strategy, NameScope scope,
            Predicate<String> isTaken) {
        String claimed = scope.claim(parameter.name().isEmpty()
                ? "arg" + (index + 1)
                : strategy.member(parameter.name()));
        while (isTaken.test(claimed)) {
            claimed = scope.claim(ReservedNames.nextParameter(claimed));
        }
        return claimed;
    }

    /** What a user calls a parameter: its name in C, or its number from 1 in the header if it has none. */
    static String key(FunctionType.Parameter parameter, int index) {
        return parameter.name().isEmpty() ? Integer.toString(index + 1) : parameter.name();
    }

    /** What a function pointer without a typedef is called that is a parameter of that owner. */
    static String place(String owner, FunctionType.Parameter parameter, int index, NamingStrategy strategy) {
        return owner + "_"
                + strategy.type(parameter.name().isEmpty() ? "arg" + (index + 1) : parameter.name());
    }
}
