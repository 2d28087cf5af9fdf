package org.ffigen.bind;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;

/**
 * An array that C gives, as its result or at the place of an out-parameter, and whose length it writes to the place of
 * another parameter: a copy in Java.
 *
 * @param element of the array in Java
 * @param read the expression over {@code it_}, the address, that copies; {@code {3}} in it is the name of parameter 3
 * @param free the expression of the function that frees what C gives; empty if nothing does
 */
record GivenArray(String element, String read, String free) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d+)}");

    /** @return empty if that is no pointer to bytes or numbers */
    static Optional<GivenArray> of(CType type, String owner, TypeMapper types, Lowering lowering) {
        if (!(lowering.resolve(type) instanceof CType.Pointer pointer)
                || ArrayParameter.isOfSeveral(pointer.pointee(), lowering)
                || TypeNames.functionOf(type, lowering).isPresent()) {
            return Optional.empty();
        }
        String java = types.map(type, owner).parameterType().replace(TypeMapper.NULLABLE, "");
        boolean untyped = java.equals("MemorySegment");
        String element = untyped ? "byte" : ArrayParameter.ELEMENTS.get(java);
        if (element == null) {
            return Optional.empty();
        }
        long size = untyped ? Byte.BYTES : lowering.storage(pointer.pointee()).size();
        String layout = "java.lang.foreign.ValueLayout.JAVA_" + element.toUpperCase(Locale.ROOT)
                + (size > 1 ? "_UNALIGNED" : "");
        return Optional.of(new GivenArray(element,
                types.pointers() + ".resized(it_, " + size + ", $).toArray(" + layout + ")", ""));
    }

    /** The same, which C's caller frees. */
    GivenArray freed(String expression) {
        return new GivenArray(element, read, expression);
    }

    /**
     * The same, with its length.
     *
     * @param value the expression of what C wrote, of the parameter that is its place
     * @param unsigned whether it is an {@code int} without a sign
     */
    GivenArray withLength(String value, boolean unsigned) {
        return new GivenArray(element,
                read.replace("$", "JavaArrays.length("
                        + (unsigned ? "Integer.toUnsignedLong(" + value + ")" : value) + ")"),
                free);
    }

    boolean isFreed() {
        return !free.isEmpty();
    }

    /** The array in Java, null where C gives the null pointer. */
    String type() {
        return element + " @Nullable []";
    }

    /** The expression of the copy of what lies at an address. */
    String take(String address) {
        return "JavaArrays.take(" + address + ", it_ -> " + read + (free.isEmpty() ? "" : ", " + free) + ")";
    }

    /** An expression with names for the parameters in it. */
    static String named(String expression, List<String> names) {
        return PARAMETER.matcher(expression)
                .replaceAll(match -> Matcher.quoteReplacement(names.get(Integer.parseInt(match.group(1)))));
    }
}
