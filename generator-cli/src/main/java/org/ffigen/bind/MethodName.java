package org.ffigen.bind;

import java.util.List;

/**
 * The name of a function's method in Java, or of a variable's getter.
 *
 * @param aliases the names that macros of the headers give the function and that this method stands for
 */
record MethodName(String java, List<String> aliases) {

    MethodName {
        aliases = List.copyOf(aliases);
    }
}
