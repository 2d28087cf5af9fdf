package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One block of native memory, handed out from the bottom up, and the scratches open on it. It is used by one thread at
 * a time: a platform thread's own, or a virtual thread's from {@link ScratchPool#borrow} to the last close.
 */
final class ScratchStack {
    static final int FIRST_BLOCK = 4 * 1024;
    static final int LARGEST_BLOCK = 64 * 1024;
    private static final int BLOCK_ALIGNMENT = 64;
    private static final ThreadLocal<ScratchStack> OF_PLATFORM_THREAD = ThreadLocal
            .withInitial(() -> new ScratchStack(null));

    /** Where to give the stack back to; null for a platform thread's own. */
    private final ScratchPool.@Nullable Stripe home;
    private MemorySegment block = newBlock(FIRST_BLOCK);
    private long base = block.address();
    private long capacity = FIRST_BLOCK;
    private long top;
    private long wanted;
    private Scratch[] scratches = {new Scratch(this, 0), new Scratch(this, 1)};
    private int depth;
    private @Nullable Thread owner;

    /** The next stack in the list of the stripe this one is in. */
    @Nullable
    ScratchStack next;

    ScratchStack(ScratchPool.@Nullable Stripe home) {
        this.home = home;
        this.owner = home == null ? Thread.currentThread() : null;
    }

    static ScratchStack ofPlatformThread() {
        return OF_PLATFORM_THREAD.get();
    }

    @Nullable
    Thread owner() {
        return owner;
    }

    void ownedBy(@Nullable Thread thread) {
        owner = thread;
    }

    Scratch push() {
        if (depth == scratches.length) {
            scratches = Arrays.copyOf(scratches, 2 * depth);
            for (int level = depth; level < scratches.length; level++) {
                scratches[level] = new Scratch(this, level);
            }
        }
        return scratches[depth++].openAt(top);
    }

    void checkCanClose(int level) {
        if (owner != Thread.currentThread()) {
            throw new IllegalStateException("the scratch is closed, or belongs to another thread");
        }
        checkInnermost(level);
    }

    void pop(int level, long start) {
        depth = level;
        top = start;
        if (level == 0) {
            released();
        }
    }

    void checkInnermost(int level) {
        if (depth != level + 1) {
            throw new IllegalStateException(
                    depth <= level ? "the scratch is closed" : "a scratch opened later is still open");
        }
    }

    /** Takes part of the block and gives its offset there, or -1 if what is left of the block is too small. */
    long reserve(long size, long alignment) {
        long start = ((base + top + alignment - 1) & -alignment) - base;
        if (start < 0 || start > capacity || size > capacity - start) {
            return -1;
        }
        top = start + size;
        return start;
    }

    MemorySegment block() {
        return block;
    }

    /** What is handed out from that address on, if that was after the top was at {@code start}; else nothing. */
    MemorySegment restOf(long start, long address) {
        long offset = address - base;
        return offset >= start && offset < top ? block.asSlice(offset, top - offset) : MemorySegment.NULL;
    }

    /** Records how much more than the block was needed, so that the next block is large enough. */
    void wanted(long beyondBlock) {
        wanted = Math.max(wanted, top + beyondBlock);
    }

    private void released() {
        if (wanted > capacity && capacity < LARGEST_BLOCK) {
            grow();
        }
        if (home != null) {
            home.giveBack(this);
        }
    }

    private void grow() {
        while (capacity < wanted && capacity < LARGEST_BLOCK) {
            capacity *= 2;
        }
        wanted = 0;
        block = newBlock(capacity);
        base = block.address();
    }

    /** The garbage collector frees a block when its thread is gone: no thread has to tell us that it ends. */
    private static MemorySegment newBlock(long size) {
        return Arena.ofAuto().allocate(size, BLOCK_ALIGNMENT);
    }
}
