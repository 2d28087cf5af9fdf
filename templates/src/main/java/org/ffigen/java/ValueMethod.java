package org.ffigen.java;

import java.util.List;

/**
 * A method that takes and gives Java values, on top of a {@link NativeMethod}.
 *
 * @param scratch whether the expression allocates call-scoped temporaries from {@code scratch}
 * @param expression the call below, over the parameters
 */
public record ValueMethod(List<String> doc, boolean deprecated, String returnType, String name,
        List<Parameter> parameters, boolean scratch, String expression) {}
