package org.ffigen.java;

import java.util.List;

/**
 * A complete struct or union: its value form, and {@code Ptr} on native memory.
 *
 * @param javaRecord whether the value form is a record of all members; otherwise it owns a copy of the bytes
 * @param components of the record
 * @param layoutType {@code StructLayout} or {@code UnionLayout}
 * @param layout the lines of the layout's expression
 * @param size in bytes, an expression
 * @param align in bytes, an expression
 * @param library the library class, which has the base of {@code Ptr}
 * @param cName how C spells the type
 * @param fields the accessors of {@code Ptr}
 * @param flexible the array without a length at its end, or nothing
 * @param padding of a value that owns the bytes: what {@code StructValue} is told of the bits where no member
 *        lies, with a comma before it; empty for nothing
 * @param shown what the text of such a value has
 */
public record RecordClass(String name, List<String> doc, String cName, boolean javaRecord, List<Component> components,
        String layoutType, List<String> layout, String size, String align, String library, List<Field> fields,
        List<Flexible> flexible, String padding, List<Shown> shown) implements JavaFile {

    /** A record of a fixed size. */
    public RecordClass(String name, List<String> doc, String cName, boolean javaRecord, List<Component> components,
            String layoutType, List<String> layout, String size, String align, String library, List<Field> fields) {
        this(name, doc, cName, javaRecord, components, layoutType, layout, size, align, library, fields, List.of(), "",
                List.of());
    }

    /**
     * A member in the text of a value.
     *
     * @param value an expression
     */
    public record Shown(String name, String value) {}

    /**
     * A component of the record.
     *
     * @param read an expression inside {@code Ptr}
     * @param write a statement inside {@code Ptr}, over the record {@code value}
     */
    public record Component(String type, String name, String read, String write) {}

    /**
     * An accessor pair.
     *
     * @param parameters of the getter, such as the index of a row; a setter takes the value after them
     * @param get an expression inside {@code Ptr}
     * @param valueType what the getter of the owning value form gives: a value where {@code Ptr} gives a place
     * @param valueGet a method of {@code Ptr}, and what makes a value of its result; empty if values do not have it
     * @param setterType empty if there is no setter
     * @param set a statement inside {@code Ptr}, over {@code value}
     */
    public record Field(List<String> doc, String name, List<Parameter> parameters, String type, String get,
            String valueType, String valueGet, String setterType, String set) {

        /** Accessors of a whole member. */
        public Field(List<String> doc, String name, String type, String get, String valueType, String valueGet,
                String setterType, String set) {
            this(doc, name, List.of(), type, get, valueType, valueGet, setterType, set);
        }
    }

    /**
     * An array without a length at the end of a record.
     *
     * @param offset in bytes, an expression
     * @param elementSize in bytes, an expression
     */
    public record Flexible(String offset, String elementSize) {}
}
