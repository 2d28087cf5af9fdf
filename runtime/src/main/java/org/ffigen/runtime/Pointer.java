package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A C pointer to {@code T}: where in memory a value, or the first of several, lies. It does not own that memory; who
 * allocated it decides how long it may be used.
 *
 * <p>
 * Implementations are immutable and safe for any thread. The memory behind them is as safe as in C, and confined to a
 * thread if its arena is.
 *
 * @param <T> what the pointer points to
 */
public interface Pointer<T> {
    /**
     * The memory this pointer points to, with the bounds known for it.
     *
     * @return the segment; {@link MemorySegment#NULL} or another zero-length segment at address 0 for C's NULL
     * @throws IllegalStateException if this is a handle that is closed
     */
    MemorySegment segment();

    /**
     * The address as a number.
     *
     * @return the address; 0 for NULL
     */
    default long address() {
        return segment().address();
    }

    /**
     * Whether this is C's NULL.
     *
     * @return true if the address is 0
     */
    default boolean isNull() {
        MemorySegment segment = segment();
        // The address of a heap segment is an offset into its array: it can be 0 without being NULL.
        return segment.address() == 0 && segment.isNative();
    }

    /**
     * The same address as a pointer to something else, as C casts a pointer to the first member of a struct to one to the
     * struct: {@code handle.as(UvTcpS.Ptr::new)}. It has the bounds of this one. Only where one of the other type would not
     * fit, what C gave is taken at its word, for one; memory of {@link Arena#global()} is not told from that.
     *
     * @param <P> the other type
     * @param type makes a pointer of memory: {@code X.Ptr::new}, {@code X::of}
     * @return what that makes; to memory that cannot be written if this is one to such
     * @throws IndexOutOfBoundsException if one of the other type is larger than memory of Java's
     * @throws IllegalStateException if this is a handle that is closed
     */
    default <P extends Pointer<?>> P as(Function<MemorySegment, P> type) {
        MemorySegment memory = segment();
        try {
            return type.apply(memory);
        } catch (IndexOutOfBoundsException tooSmall) {
            if (!Liveness.mayBeOfC(memory)) {
                throw tooSmall;
            }
            MemorySegment address = MemorySegment.ofAddress(memory.address());
            return type.apply(memory.isReadOnly() ? address.asReadOnly() : address);
        }
    }

    /**
     * The memory of a pointer, with Java's null standing for C's NULL.
     *
     * @param pointer the pointer, or null
     * @return its segment, or {@link MemorySegment#NULL} for null
     * @throws IllegalStateException if it points to memory or a callback that is closed, or is a handle that is
     */
    static MemorySegment segmentOf(@Nullable Pointer<?> pointer) {
        return pointer == null ? MemorySegment.NULL : Liveness.check(pointer.segment());
    }

    /**
     * Memory of what C declares with a larger alignment than its elements have: a vector, or a type with the attribute
     * {@code aligned}. C may access it with instructions that end the process where it is not aligned.
     *
     * @param memory what C gets, or NULL
     * @param byteAlignment how it must be aligned, a power of two
     * @param name of the argument, for the message
     * @return the same memory
     * @throws IllegalArgumentException if it is not aligned so
     */
    static MemorySegment aligned(MemorySegment memory, long byteAlignment, String name) {
        // Where an array of the Java heap lies, nobody knows.
        if ((memory.address() & byteAlignment - 1) != 0 || !memory.isNative()) {
            throw new IllegalArgumentException(
                    "%s must be aligned to %d bytes, as what allocate(byteSize, %2$d) gives is: %s"
                            .formatted(name, byteAlignment, memory));
        }
        return memory;
    }
}
