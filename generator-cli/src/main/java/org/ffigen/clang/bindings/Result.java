package org.ffigen.clang.bindings;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/** The one place a struct of some type is returned to, again and again; the caller takes a copy. */
final class Result implements SegmentAllocator {

    private final MemorySegment place;
    private final int words;

    Result(MemoryLayout layout) {
        place = Arena.ofAuto().allocate(layout);
        words = Math.toIntExact(layout.byteSize() / Long.BYTES);
    }

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        return place;
    }

    MemorySegment copy(MemorySegment returned) {
        return MemorySegment.ofArray(new long[words]).copyFrom(returned);
    }
}
