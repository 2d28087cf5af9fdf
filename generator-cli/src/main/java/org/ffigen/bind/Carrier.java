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
 * @param codec whether the layout is a {@code Codec} of the runtime: the value lies in memory, and is passed in no call
 */
record Carrier(String type, String layout, String code, String toNative, String fromNative, String zero,
        boolean codec) {

    /** How a {@code Pointer} of the runtime becomes an address. */
    static final String OF_POINTER = "Pointer.segmentOf($)";

    Carrier(String type, String layout, String code, String toNative, String fromNative, String zero) {
        this(type, layout, code, toNative, fromNative, zero, false);
    }

    /** The Java value that lies there. */
    String read(String segment, String offset, boolean aligned) {
        return fromNative(codec
                ? layout + ".get(" + segment + ", " + offset + ")"
                : segment + ".get(" + alignedLayout(aligned) + ", " + offset + ")");
    }

    /** A statement that writes a Java value there. */
    String write(String segment, String offset, boolean aligned, String value) {
        return codec
                ? layout + ".set(" + segment + ", " + offset + ", " + toNative(value) + ")"
                : segment + ".set(" + alignedLayout(aligned) + ", " + offset + ", " + toNative(value) + ")";
    }

    /** The layout constant, without its alignment where the member has none. */
    String alignedLayout(boolean aligned) {
        boolean oneByte = layout.equals("JAVA_BYTE") || layout.equals("JAVA_BOOLEAN");
        return aligned || oneByte ? layout : layout + "_UNALIGNED";
    }

    /** The same, read and written by a codec that has values of the same type. */
    Carrier through(String codec) {
        return new Carrier(type, codec, code, toNative, fromNative, zero, true);
    }

    String toNative(String value) {
        return toNative.replace("$", value);
    }

    String fromNative(String value) {
        return fromNative.replace("$", value);
    }

    Carrier converting(String to, String from) {
        return new Carrier(type, layout, code, to, from, zero, codec);
    }

    Carrier withLayout(String other) {
        return new Carrier(type, other, code, toNative, fromNative, zero, codec);
    }
}
