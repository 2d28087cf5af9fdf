package org.ffigen.java;

import java.util.List;

/**
 * An enumeration that keeps values it does not know.
 *
 * @param valueType {@code int} or {@code long}
 * @param known one constant for each value
 * @param aliases further names of the same values
 */
public record EnumInterface(String name, List<String> doc, String valueType, List<Known> known, List<Alias> aliases)
        implements JavaFile {

    /** @param literal of the value type */
    public record Known(List<String> doc, String name, String literal) {}

    /** @param of the constant it is another name for */
    public record Alias(List<String> doc, String name, String of) {}
}
