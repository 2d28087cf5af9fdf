package org.ffigen.java;

import java.util.List;

/**
 * A method that calls C on another thread.
 *
 * @param doc Javadoc lines, escaped
 * @param type of the value that its future completes with, boxed
 * @param symbol the expression of the function's address
 * @param symbolName C's name, for messages
 * @param shape of the call
 * @param names of the arguments, for messages, with commas between them
 * @param arguments expressions over the parameters, after the address
 * @param carrier what the call gives, to be cast to; {@code void} for nothing
 * @param result the expression of the value, over {@code $}, what the call gives
 * @param checks lines of statements over {@code result}, the value, before the future completes with it
 */
public record AsyncMethod(List<String> doc, boolean deprecated, String type, String name, List<Parameter> parameters,
        String symbol, String symbolName, String shape, String names, List<String> arguments, String carrier,
        String result, List<String> checks) {}
