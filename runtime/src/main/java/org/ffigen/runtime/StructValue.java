package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The base of generated struct and union values that are not Java records (they hold arrays or unions): an own copy of
 * the bytes on the heap. Two values are equal if they are of one type and their bytes are.
 *
 * <p>Immutable, so safe to share between threads.
 */
public abstract class StructValue {

    private final MemorySegment segment;

    /** @param content memory from {@link #newContent} that nobody else keeps */
    protected StructValue(MemorySegment content) {
        this.segment = content.asReadOnly();
    }

    /** Zeroed heap memory of so many bytes, aligned for every C scalar of up to 8 bytes. */
    public static MemorySegment newContent(long byteSize) {
        return MemorySegment.ofArray(new long[Math.toIntExact((byteSize + 7) / 8)]).asSlice(0, byteSize);
    }

    /**
     * A copy of the bytes at the start of a segment.
     *
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    public static MemorySegment copyOf(MemorySegment segment, long byteSize) {
        MemorySegment content = newContent(byteSize);
        MemorySegment.copy(segment, 0, content, 0, byteSize);
        return content;
    }

    /** The bytes, read-only. */
    protected final MemorySegment segment() {
        return segment;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof StructValue that && that.getClass() == getClass()
                && segment.mismatch(that.segment) == -1;
    }

    @Override
    public final int hashCode() {
        return Objects.hash(getClass(), Arrays.hashCode(bytes()));
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + HexFormat.of().formatHex(bytes()) + "]";
    }

    private byte[] bytes() {
        return segment.toArray(ValueLayout.JAVA_BYTE);
    }
}
