package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Memory for the time of a native call: strings, by-value structs, out-parameters. Use it in a try-with-resources
 * block; scratches nest, and only the innermost of a thread allocates.
 *
 * {@snippet :
 * try (Scratch scratch = Scratch.open()) {
 *     MemorySegment name = scratch.string("point");
 *     // call C with it; the memory is reused once the block is left
 * }
 * }
 *
 * <p>
 * Memory is native and not zeroed. It must not be used after {@link #close()}, by Java or by C: nothing checks that.
 * What fits the thread's block costs no Java heap and no system call; the block starts small and grows on demand, and
 * a request too large for it gets its own memory, freed by {@link #close()}.
 *
 * <p>
 * A scratch belongs to the thread that opened it, platform or virtual: only that thread may allocate from it and close
 * it. Other threads, and C on any thread, may read and write memory that came from the thread's block while the scratch
 * is open; what was too large for the block is confined to the thread on the Java side.
 */
public final class Scratch implements SegmentAllocator, AutoCloseable {
    /** The largest of any C type. */
    private static final long ALIGNMENT = 16;
    /** The largest that a copy keeps of what C declares with more: that of a page. */
    private static final long LARGEST_ALIGNMENT = 4096;

    private final ScratchStack stack;
    private final int level;
    private long start;
    private long oversized;
    private @Nullable Arena arena;
    /** What did not fit the block. */
    private List<MemorySegment> large = List.of();

    Scratch(ScratchStack stack, int level) {
        this.stack = stack;
        this.level = level;
    }

    /**
     * Opens a scratch for the current thread, inside the one it has open, if any. Instances are reused: one must not be
     * kept after it is closed.
     *
     * @return the scratch, to be closed by the same thread
     */
    public static Scratch open() {
        Thread thread = Thread.currentThread();
        ScratchStack stack = thread.isVirtual() ? ScratchPool.borrow(thread) : ScratchStack.ofPlatformThread();
        return stack.push();
    }

    /**
     * Memory that lasts until this scratch is closed. Not zeroed.
     *
     * @param byteSize the size, in bytes
     * @param byteAlignment the alignment, a power of two
     * @return native memory of exactly that size
     * @throws IllegalArgumentException if the size is negative or the alignment is not a power of two
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        if (byteSize < 0 || byteAlignment <= 0 || (byteAlignment & (byteAlignment - 1)) != 0) {
            throw new IllegalArgumentException("size " + byteSize + ", alignment " + byteAlignment);
        }
        stack.checkInnermost(level);
        long offset = stack.reserve(byteSize, byteAlignment);
        boolean fits = offset >= 0;
        MemorySegment memory = fits ? stack.block() : allocateOversized(byteSize, byteAlignment);
        // One place makes the segment, so that the compiler can do without the object even where both ways were seen.
        return memory.asSlice(fits ? offset : 0, byteSize);
    }

    /**
     * Memory of this scratch for what C declares with a larger alignment than its type has.
     *
     * @param byteAlignment the least alignment of what it allocates, a power of two
     * @return an allocator that is of use as long as this scratch
     */
    public SegmentAllocator aligned(long byteAlignment) {
        return (byteSize, alignment) -> allocate(byteSize, Math.max(alignment, byteAlignment));
    }

    private MemorySegment allocateOversized(long byteSize, long byteAlignment) {
        Arena own = arena;
        if (own == null) {
            own = Arena.ofConfined();
            arena = own;
        }
        MemorySegment memory = own.allocate(byteSize, byteAlignment);
        large = large.isEmpty() ? new ArrayList<>() : large;
        large.add(memory);
        if (byteSize <= ScratchStack.LARGEST_BLOCK) {
            oversized += byteSize + byteAlignment;
            stack.wanted(oversized);
        }
        return memory;
    }

    /**
     * A copy of a text in UTF-8, NUL-terminated, that lasts until this scratch is closed.
     *
     * @param text the text, or null
     * @return the copy; {@link MemorySegment#NULL} for null
     * @throws IllegalArgumentException if there is a U+0000 in the text, where C would see it end
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment string(@Nullable String text) {
        return text == null ? MemorySegment.NULL : allocateFrom(CString.whole(text));
    }

    /**
     * A copy of memory of the Java heap that lasts until this scratch is closed. A NUL follows it, as wide as any
     * character: what C takes for a text in there ends there, such as the rest that it did not read.
     *
     * @param memory of an array, as {@link JavaArrays} gives it
     * @return the copy, aligned for any C type; the memory itself if it is native
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment copyOf(MemorySegment memory) {
        return memory.isNative() ? memory : allocateEnded(memory.byteSize()).copyFrom(memory);
    }

    /** Memory with a NUL behind it. */
    private MemorySegment allocateEnded(long byteSize) {
        stack.checkInnermost(level);
        long offset = stack.reserve(byteSize + Integer.BYTES, ALIGNMENT);
        boolean fits = offset >= 0;
        MemorySegment memory = fits ? stack.block() : allocateOversized(byteSize + Integer.BYTES, ALIGNMENT);
        long start = fits ? offset : 0;
        memory.set(ValueLayout.JAVA_INT_UNALIGNED, start + byteSize, 0);
        return memory.asSlice(start, byteSize);
    }

    /**
     * What a pointer that C gives is to lead to: the place itself or, if that is memory of this scratch, which is gone
     * once it is closed, a copy of it and all behind it, which is freed when nothing in Java has it any more.
     *
     * @param place what C gives, such as a place in an array that it got as a copy; of unknown size
     * @return memory that lasts longer than this scratch; what addresses in it lead to does not
     */
    public MemorySegment lasting(MemorySegment place) {
        long address = place.address();
        MemorySegment rest = stack.restOf(start, address);
        for (MemorySegment memory : large) {
            long offset = address - memory.address();
            rest = offset >= 0 && offset < memory.byteSize() ? memory.asSlice(offset) : rest;
        }
        if (rest.byteSize() == 0) {
            return place;
        }
        // As far from what is aligned as the place is, and as much aligned.
        long beyond = address % ALIGNMENT;
        long alignment = Math.clamp(Long.lowestOneBit(address), ALIGNMENT, LARGEST_ALIGNMENT);
        return Arena.ofAuto().allocate(beyond + rest.byteSize(), alignment).asSlice(beyond).copyFrom(rest);
    }

    /**
     * A copy of a text, NUL-terminated, that lasts until this scratch is closed.
     *
     * @param text the text, or null
     * @param charset how C reads it
     * @return the copy; {@link MemorySegment#NULL} for null
     * @throws IllegalArgumentException if the charset has no bytes for a character, or there is a U+0000 in the text,
     *         where C would see it end
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment string(@Nullable String text, Charset charset) {
        if (text == null) {
            return MemorySegment.NULL;
        }
        MemorySegment ended = MemorySegment.ofArray(CharsetText.encode(text, charset));
        return allocate(ended.byteSize(), Long.BYTES).copyFrom(ended);
    }

    /**
     * An array of texts in UTF-8 with a NULL at its end, that lasts until this scratch is closed.
     *
     * @param texts the texts, of which any may be null; or null
     * @return a {@code char **}, whose length {@link JavaArrays#texts} tells; {@link MemorySegment#NULL} for null
     * @throws IllegalArgumentException if there is a U+0000 in a text
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment strings(@Nullable List<? extends @Nullable String> texts) {
        return strings(texts, StandardCharsets.UTF_8);
    }

    /**
     * An array of texts with a NULL at its end, that lasts until this scratch is closed. The list is read once, so that
     * another thread may change it.
     *
     * @param texts the texts, of which any may be null; or null
     * @param charset how C reads them
     * @return a {@code char **}, whose length {@link JavaArrays#texts} tells; {@link MemorySegment#NULL} for null
     * @throws IllegalArgumentException if the charset has no bytes for a character, or there is a U+0000 in a text
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment strings(@Nullable List<? extends @Nullable String> texts, Charset charset) {
        if (texts == null) {
            return MemorySegment.NULL;
        }
        return array(texts.toArray(String[]::new), charset);
    }

    /**
     * As {@link #strings(List, Charset)}, of texts whose end C knows by the NULL.
     *
     * @param texts the texts, none of which may be null; or null
     * @param charset how C reads them
     * @return a {@code char **}; {@link MemorySegment#NULL} for null
     * @throws IllegalArgumentException if a text is null, the charset has no bytes for a character, or there is a U+0000
     *         in a text
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment endingStrings(@Nullable List<String> texts, Charset charset) {
        if (texts == null) {
            return MemorySegment.NULL;
        }
        String[] all = texts.toArray(String[]::new);
        int none = Arrays.asList(all).indexOf(null);
        if (none >= 0) {
            throw new IllegalArgumentException("element " + none + " of the list is null: C would see only the "
                    + none + " before it");
        }
        return array(all, charset);
    }

    private MemorySegment array(@Nullable String[] texts, Charset charset) {
        MemorySegment array = allocate(ValueLayout.ADDRESS, texts.length + 1L);
        for (int index = 0; index < texts.length; index++) {
            array.setAtIndex(ValueLayout.ADDRESS, index,
                    charset == StandardCharsets.UTF_8 ? string(texts[index]) : string(texts[index], charset));
        }
        array.setAtIndex(ValueLayout.ADDRESS, texts.length, MemorySegment.NULL);
        return array;
    }

    /**
     * Gives all memory of this scratch back.
     *
     * @throws IllegalStateException if this scratch is closed already, is not the innermost of its thread, belongs to
     *         another thread, or C still runs with its memory; nothing is changed then
     */
    @Override
    public void close() {
        stack.checkCanClose(level);
        Arena own = arena;
        if (own != null) {
            own.close();
            arena = null;
            large = List.of();
        }
        // Last, because another virtual thread may use this instance from here on.
        stack.pop(level, start);
    }

    /** Starts a new use of this instance. */
    Scratch openAt(long top) {
        start = top;
        oversized = 0;
        return this;
    }
}
