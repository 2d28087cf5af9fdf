package org.ffigen.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the config says about one function.
 *
 * @param function its C name
 * @param variadic the methods that call it with certain variable arguments
 * @param errno which of its results are failures that the system's error code explains
 * @param check the Java method that is given its result and throws if that is a failure
 * @param parameters what is said about single parameters
 * @param nonblocking where it is said that another method calls it on a thread of its own
 * @param free the C function that frees the text it gives
 * @param charset of its texts
 * @param critical where it is said that it is called without a change of the thread's state
 */
public record FunctionRules(Given function, List<VariadicInstance> variadic, Optional<Given> errno,
        Optional<Given> check, List<ParameterRule> parameters, Optional<Given> nonblocking,
        Optional<Given> free, Optional<Given> charset, Optional<Given> critical) {

    /** Of a function of which nothing is said. */
    public static final FunctionRules NONE = new FunctionRules(new Given("", "", Optional.empty()), List.of(),
            Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    public FunctionRules {
        variadic = List.copyOf(variadic);
        parameters = List.copyOf(parameters);
    }

    /** Whether there is a rule for how the function is called, other than the methods of a variadic one. */
    public boolean areForCalls() {
        return !parameters.isEmpty()
                || Stream.of(errno, check, nonblocking, free, charset, critical).anyMatch(Optional::isPresent);
    }

    /** These rules, with that charset. */
    public FunctionRules withCharset(Optional<Given> given) {
        return new FunctionRules(function, variadic, errno, check, parameters, nonblocking, free, given, critical);
    }

    /** These rules, and of others what these say nothing of. */
    public FunctionRules orElse(FunctionRules others) {
        return new FunctionRules(function, variadic, errno.or(others::errno), check.or(others::check),
                parameters.isEmpty() ? others.parameters() : parameters, nonblocking.or(others::nonblocking),
                free.or(others::free), charset.or(others::charset), critical.or(others::critical));
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
    public record ParameterRule(Given parameter, Given role) {
        /** What a parameter can be for, as users read it. */
        public static final String ROLES = "out, inout, retained, strings, taken, out freed by FUNCTION, length of NAME (of"
                + " several: of A and B; of what the function gives: of result) or closure of NAME";
    }
}
