package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;

/**
 * How values of a C type that no layout of Java's describes lie in memory. Immutable, safe for any thread.
 *
 * @param <T> what Java has for it
 */
public interface Codec<T> {
    /**
     * How much memory one value takes.
     *
     * @return the size in bytes, as C's {@code sizeof}
     */
    long byteSize();

    /**
     * Reads a value.
     *
     * @param segment the memory
     * @param offset where it lies, in bytes
     * @return the value
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     */
    T get(MemorySegment segment, long offset);

    /**
     * Writes a value.
     *
     * @param segment the memory
     * @param offset where it lies, in bytes
     * @param value its new value
     * @throws IndexOutOfBoundsException if it does not lie within the memory
     * @throws IllegalArgumentException if the C type cannot hold it, or the memory is read-only
     */
    void set(MemorySegment segment, long offset, T value);
}
