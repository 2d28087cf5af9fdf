package org.ffigen.bind;

/**
 * How a value travels: through memory, or through a call.
 *
 * @param type the Java type a handle or a segment takes and gives
 * @param layout the expression of its layout
 * @param code one letter or a type's name, for the name of a call shape
 * @param toNative an expression over {@code $}, the Java value
 * @param fromNative an expression over {@code $}, the carried value
 * @param zero what stands for nothing
 */
record Carrier(String type, String layout, String code, String toNative, String fromNative, String zero) {

    String toNative(String value) {
        return toNative.replace("$", value);
    }

    String fromNative(String value) {
        return fromNative.replace("$", value);
    }

    Carrier converting(String to, String from) {
        return new Carrier(type, layout, code, to, from, zero);
    }

    Carrier withLayout(String other) {
        return new Carrier(type, other, code, toNative, fromNative, zero);
    }
}
