package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Base of the pointer types: a segment, and equality by address. Two pointers are equal if they are of the same class
 * and hold the same address, whatever the bounds of their segments.
 *
 * <p>
 * Immutable: safe for any thread. The memory behind it is not guarded.
 *
 * @param <T> what the pointer points to
 */
public abstract class TypedPointer<T> implements Pointer<T> {
    private final MemorySegment segment;

    /**
     * A pointer to this memory.
     *
     * @param segment the memory; stays the property of whoever allocated it
     */
    protected TypedPointer(MemorySegment segment) {
        this.segment = Objects.requireNonNull(segment, "segment");
    }

    @Override
    public final MemorySegment segment() {
        return segment;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof TypedPointer<?> that && getClass() == that.getClass()
                && segment.address() == that.segment.address() && sameMemory(that.segment);
    }

    /** The address of a heap segment is an offset into its array: only the array tells two of them apart. */
    private boolean sameMemory(MemorySegment other) {
        return segment.isNative() ? other.isNative() : segment.equals(other);
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(segment.address());
    }

    /** The class's name without its package, and the address: {@code Point.Ptr[0x7f31c0]}. */
    @Override
    public final String toString() {
        String name = getClass().getName();
        String simple = name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
        return simple + "[0x" + Long.toHexString(segment.address()) + "]";
    }
}
