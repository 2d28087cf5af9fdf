package org.ffigen.bind;

import org.ffigen.config.KeptNames;
import org.ffigen.config.NamingRules;

/**
 * What the user decides about Java names.
 *
 * @param className the simple name of the class that holds functions, variables and constants
 * @param rules how all other names come from C's
 * @param kept names that stay as they were, if the rules allow them still
 */
public record JavaNaming(String packageName, String className, NamingRules rules, KeptNames kept) {

    /** Names as the rules give them. */
    public JavaNaming(String packageName, String className, NamingRules rules) {
        this(packageName, className, rules, KeptNames.NONE);
    }

    /** Names as Java spells them. */
    public JavaNaming(String packageName, String className) {
        this(packageName, className, NamingRules.NONE);
    }

    /** Whether generated code uses a type of that simple name, so that no generated type may have it. */
    public static boolean isTaken(String className) {
        return !ReservedNames.type(className).equals(className);
    }
}
