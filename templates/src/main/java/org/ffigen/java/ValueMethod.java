package org.ffigen.java;

import java.util.List;

/**
 * A method that takes and gives Java values, on top of a {@link NativeMethod}.
 *
 * @param scratch whether the expression allocates call-scoped temporaries from {@code scratch}
 * @param statements before what is returned, such as the places of out-parameters
 * @param guarded the call below, if something is to be done after it even if it throws, or nothing
 * @param expression what is returned: the call below, over the parameters, or what it left; empty for nothing
 */
public record ValueMethod(List<String> doc, String returnType, String name,
        List<Parameter> parameters, boolean scratch, List<String> statements, List<Guarded> guarded,
        String expression) {

    /** A method that returns what the call below gives. */
    public ValueMethod(List<String> doc, String returnType, String name,
            List<Parameter> parameters, boolean scratch, String expression) {
        this(doc, returnType, name, parameters, scratch, List.of(), List.of(), expression);
    }

    /**
     * A call that may throw.
     *
     * @param type of {@code result}, which the call gives; empty for none
     * @param call its expression
     * @param failures statements over {@code thrown}, what it throws
     * @param lasts statements in any case
     * @param reading whether the failures follow also if what C wrote cannot be read
     */
    public record Guarded(String type, String call, List<String> failures, List<String> lasts, boolean reading) {}
}
