package org.ffigen.config;

import java.util.List;
import java.util.Optional;

/**
 * What the config says about one function.
 *
 * @param function its C name
 * @param variadic the methods that call it with certain variable arguments
 * @param errno which of its results are failures that the system's error code explains
 * @param check the Java method that is given its result and throws if that is a failure
 * @param parameters what is said about single parameters
 * @param nonblocking where it is said that another method calls it on a thread of its own
 */
public record FunctionRules(Given function, List<VariadicInstance> variadic, Optional<Given> errno,
        Optional<Given> check, List<ParameterRule> parameters, Optional<Given> nonblocking) {

    public FunctionRules {
        variadic = List.copyOf(variadic);
        parameters = List.copyOf(parameters);
    }

    /**
     * A method that calls a variadic function with variable arguments of fixed types.
     *
     * @param name of the method
     * @param types C's types of the arguments after the named ones, as text: {@code const char *}
     */
    public record VariadicInstance(Given name, List<Given> types) {

        public VariadicInstance {
            types = List.copyOf(types);
        }
    }

    /**
     * What a parameter is for.
     *
     * @param parameter its C name, or its place, from 1
     * @param role such as {@code out}
     */
    public record ParameterRule(Given parameter, Given role) {}
}
