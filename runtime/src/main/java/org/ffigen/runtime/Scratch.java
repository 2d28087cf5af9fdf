package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
    private final ScratchStack stack;
    private final int level;
    private long start;
    private long oversized;
    private @Nullable Arena arena;

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

    private MemorySegment allocateOversized(long byteSize, long byteAlignment) {
        Arena own = arena;
        if (own == null) {
            own = Arena.ofConfined();
            arena = own;
        }
        MemorySegment memory = own.allocate(byteSize, byteAlignment);
        if (byteSize <= ScratchStack.LARGEST_BLOCK) {
            oversized += byteSize + byteAlignment;
            stack.wanted(oversized);
        }
        return memory;
    }

    /**
     * A copy of a text in UTF-8, NUL-terminated, that lasts until this scratch is closed. C sees it end at the first
     * U+0000 inside.
     *
     * @param text the text, or null
     * @return the copy; {@link MemorySegment#NULL} for null
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment string(@Nullable String text) {
        return text == null ? MemorySegment.NULL : allocateFrom(text);
    }

    /**
     * A copy of memory of the Java heap that lasts until this scratch is closed.
     *
     * @param memory of an array, as {@link JavaArrays} gives it
     * @return the copy, aligned for any C type; the memory itself if it is native
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment copyOf(MemorySegment memory) {
        return memory.isNative() ? memory : allocate(memory.byteSize(), Long.BYTES).copyFrom(memory);
    }

    /**
     * A copy of a text, NUL-terminated, that lasts until this scratch is closed.
     *
     * @param text the text, or null
     * @param charset how C reads it
     * @return the copy; {@link MemorySegment#NULL} for null
     * @throws IllegalArgumentException if the charset has no bytes for a character
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment string(@Nullable String text, Charset charset) {
        return text == null ? MemorySegment.NULL : copyOf(MemorySegment.ofArray(CharsetText.encode(text, charset)));
    }

    /**
     * An array of texts in UTF-8 with a NULL at its end, that lasts until this scratch is closed.
     *
     * @param texts the texts, of which any may be null; or null
     * @return a {@code char **}; {@link MemorySegment#NULL} for null
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment strings(@Nullable List<? extends @Nullable String> texts) {
        return strings(texts, StandardCharsets.UTF_8);
    }

    /**
     * An array of texts with a NULL at its end, that lasts until this scratch is closed.
     *
     * @param texts the texts, of which any may be null; or null
     * @param charset how C reads them
     * @return a {@code char **}; {@link MemorySegment#NULL} for null
     * @throws IllegalArgumentException if the charset has no bytes for a character
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public MemorySegment strings(@Nullable List<? extends @Nullable String> texts, Charset charset) {
        if (texts == null) {
            return MemorySegment.NULL;
        }
        MemorySegment array = allocate(ValueLayout.ADDRESS, texts.size() + 1L);
        int index = 0;
        for (String text : texts) {
            array.setAtIndex(ValueLayout.ADDRESS, index++,
                    charset == StandardCharsets.UTF_8 ? string(text) : string(text, charset));
        }
        array.setAtIndex(ValueLayout.ADDRESS, index, MemorySegment.NULL);
        return array;
    }

    /**
     * Arguments behind a function's declared ones, as {@link VariadicCall} takes them, whose texts C reads in another
     * charset than UTF-8. The copies of texts last until this scratch is closed.
     *
     * @param arguments the arguments; not changed
     * @param charset how C reads texts
     * @return the arguments, with the copies' addresses in the place of texts
     * @throws IllegalArgumentException if the charset has no bytes for a character
     * @throws IllegalStateException if this scratch is closed or not the innermost of its thread
     */
    public Object[] further(Object[] arguments, Charset charset) {
        Object[] passed = arguments.clone();
        for (int i = 0; i < passed.length; i++) {
            if (passed[i] instanceof String text) {
                passed[i] = string(text, charset);
            }
        }
        return passed;
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
