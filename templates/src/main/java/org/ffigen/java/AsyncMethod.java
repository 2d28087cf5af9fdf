package org.ffigen.java;

import java.util.List;

/**
 * A method that runs another method on a thread of its own.
 *
 * @param doc Javadoc lines, escaped
 * @param type of the value that its future completes with, boxed
 * @param symbol the expression of the function's address
 * @param symbolName C's name, for messages
 * @param library the field of the library it is in, or that is open
 * @param call the method that runs there, with its arguments
 * @param nothing whether that gives nothing
 * @param copies statements before it, which copy what Java can change
 * @param names of the arguments that are memory or have some, for messages, with commas between them
 * @param arguments those arguments
 */
public record AsyncMethod(List<String> doc, String type, String name, List<Parameter> parameters,
        String symbol, String symbolName, String library, String call, boolean nothing,
        List<String> copies, String names, List<String> arguments) {

    /** A method whose arguments are passed on as they are. */
    public AsyncMethod(List<String> doc, String type, String name, List<Parameter> parameters,
            String symbol, String symbolName, String library, String call, boolean nothing, String names,
            List<String> arguments) {
        this(doc, type, name, parameters, symbol, symbolName, library, call, nothing, List.of(), names,
                arguments);
    }
}
