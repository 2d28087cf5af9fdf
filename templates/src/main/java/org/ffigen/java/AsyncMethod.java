package org.ffigen.java;

import java.util.List;

/**
 * A method that calls C on another thread.
 *
 * @param doc Javadoc lines, escaped
 * @param type of the value that its future completes with, boxed
 * @param symbol the expression of the function's address
 * @param symbolName C's name, for messages
 * @param library the field of the library it is in
 * @param shape of the call
 * @param names of the arguments, for messages, with commas between them
 * @param arguments expressions over the parameters, after the address
 * @param carrier what the call gives, to be cast to; {@code void} for nothing
 * @param result the expression of the value, over {@code $}, what the call gives
 * @param checks lines of statements over {@code result}, the value, before the future completes with it
 * @param call the method that runs there, with its arguments; empty if C is called with what is passed
 */
public record AsyncMethod(List<String> doc, boolean deprecated, String type, String name, List<Parameter> parameters,
        String symbol, String symbolName, String library, String shape, String names, List<String> arguments,
        String carrier, String result, List<String> checks, String call) {

    /** A method that calls a function of the library itself with what is passed. */
    public AsyncMethod(List<String> doc, boolean deprecated, String type, String name, List<Parameter> parameters,
            String symbol, String symbolName, String shape, String names, List<String> arguments, String carrier,
            String result, List<String> checks) {
        this(doc, deprecated, type, name, parameters, symbol, symbolName, "LIBRARY", shape, names, arguments, carrier,
                result, checks, "");
    }
}
