package org.ffigen.java;

import java.util.List;

/**
 * A method that calls C.
 *
 * @param doc Javadoc lines, escaped
 * @param symbol the expression of its address, such as {@code Symbols_0.midpoint}
 * @param symbolName C's name, for messages
 * @param shape of the call, such as {@code Call_I_AA}
 * @param arguments expressions over the parameters, after the address; last what frees the result, if the shape wants it
 * @param buffer the expression of the memory of a struct by value, called {@code returnBuffer} in the arguments, where
 *        it is allocated before {@code callState}; else empty
 * @param state whether the call leaves the system's error code in memory called {@code callState}, which is one of the
 *        arguments
 * @param checks lines of statements over {@code result}, before it is returned
 * @param result the expression that is returned, over {@code $}, what the call gives; just that for void
 * @param refused a statement over {@code thrown}, what the checks throw, and {@code result}; empty for none
 */
public record NativeMethod(List<String> doc, String returnType, String name,
        List<Parameter> parameters, String symbol, String symbolName, String shape, List<String> arguments,
        String buffer, boolean state, List<String> checks, String result, String refused) {

    /** A method that does nothing more of a result that is refused. */
    public NativeMethod(List<String> doc, String returnType, String name,
            List<Parameter> parameters, String symbol, String symbolName, String shape, List<String> arguments,
            String buffer, boolean state, List<String> checks, String result) {
        this(doc, returnType, name, parameters, symbol, symbolName, shape, arguments, buffer, state, checks,
                result, "");
    }

    /** A method that returns what C gives. */
    public NativeMethod(List<String> doc, String returnType, String name,
            List<Parameter> parameters, String symbol, String symbolName, String shape, List<String> arguments,
            String result) {
        this(doc, returnType, name, parameters, symbol, symbolName, shape, arguments, "", false, List.of(),
                result);
    }
}
