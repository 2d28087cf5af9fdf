package org.ffigen.bind;

/**
 * What the user decides about Java names.
 *
 * @param className the simple name of the class that holds functions, variables and constants
 */
public record JavaNaming(String packageName, String className) {

    /** Whether generated code uses a type of that simple name, so that no generated type may have it. */
    public static boolean isTaken(String className) {
        return !ReservedNames.type(className).equals(className);
    }
}
