package org.ffigen.runtime;

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
     * The layout of a struct, padding included.
     *
     * @param text its name in C and its members, such as <code>point{i32 x, pad 4, pointer next, i8[16] id}</code>; the
     *        words are {@code bool}, {@code i8} to {@code i64}, {@code f32}, {@code f64}, {@code pointer}, and
     *        {@code pad} with its bytes; {@code unaligned i32 x} is a member at any offset, {@code align 16} the
     *        alignment where it is not that of the members, <code>struct{i32 x}</code> and <code>union{i32 x}</code> are
     *        anonymous members
     * @return the members one after the other, with the name
     * @throws IllegalArgumentException if a member is not aligned, or the text says something else
     */
    public static StructLayout layout(String text) {
        return LayoutText.struct(text);
    }

    /**
     * The layout of a struct with members that have layouts of their own.
     *
     * @param text as of {@link #layout(String)}; the types {@code $0} and {@code $1[4]} are the first of the others, and
     *        an array of the second
     * @param others the layouts that the text refers to
     * @return the members one after the other, with the name
     * @throws IllegalArgumentException if a member is not aligned, or the text says something else
     */
    public static StructLayout layout(String text, MemoryLayout... others) {
        return LayoutText.struct(text, others);
    }

    /**
     * The layout of a union, as {@link #layout(String)}.
     *
     * @param text its name in C and its members
     * @return the members over each other, with the name
     * @throws IllegalArgumentException if the text says something else
     */
    public static UnionLayout union(String text) {
        return LayoutText.union(text);
    }

    /**
     * The layout of a union with members that have layouts of their own, as {@link #layout(String, MemoryLayout...)}.
     *
     * @param text its name in C and its members
     * @param others the layouts that the text refers to
     * @return the members over each other, with the name
     * @throws IllegalArgumentException if the text says something else
     */
    public static UnionLayout union(String text, MemoryLayout... others) {
        return LayoutText.union(text, others);
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

    /**
     * As {@link #zeroed(SegmentAllocator, int, int, long)}, of types of 2 GB and more.
     *
     * @param allocator where it lives, and for how long
     * @param size of one of them, in bytes
     * @param align in bytes
     * @param length how many
     * @return memory for so many; NULL for none
     * @throws IllegalArgumentException if the length is negative
     * @throws ArithmeticException if it is more than an address space holds
     */
    public static MemorySegment zeroed(SegmentAllocator allocator, long size, long align, long length) {
        if (length == 0) {
            return MemorySegment.NULL;
        }
        return allocator.allocate(Math.multiplyExact(size, length), align).fill((byte) 0);
    }
}
