package org.ffigen.config;

import java.util.List;

/**
 * How what is bound becomes Java.
 *
 * @param functions {@code functions}, in the order of the file
 * @param handles {@code handles}
 */
public record BindingRules(List<FunctionRules> functions, List<HandleRule> handles) {

    /** The rules of whoever has none. */
    public static final BindingRules NONE = new BindingRules(List.of(), List.of());

    public BindingRules {
        functions = List.copyOf(functions);
        handles = List.copyOf(handles);
    }
}
