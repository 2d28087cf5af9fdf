package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemoryLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A C type in the vocabulary of {@code Deno.dlopen}: a word for a scalar, or a struct of types. Immutable: safe for any
 * thread. Use the constants by static import:
 *
 * {@snippet :
 * Signature.of(I32, I32, I32)              // int add(int, int)
 * NativeType.struct(F64, F64)              // struct { double x, y; }
 * }
 */
public sealed interface NativeType permits ScalarType, StructType {
    /** {@code int8_t}: a Byte. */
    NativeType I8 = ScalarType.I8;
    /** {@code uint8_t}: an Integer. */
    NativeType U8 = ScalarType.U8;
    /** {@code int16_t}: a Short. */
    NativeType I16 = ScalarType.I16;
    /** {@code uint16_t}: an Integer. */
    NativeType U16 = ScalarType.U16;
    /** {@code int32_t}: an Integer. */
    NativeType I32 = ScalarType.I32;
    /** {@code uint32_t}: a Long. */
    NativeType U32 = ScalarType.U32;
    /** {@code int64_t}: a Long. */
    NativeType I64 = ScalarType.I64;
    /** {@code uint64_t}: the bits as a Long, see {@link Long#toUnsignedString(long)}. */
    NativeType U64 = ScalarType.U64;
    /** {@code ssize_t}, {@code intptr_t}: a Long. */
    NativeType ISIZE = ScalarType.ISIZE;
    /** {@code size_t}, {@code uintptr_t}: the bits as a Long. */
    NativeType USIZE = ScalarType.USIZE;
    /** {@code float}: a Float. */
    NativeType F32 = ScalarType.F32;
    /** {@code double}: a Double. */
    NativeType F64 = ScalarType.F64;
    /** {@code bool}: a Boolean. */
    NativeType BOOL = ScalarType.BOOL;
    /** An address from C: a MemorySegment; null is NULL. */
    NativeType POINTER = ScalarType.POINTER;
    /**
     * The caller's bytes: an array, a ByteBuffer or a MemorySegment; null is NULL. C must only read what is read-only. As a
     * result of C, an address; what a callback gives that is on the Java heap, C gets as a copy, which is kept as
     * {@link org.ffigen.runtime.Upcalls#kept} says.
     */
    NativeType BUFFER = ScalarType.BUFFER;
    /** The address of a function: a MemorySegment; null is NULL. */
    NativeType FUNCTION = ScalarType.FUNCTION;
    /** No result. */
    NativeType VOID = ScalarType.VOID;

    /**
     * A struct by value.
     *
     * @param fields the types of its members, in order
     * @return the type, laid out as C does by default
     * @throws IllegalArgumentException if there is no field or one is void
     */
    static NativeType struct(NativeType... fields) {
        return new StructType(Arrays.asList(fields));
    }

    /**
     * The scalar type of a word.
     *
     * @param word such as {@code i32}
     * @return the type
     * @throws IllegalArgumentException if there is no such word; the message lists them
     */
    static NativeType of(@Nullable String word) {
        return ScalarType.of(word);
    }

    /**
     * The layout of the type in memory.
     *
     * @return a layout with C's size and alignment
     * @throws IllegalArgumentException for void
     */
    MemoryLayout layout();
}
