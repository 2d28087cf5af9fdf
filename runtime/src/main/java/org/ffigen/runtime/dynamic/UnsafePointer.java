package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Addresses as numbers. An address is a MemorySegment without bounds, NULL is null. Stateless. */
public final class UnsafePointer {
    private UnsafePointer() {
    }

    /**
     * An address.
     *
     * @param address the number
     * @return a segment of length 0; null for 0
     */
    public static @Nullable MemorySegment create(long address) {
        return address == 0 ? null : MemorySegment.ofAddress(address);
    }

    /**
     * The number.
     *
     * @param pointer native memory, or null
     * @return its address; 0 for null
     * @throws IllegalArgumentException if it lies on the Java heap
     */
    public static long value(@Nullable MemorySegment pointer) {
        if (pointer != null && !pointer.isNative()) {
            throw new IllegalArgumentException("memory on the Java heap has no address");
        }
        return pointer == null ? 0 : pointer.address();
    }

    /**
     * Whether both are the same address, or both NULL.
     *
     * @param first an address, or null
     * @param second an address, or null
     * @return true if they are
     * @throws IllegalArgumentException if one lies on the Java heap
     */
    public static boolean equals(@Nullable MemorySegment first, @Nullable MemorySegment second) {
        return value(first) == value(second);
    }

    /**
     * An address further on.
     *
     * @param pointer an address
     * @param bytes how far, also backwards
     * @return the address there; null if that is 0
     * @throws IllegalArgumentException if the pointer is NULL or lies on the Java heap
     */
    public static @Nullable MemorySegment offset(@Nullable MemorySegment pointer, long bytes) {
        if (value(pointer) == 0) {
            throw new IllegalArgumentException("offset from a null pointer");
        }
        return create(value(pointer) + bytes);
    }
}
