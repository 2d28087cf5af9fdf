package org.ffigen.runtime.dynamic;

import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import org.jspecify.annotations.Nullable;

/** What Java calls bytes: arrays of numbers, buffers and segments, as segments. Stateless. */
final class Bytes {
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

    private static @Nullable MemorySegment of(Buffer buffer) {
        try {
            return MemorySegment.ofBuffer(buffer);
        } catch (IllegalArgumentException aViewOfAText) {
            return null;
        }
    }

    /** Zeroed memory on the heap, aligned for every member of a struct. */
    static MemorySegment onHeap(long byteSize) {
        return MemorySegment.ofArray(new long[Math.toIntExact((byteSize + 7) / 8)]).asSlice(0, byteSize);
    }

    static MemorySegment copyOnHeap(MemorySegment from, long byteSize) {
        return onHeap(byteSize).copyFrom(from.asSlice(0, byteSize));
    }
}
