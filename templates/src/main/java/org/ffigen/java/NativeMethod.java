package org.ffigen.java;

import java.util.List;

/**
 * A method that calls C.
 *
 * @param doc Javadoc lines, escaped
 * @param deprecated whether the C function is
 * @param symbol the expression of its address, such as {@code Symbols_0.midpoint}
 * @param symbolName C's name, for messages
 * @param call the shape's holder class, such as {@code Call_I_AA}
 * @param arguments expressions over the parameters, after the address
 * @param carrier what the handle gives: {@code int}, {@code MemorySegment}; {@code void} for nothing
 * @param result the expression over {@code result} that is returned; unused for void
 */
public record NativeMethod(List<String> doc, boolean deprecated, String returnType, String name,
        List<Parameter> parameters, String symbol, String symbolName, String call, List<String> arguments,
        String carrier, String result) {}
