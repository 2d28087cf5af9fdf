package org.ffigen.java;

import java.util.List;

/**
 * A method that takes and gives Java values, on top of a {@link NativeMethod}.
 *
 * @param scratch whether the expression allocates call-scoped temporaries from {@code scratch}
 * @param statements before what is returned, such as the places of out-parameters and the call below
 * @param expression what is returned: the call below, over the parameters, or what the statements left
 */
public record ValueMethod(List<String> doc, boolean deprecated, String returnType, String name,
        List<Parameter> parameters, boolean scratch, List<String> statements, String expression) {

    /** A method that returns what the call below gives. */
    public ValueMethod(List<String> doc, boolean deprecated, String returnType, String name,
            List<Parameter> parameters, boolean scratch, String expression) {
        this(doc, deprecated, returnType, name, parameters, scratch, List.of(), expression);
    }
}
