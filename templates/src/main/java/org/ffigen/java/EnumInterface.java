package org.ffigen.java;

import java.util.List;

/**
 * An enumeration that keeps values it does not know.
 *
 * @param valueType {@code int} or {@code long}
 * @param range the least value and the greatest of a type narrower than an {@code int}, with a comma between; else empty
 * @param known one constant for each value
 * @param aliases further names of the same values
 */
public record EnumInterface(String name, List<String> doc, String valueType, String range,
        List<Known> known, List<Alias> aliases)
        implements JavaFile {

    /** @param literal of the value type */
    public record Known(List<String> doc, String name, String literal) {}

    /** @param of the constant it is another name for */
    public record Alias(List<String> doc, String name, String of) {}
}
