package org.ffigen.config;

import java.util.List;
import java.util.Optional;

/**
 * How what is bound becomes Java.
 *
 * @param functions {@code functions}, in the order of the file
 * @param handles {@code handles}
 * @param charset of the texts of all functions that do not say theirs
 * @param closable where it is said that the library has instances that can be closed
 */
public record BindingRules(List<FunctionRules> functions, List<HandleRule> handles, Optional<Given> charset,
        Optional<Given> closable) {

    /** The rules of whoever has none. */
    public static final BindingRules NONE = new BindingRules(List.of(), List.of(), Optional.empty(),
            Optional.empty());

    public BindingRules {
        functions = List.copyOf(functions);
        handles = List.copyOf(handles);
    }
}
