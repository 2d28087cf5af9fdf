package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated struct and union values that are not Java records (they hold arrays or unions): an own copy of
 * the bytes on the heap. Two values are equal if they are of one type and their bytes are, but for those where no member
 * lies.
 *
 * <p>Pointers in it are addresses, as they are in memory: they keep nothing alive, and whether what they lead to is closed
 * nobody notices.
 *
 * <p>Immutable, so safe to share between threads.
 */
public abstract class StructValue {

    private final MemorySegment segment;

    /**
     * Copies the bytes at the start of a segment.
     *
     * @param memory which is read, and not kept
     * @param byteSize the size of the struct or union
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    protected StructValue(MemorySegment memory, int byteSize) {
        this.segment = copyOf(memory, byteSize).asReadOnly();
    }

    /**
     * Copies the bytes at the start of a segment, with zero where no member lies: what C leaves there is no part of the
     * value.
     *
     * @param memory which is read, and not kept
     * @param byteSize the size of the struct or union
     * @param padding four numbers for each gap: its first bit, how many it has, how far it is to the next like it, and
     *        how many of them there are
     * @throws IndexOutOfBoundsException if the segment is shorter
     */
    protected StructValue(MemorySegment memory, long byteSize, long... padding) {
        MemorySegment content = copyOf(memory, byteSize);
        for (int i = 0; i < padding.length; i += 4) {
            for (long number = 0; number < padding[i + 3]; number++) {
                clear(content, padding[i] + number * padding[i + 2], padding[i + 1]);
            }
        }
        this.segment = content.asReadOnly();
    }

    /**
     * Zeroed memory on the heap.
     *
     * @param byteSize how many bytes
     * @return new memory, aligned for every C scalar of up to 8 bytes
     * @throws ArithmeticException if it is more than an array of Java's holds
     */
    public static MemorySegment newContent(long byteSize) {
        return MemorySegment.ofArray(new long[Math.toIntExact((byteSize + 7) / 8)]).asSlice(0, byteSize);
    }

    private static MemorySegment copyOf(MemorySegment memory, long byteSize) {
        MemorySegment content = newContent(byteSize);
        MemorySegment.copy(memory, 0, content, 0, byteSize);
        return content;
    }

    private static void clear(MemorySegment content, long bit, long bits) {
        long end = bit + bits;
        for (long at = bit; at < end;) {
            long next = Math.min(end, (at / Byte.SIZE + 1) * Byte.SIZE);
            int mask = (1 << next - at) - 1 << at % Byte.SIZE;
            long place = at / Byte.SIZE;
            content.set(ValueLayout.JAVA_BYTE, place, (byte) (content.get(ValueLayout.JAVA_BYTE, place) & ~mask));
            at = next;
        }
    }

    /**
     * A value in words, as of a Java record: {@code Person[name=Ada, scores=[1, 2]]}.
     *
     * @param names of its members, with commas between them
     * @param values of its members
     * @return the text
     */
    protected final String text(String names, @Nullable Object... values) {
        StringJoiner members = new StringJoiner(", ", getClass().getSimpleName() + "[", "]");
        String[] each = names.split(",");
        for (int i = 0; i < each.length; i++) {
            members.add(each[i] + "=" + MemberText.of(values[i]));
        }
        return members.toString();
    }

    /**
     * The bytes.
     *
     * @return the memory itself, and no copy: read-only, on the heap
     */
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
