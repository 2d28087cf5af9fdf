package org.ffigen.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How what is bound becomes Java.
 *
 * @param functions {@code functions}, in the order of the file
 * @param handles {@code handles}
 * @param charset of the texts of all functions that do not say theirs
 * @param texts C types that are characters of texts beside {@code char}
 * @param closable where it is said that the library has instances that can be closed
 * @param leftOut the C names of functions that the rules for what is bound leave out
 */
public record BindingRules(List<FunctionRules> functions, List<HandleRule> handles, Optional<Given> charset,
        List<Given> texts, Optional<Given> closable, Set<String> leftOut) {

    /** The rules of whoever has none. */
    public static final BindingRules NONE = new BindingRules(List.of(), List.of(), Optional.empty(),
            List.of(), Optional.empty(), Set.of());

    public BindingRules {
        functions = List.copyOf(functions);
        handles = List.copyOf(handles);
        texts = List.copyOf(texts);
        leftOut = Set.copyOf(leftOut);
    }

    /** The same, where those functions are left out. */
    public BindingRules withoutFunctions(Set<String> names) {
        return new BindingRules(functions, handles, charset, texts, closable, names);
    }
}
