package org.ffigen.bind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.ffigen.config.FunctionRules;
import org.ffigen.config.FunctionRules.ParameterRule;
import org.ffigen.lower.Lowering;
import org.ffigen.model.FunctionType;

/** What the parameters of a function are for, as the user says; what does not fit is a diagnostic. */
final class ParameterRoles {

    private static final String OUT = "out";
    private static final String INOUT = "inout";

    private final Map<Integer, OutParameter> outs = new HashMap<>();
    private final Set<Integer> given = new HashSet<>();

    ParameterRoles(FunctionRules rules, FunctionType type, String owner, Rulebook rulebook, TypeMapper types,
            Lowering lowering) {
        for (ParameterRule rule : rules.parameters()) {
            Optional<Integer> index = index(rule, type);
            if (index.isEmpty()) {
                rulebook.refuse(rule.parameter(), "there is no parameter %s".formatted(rule.parameter().text()),
                        "name one of the header's, or count from 1");
                continue;
            }
            if (!List.of(OUT, INOUT).contains(rule.role().text())) {
                rulebook.refuse(rule.role(), "there is no role '%s'".formatted(rule.role().text()),
                        "a parameter is out or inout");
                continue;
            }
            FunctionType.Parameter parameter = type.parameters().get(index.get());
            Optional<OutParameter> out = OutParameter.of(parameter.type(),
                    ParameterNames.place(owner, parameter, index.get(), types.strategy()), types, lowering);
            if (out.isEmpty()) {
                rulebook.refuse(rule.role(), "C can write nothing there", "out and inout are for pointers to one value"
                        + " that is not const: int *, struct point *, char **");
                continue;
            }
            outs.put(index.get(), out.get());
            if (rule.role().text().equals(INOUT)) {
                given.add(index.get());
            }
        }
    }

    private static Optional<Integer> index(ParameterRule rule, FunctionType type) {
        String text = rule.parameter().text();
        return IntStream.range(0, type.parameters().size())
                .filter(i -> type.parameters().get(i).name().equals(text) || Integer.toString(i + 1).equals(text))
                .boxed()
                .findFirst();
    }

    /** Of the parameter at that place, if C writes its result there. */
    Optional<OutParameter> out(int index) {
        return Optional.ofNullable(outs.get(index));
    }

    /** Whether the caller gives a value for that place. */
    boolean isGiven(int index) {
        return given.contains(index);
    }
}
