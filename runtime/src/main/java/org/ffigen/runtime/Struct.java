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
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.UnionLayout;

/**
 * Makes layouts and memory of structs and unions. One class with a short name, and texts and {@code int}s: the least
 * that a class file can say it with, and generated bindings have thousands of them. Safe for any thread.
 */
public final class Struct {
    private Struct() {
    }

    /**
     * The layout of a struct of scalars, of arrays of them and of padding; {@link LayoutBuilder} makes any other.
     *
     * @param name of the struct in C; empty for one without a name
     * @param members such as {@code "i32 x, pad 4, pointer next, i8[16] id"}; the words are {@code bool}, {@code i8} to
     *        {@code i64}, {@code f32}, {@code f64}, {@code pointer}, and {@code pad} with its bytes; an anonymous member
     *        is {@code struct{i32 x, i32 y}} or {@code union{...}}
     * @return the members one after the other, with the name
     * @throws IllegalArgumentException if a member is not aligned, or the text says something else
     */
    public static StructLayout layout(String name, String members) {
        return LayoutBuilder.of(name).add(members).struct();
    }

    /**
     * The layout of a union, as {@link #layout}.
     *
     * @param name of the union in C; empty for one without a name
     * @param members as of a struct
     * @return the members over each other, with the name
     * @throws IllegalArgumentException if the text says something else
     */
    public static UnionLayout union(String name, String members) {
        return LayoutBuilder.of(name).add(members).union();
    }

    static MemoryLayout scalar(String word) {
        return switch (word) {
            case "bool" -> JAVA_BOOLEAN;
            case "i8" -> JAVA_BYTE;
            case "i16" -> JAVA_SHORT;
            case "i32" -> JAVA_INT;
            case "i64" -> JAVA_LONG;
            case "f32" -> JAVA_FLOAT;
            case "f64" -> JAVA_DOUBLE;
            case "pointer" -> ADDRESS;
            default -> throw new IllegalArgumentException("no member is of type " + word);
        };
    }

    /**
     * Zeroed memory for one or several.
     *
     * @param allocator where it lives, and for how long
     * @param size of one of them, in bytes
     * @param align in bytes
     * @param length how many
     * @return memory for so many; NULL for none
     * @throws IllegalArgumentException if the length is negative
     * @throws ArithmeticException if it is more than an address space holds
     */
    public static MemorySegment zeroed(SegmentAllocator allocator, int size, int align, long length) {
        return zeroed(allocator, (long) size, align, length);
    }

    /** As {@link #zeroed(SegmentAllocator, int, int, long)}, of types of 2 GB and more. */
    public static MemorySegment zeroed(SegmentAllocator allocator, long size, long align, long length) {
        if (length == 0) {
            return MemorySegment.NULL;
        }
        return allocator.allocate(Math.multiplyExact(size, length), align).fill((byte) 0);
    }
}
