package org.ffigen.java;

import java.util.List;

/**
 * A method that calls C.
 *
 * @param doc Javadoc lines, escaped
 * @param deprecated whether the C function is
 * @param symbol the expression of its address, such as {@code Symbols_0.midpoint}
 * @param symbolName C's name, for messages
 * @param shape of the call, such as {@code Call_I_AA}
 * @param arguments expressions over the parameters, after the address
 * @param result the expression that is returned, over {@code $}, what the call gives; just that for void
 */
public record NativeMethod(List<String> doc, boolean deprecated, String returnType, String name,
        List<Parameter> parameters, String symbol, String symbolName, String shape, List<String> arguments,
        String result) {}
