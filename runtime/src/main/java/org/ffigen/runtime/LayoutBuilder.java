package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.UnionLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the layout of a struct or union, member by member in the order of their offsets, padding included. It makes
 * what {@link MemoryLayout}'s own methods make, in much less of a class file; generated bindings have thousands of
 * layouts. For one thread.
 */
public final class LayoutBuilder {
    /** A member whose own members come now. */
    private record Anonymous(LayoutBuilder outer, boolean union) {}

    private final String name;
    private final List<MemoryLayout> members = new ArrayList<>();

    private LayoutBuilder(String name) {
        this.name = name;
    }

    /**
     * Begins a layout.
     *
     * @param name of the struct or union in C; empty for one without a name
     * @return a builder without members
     */
    public static LayoutBuilder of(String name) {
        return new LayoutBuilder(name);
    }

    /**
     * Members that a text names.
     *
     * @param members as of {@link Struct#layout}
     * @return this
     * @throws IllegalArgumentException if the text says something else
     */
    public LayoutBuilder add(String members) {
        List<Anonymous> open = new ArrayList<>();
        LayoutBuilder inner = this;
        for (String word : members.isEmpty() ? new String[0] : members.split(", ")) {
            String part = word;
            while (part.startsWith("struct{") || part.startsWith("union{")) {
                open.add(new Anonymous(inner, part.startsWith("union{")));
                inner = new LayoutBuilder("");
                part = part.substring(part.indexOf('{') + 1);
            }
            int end = part.length();
            while (end > 0 && part.charAt(end - 1) == '}') {
                end--;
            }
            if (end > 0) {
                inner.addOne(part.substring(0, end));
            }
            for (int i = end; i < part.length(); i++) {
                Anonymous ended = open.removeLast();
                inner = ended.outer.anonymous(ended.union ? inner.union() : inner.struct());
            }
        }
        return this;
    }

    private void addOne(String part) {
        int space = part.indexOf(' ');
        String type = part.substring(0, space);
        String member = part.substring(space + 1);
        int bracket = type.indexOf('[');
        if (type.equals("pad")) {
            pad(Long.parseLong(member));
        } else if (bracket < 0) {
            member(member, Struct.scalar(type));
        } else {
            array(member, Long.parseLong(type.substring(bracket + 1, type.length() - 1)),
                    Struct.scalar(type.substring(0, bracket)));
        }
    }

    /** A {@code bool}. */
    public LayoutBuilder bool(String member) {
        return member(member, JAVA_BOOLEAN);
    }

    /** An integer of 8 bits, signed or not. */
    public LayoutBuilder i8(String member) {
        return member(member, JAVA_BYTE);
    }

    /** An integer of 16 bits, signed or not. */
    public LayoutBuilder i16(String member) {
        return member(member, JAVA_SHORT);
    }

    /** An integer of 32 bits, signed or not. */
    public LayoutBuilder i32(String member) {
        return member(member, JAVA_INT);
    }

    /** An integer of 64 bits, signed or not. */
    public LayoutBuilder i64(String member) {
        return member(member, JAVA_LONG);
    }

    /** A {@code float}. */
    public LayoutBuilder f32(String member) {
        return member(member, JAVA_FLOAT);
    }

    /** A {@code double}. */
    public LayoutBuilder f64(String member) {
        return member(member, JAVA_DOUBLE);
    }

    /** An address. */
    public LayoutBuilder pointer(String member) {
        return member(member, ADDRESS);
    }

    /** A member of a type that no layout of Java's describes: so many bytes. */
    public LayoutBuilder bytes(String member, long size) {
        return array(member, size, JAVA_BYTE);
    }

    /** An array of so many. */
    public LayoutBuilder array(String member, long length, MemoryLayout element) {
        return member(member, MemoryLayout.sequenceLayout(length, element));
    }

    /** A member of any layout. */
    public LayoutBuilder member(String member, MemoryLayout layout) {
        members.add(layout.withName(member));
        return this;
    }

    /** An anonymous struct or union. */
    public LayoutBuilder anonymous(MemoryLayout layout) {
        members.add(layout);
        return this;
    }

    /** So many bytes of padding. */
    public LayoutBuilder pad(long size) {
        members.add(MemoryLayout.paddingLayout(size));
        return this;
    }

    /**
     * The layout of a struct.
     *
     * @return the members one after the other, with the name
     * @throws IllegalArgumentException if a member is not aligned
     */
    public StructLayout struct() {
        StructLayout layout = MemoryLayout.structLayout(members.toArray(MemoryLayout[]::new));
        return name.isEmpty() ? layout : layout.withName(name);
    }

    /** The layout of a struct with another alignment than its members'. */
    public StructLayout struct(long align) {
        return struct().withByteAlignment(align);
    }

    /**
     * The layout of a union.
     *
     * @return the members over each other, with the name
     */
    public UnionLayout union() {
        UnionLayout layout = MemoryLayout.unionLayout(members.toArray(MemoryLayout[]::new));
        return name.isEmpty() ? layout : layout.withName(name);
    }

    /** The layout of a union with another alignment than its members'. */
    public UnionLayout union(long align) {
        return union().withByteAlignment(align);
    }
}
