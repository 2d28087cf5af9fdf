package org.ffigen.bind;

/**
 * A Java name that is not what the naming rules alone make of the C name.
 *
 * @param c what is called so: {@code function:wait}, {@code struct:point.get}
 * @param java its name in Java
 * @param reason why, in words: {@code every object of Java has a method wait}
 */
public record GivenName(String c, String java, String reason) {

    /** Follows a function, where its nonblocking method is meant. */
    public static final String NONBLOCKING = " (nonblocking)";
}
