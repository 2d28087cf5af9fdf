package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Objects;

/**
 * The place a by-value result goes to. Method handles for native calls take an allocator for it; handing them this one
 * type everywhere keeps their call sites monomorphic.
 *
 * <p>
 * Immutable, but every allocation is the same memory: use one for each call.
 */
public final class ReturnBuffer implements SegmentAllocator {
    private final MemorySegment target;

    /**
     * Results go to this memory.
     *
     * @param target native memory, at least as large and as aligned as the result; stays the caller's
     */
    public ReturnBuffer(MemorySegment target) {
        this.target = Objects.requireNonNull(target, "target");
    }

    /**
     * The target itself.
     *
     * @param byteSize the size of the result
     * @param byteAlignment the alignment of the result
     * @return the target, with its own bounds
     * @throws IllegalArgumentException if the target is too small or not aligned
     */
    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        if (byteSize > target.byteSize() || (target.address() & (byteAlignment - 1)) != 0) {
            throw new IllegalArgumentException("a result of " + byteSize + " bytes aligned to " + byteAlignment
                    + " does not fit " + target.byteSize() + " bytes at 0x" + Long.toHexString(target.address()));
        }
        return target;
    }
}
