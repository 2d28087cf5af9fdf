package org.ffigen.bind;

/**
 * What the user decides about Java names.
 *
 * @param className the simple name of the class that holds functions, variables and constants
 */
public record JavaNaming(String packageName, String className) {
}
