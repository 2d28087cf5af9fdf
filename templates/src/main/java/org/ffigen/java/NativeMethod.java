package org.ffigen.java;

import java.util.List;

/**
 * A method that calls C.
 *
 * @param doc Javadoc lines, escaped
 * @param deprecated whether the C function is
 * @param symbol the expression of its address, such as {@code Symbols_0.midpoint}
 * @param symbolName C's name, for messages
 * @param library the field of the library it is in
 * @param call the method of the shape's handle, such as {@code Call_I_AA.HANDLE.invokeExact}
 * @param arguments expressions over the parameters, after the address
 * @param carrier what the handle gives: {@code int}, {@code MemorySegment}; {@code void} for nothing
 * @param result the expression over {@code result} that is returned; unused for void
 */
public record NativeMethod(List<String> doc, boolean deprecated, String returnType, String name,
        List<Parameter> parameters, String symbol, String symbolName, String library, String call,
        List<String> arguments, String carrier, String result) {

    /** A method of the library itself, whose arguments are all declared. */
    public NativeMethod(List<String> doc, boolean deprecated, String returnType, String name,
            List<Parameter> parameters, String symbol, String symbolName, String shape, List<String> arguments,
            String carrier, String result) {
        this(doc, deprecated, returnType, name, parameters, symbol, symbolName, "LIBRARY",
                shape + ".HANDLE.invokeExact", arguments, carrier, result);
    }
}
