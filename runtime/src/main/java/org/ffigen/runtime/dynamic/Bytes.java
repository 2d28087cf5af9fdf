package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.Buffer;
import org.jspecify.annotations.Nullable;

/** What Java calls bytes: arrays of numbers, buffers and segments, as segments. Stateless. */
final class Bytes {
    /** The largest of any C type that has no attribute. */
    private static final long ALIGNMENT = 16;

    private Bytes() {
    }

    /** A view on the same bytes, on the heap or not; null if the value has none. */
    static @Nullable MemorySegment of(@Nullable Object value) {
        return switch (value) {
            case MemorySegment segment -> segment;
            case byte[] array -> MemorySegment.ofArray(array);
            case short[] array -> MemorySegment.ofArray(array);
            case char[] array -> MemorySegment.ofArray(array);
            case int[] array -> MemorySegment.ofArray(array);
            case long[] array -> MemorySegment.ofArray(array);
            case float[] array -> MemorySegment.ofArray(array);
            case double[] array -> MemorySegment.ofArray(array);
            case Buffer buffer -> of(buffer);
            case null, default -> null;
        };
    }

    /** What C gets as a buffer, if it is native: of bytes on the heap a copy. Null if the value is no buffer. */
    static @Nullable MemorySegment ofBuffer(@Nullable Object value) {
        MemorySegment address = Values.address(value);
        if (address != null) {
            return address;
        }
        MemorySegment bytes = of(value);
        boolean array = !(value instanceof Buffer || value instanceof MemorySegment);
        return bytes != null && array && bytes.byteSize() == 0 ? MemorySegment.NULL : bytes;
    }

    private static @Nullable MemorySegment of(Buffer buffer) {
        try {
            return MemorySegment.ofBuffer(buffer);
        } catch (IllegalArgumentException aViewOfAText) {
            return null;
        }
    }

    /** Memory for a copy that C gets. It ends with a NUL, so that a text which C finds in there does. */
    static MemorySegment forCopy(SegmentAllocator memory, long byteSize) {
        MemorySegment copy = memory.allocate(byteSize + Integer.BYTES, ALIGNMENT);
        copy.set(ValueLayout.JAVA_INT_UNALIGNED, byteSize, 0);
        return copy.asSlice(0, byteSize);
    }

    /** Zeroed memory on the heap, aligned for every member of a struct. */
    static MemorySegment onHeap(long byteSize) {
        return MemorySegment.ofArray(new long[Math.toIntExact((byteSize + 7) / 8)]).asSlice(0, byteSize);
    }

    static MemorySegment copyOnHeap(MemorySegment from, long byteSize) {
        return onHeap(byteSize).copyFrom(from.asSlice(0, byteSize));
    }
}
