package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.Buffer;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Java's arrays as memory, for calls that take an array and its length. Memory of the Java heap goes to C as a copy, or as
 * it is where a call is {@code critical}. Stateless.
 */
public final class JavaArrays {
    private JavaArrays() {
    }

    /**
     * The memory of an array.
     *
     * @param array the array, or null
     * @return the array itself as memory of the Java heap, and no copy; NULL for null
     */
    public static MemorySegment of(byte @Nullable [] array) {
        return array == null ? MemorySegment.NULL : MemorySegment.ofArray(array);
    }

    /**
     * The memory of an array.
     *
     * @param array the array, or null
     * @return the array itself as memory of the Java heap, and no copy; NULL for null
     */
    public static MemorySegment of(short @Nullable [] array) {
        return array == null ? MemorySegment.NULL : MemorySegment.ofArray(array);
    }

    /**
     * The memory of an array.
     *
     * @param array the array, or null
     * @return the array itself as memory of the Java heap, and no copy; NULL for null
     */
    public static MemorySegment of(int @Nullable [] array) {
        return array == null ? MemorySegment.NULL : MemorySegment.ofArray(array);
    }

    /**
     * The memory of an array.
     *
     * @param array the array, or null
     * @return the array itself as memory of the Java heap, and no copy; NULL for null
     */
    public static MemorySegment of(long @Nullable [] array) {
        return array == null ? MemorySegment.NULL : MemorySegment.ofArray(array);
    }

    /**
     * The memory of an array.
     *
     * @param array the array, or null
     * @return the array itself as memory of the Java heap, and no copy; NULL for null
     */
    public static MemorySegment of(float @Nullable [] array) {
        return array == null ? MemorySegment.NULL : MemorySegment.ofArray(array);
    }

    /**
     * The memory of an array.
     *
     * @param array the array, or null
     * @return the array itself as memory of the Java heap, and no copy; NULL for null
     */
    public static MemorySegment of(double @Nullable [] array) {
        return array == null ? MemorySegment.NULL : MemorySegment.ofArray(array);
    }

    /**
     * The memory of a buffer, from its position to its limit.
     *
     * @param buffer the buffer, or null
     * @return the memory itself, and no copy: native if the buffer is direct, read-only if the buffer is; NULL for null
     * @throws IllegalArgumentException if no array is behind it, as of {@code CharBuffer.wrap("text")}
     */
    public static MemorySegment of(@Nullable Buffer buffer) {
        return buffer == null ? MemorySegment.NULL : MemorySegment.ofBuffer(buffer);
    }

    /**
     * The memory of a buffer that C may write to, from its position to its limit.
     *
     * @param buffer the buffer, or null
     * @return its memory, native if it is direct; NULL for null
     * @throws java.nio.ReadOnlyBufferException if it is read-only
     */
    public static MemorySegment writable(@Nullable Buffer buffer) {
        if (buffer != null && buffer.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        return of(buffer);
    }

    /**
     * Copies an array that C gives.
     *
     * @param <A> the array
     * @param address of the array, or NULL
     * @param read copies what lies at the address
     * @return what {@code read} gives; null for NULL
     */
    public static <A> @Nullable A take(MemorySegment address, Function<MemorySegment, A> read) {
        return address.address() == 0 ? null : read.apply(address);
    }

    /**
     * Copies an array that C gives and frees it, whatever copying comes to.
     *
     * @param <A> the array
     * @param address of the array, or NULL, of which nothing is to be freed
     * @param read copies what lies at the address
     * @param free frees it
     * @return what {@code read} gives; null for NULL
     */
    public static <A> @Nullable A take(MemorySegment address, Function<MemorySegment, A> read,
            Consumer<MemorySegment> free) {
        A array;
        try {
            array = take(address, read);
        } catch (Throwable unreadable) {
            LostResult.free(unreadable, address, free);
            throw unreadable;
        }
        if (address.address() != 0) {
            free.accept(address);
        }
        return array;
    }

    /**
     * The length of an array, as C tells it.
     *
     * @param length what C says
     * @return the same number
     * @throws IllegalArgumentException if no array has that length
     */
    public static long length(long length) {
        if (length < 0 || length > Integer.MAX_VALUE - 8) {
            // A function that fails gives -1, whatever the type; other large numbers have no sign.
            throw new IllegalArgumentException("C gives an array of the length "
                    + (length < Integer.MIN_VALUE ? Long.toUnsignedString(length) : length));
        }
        return length;
    }

    /**
     * How many texts C gets.
     *
     * @param array as {@link Scratch#strings} makes it, with a NULL at its end; or NULL
     * @return the number without that NULL; 0 for NULL
     */
    public static int texts(MemorySegment array) {
        return array.byteSize() == 0 ? 0 : (int) (array.byteSize() / ValueLayout.ADDRESS.byteSize()) - 1;
    }

    /**
     * The length that arrays have which C takes for equally long.
     *
     * @param lengths of each
     * @return the length of all
     * @throws IllegalArgumentException if they differ
     */
    public static int same(int... lengths) {
        for (int length : lengths) {
            if (length != lengths[0]) {
                throw new IllegalArgumentException("arrays of different lengths: " + Arrays.toString(lengths));
            }
        }
        return lengths[0];
    }

    /**
     * A length that C takes in 8 or 16 bits.
     *
     * @param most the largest that fits
     * @param length of an array
     * @return the length
     * @throws IllegalArgumentException if it is larger
     */
    public static int atMost(int most, int length) {
        if (length > most) {
            throw new IllegalArgumentException("the array has " + length + " elements, C can be told of " + most
                    + " at most");
        }
        return length;
    }

    /**
     * Where C gets an array beside others: a part of the copy of an earlier one if it is a part of that, so that C sees
     * one array where Java has one.
     *
     * @param scratch where copies lie
     * @param array the memory of the array
     * @param earlier the memory of each earlier array, and after it what C gets for it
     * @return what C gets for this one; the memory itself if it is native
     * @throws IllegalArgumentException if it overlaps an earlier one and is no part of it
     */
    public static MemorySegment placeOf(Scratch scratch, MemorySegment array, MemorySegment... earlier) {
        for (int i = 0; i < earlier.length; i += 2) {
            if (!array.isNative() && array.asOverlappingSlice(earlier[i]).isPresent()) {
                // Of memory of the heap an address is the offset in its array.
                long offset = array.address() - earlier[i].address();
                if (offset < 0 || offset + array.byteSize() > earlier[i].byteSize()) {
                    throw new IllegalArgumentException("two arguments overlap, and the later one is no part of the"
                            + " earlier: C would get two copies");
                }
                return earlier[i + 1].asSlice(offset, array.byteSize());
            }
        }
        return scratch.copyOf(array);
    }

    /**
     * A text that C gives, with an end. One that lies in native memory which Java passed, that of a direct buffer, may have
     * no NUL before the end of that.
     *
     * @param text where it begins
     * @param unit how many bytes its NUL has: 1, 2 or 4
     * @param passed the memory of each buffer; of others C got copies, which end with a NUL
     * @return the same address; of a text in one of them that has no NUL, a copy up to the end of it with a NUL behind
     */
    public static MemorySegment ended(MemorySegment text, int unit, MemorySegment... passed) {
        MemorySegment before = null;
        for (MemorySegment memory : passed) {
            long offset = text.address() - memory.address();
            if (!memory.isNative() || memory.address() == 0 || offset < 0 || offset > memory.byteSize()) {
                continue;
            }
            if (offset < memory.byteSize()) {
                return ended(text, unit, memory.asSlice(offset));
            }
            before = memory;
        }
        // The end of one may be the beginning of another, which comes first then.
        return before == null ? text : ended(text, unit, before.asSlice(before.byteSize()));
    }

    /** Only a text without a NUL is copied: what follows one may be all of a mapped file. */
    private static MemorySegment ended(MemorySegment text, int unit, MemorySegment rest) {
        return CharsetText.hasNul(rest, unit)
                ? text
                : Arena.ofAuto().allocate(rest.byteSize() + Integer.BYTES).copyFrom(rest);
    }

    /**
     * Takes over what C wrote.
     *
     * @param copy what C got for the array
     * @param array the memory of the array, not read-only; left alone if that is what C got
     */
    public static void takeOver(MemorySegment copy, MemorySegment array) {
        if (!array.isNative()) {
            array.copyFrom(copy);
        }
    }
}
