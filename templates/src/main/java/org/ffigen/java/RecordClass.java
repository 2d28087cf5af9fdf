package org.ffigen.java;

import java.util.List;

/**
 * A complete struct or union: its value form, and {@code Ptr} and {@code Array} on native memory.
 *
 * @param javaRecord whether the value form is a record of all members; otherwise it owns a copy of the bytes
 * @param components of the record
 * @param layoutType {@code StructLayout} or {@code UnionLayout}
 * @param layout the lines of the layout's expression
 * @param size in bytes
 * @param align in bytes
 * @param reads for each component, an expression over {@code segment} and {@code offset}
 * @param writes for each component, a statement over {@code segment}, {@code offset} and the component
 * @param cName how C spells the type
 * @param fields the accessors of {@code Ptr}
 */
public record RecordClass(String name, List<String> doc, String cName, boolean javaRecord, List<Parameter> components,
        String layoutType, List<String> layout, long size, long align, List<String> reads, List<String> writes,
        List<Field> fields) implements JavaFile {

    /**
     * An accessor pair.
     *
     * @param get an expression over {@code segment()}
     * @param valueType what the getter of the owning value form gives: a value where {@code Ptr} gives a place
     * @param valueGet an expression over {@code segment()}
     * @param setterType empty if there is no setter
     * @param set a statement over {@code segment()} and {@code value}
     */
    public record Field(List<String> doc, String name, String type, String get, String valueType,
            String valueGet, String setterType, String set) {}
}
