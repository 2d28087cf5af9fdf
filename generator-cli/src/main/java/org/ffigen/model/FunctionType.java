package org.ffigen.model;

import java.util.List;

/**
 * A function's type.
 *
 * @param prototyped false for {@code f()} before C23, which says nothing about its parameters
 */
public record FunctionType(CType result, List<Parameter> parameters, boolean variadic, boolean prototyped) {

    public FunctionType {
        parameters = List.copyOf(parameters);
    }

    /** Whether C can write it: it cannot where something in it has no name. */
    public boolean isSpelled() {
        return result.isSpelled() && parameters.stream().allMatch(parameter -> parameter.type().isSpelled());
    }

    /** @param name as declared; empty where the header gives none */
    public record Parameter(String name, CType type) {}
}
