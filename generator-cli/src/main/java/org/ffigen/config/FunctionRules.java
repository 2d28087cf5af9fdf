package org.ffigen.config;

import java.util.List;

/**
 * What the config says about one function.
 *
 * @param function its C name
 * @param variadic the methods that call it with certain variable arguments
 */
public record FunctionRules(Given function, List<VariadicInstance> variadic) {

    public FunctionRules {
        variadic = List.copyOf(variadic);
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
}
