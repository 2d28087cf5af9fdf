package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose the function pointers are that Java reads: those of a struct that a library gave which can be closed. The classes
 * of structs are the same for all libraries, so that the thread says it. Safe for any thread.
 */
final class FunctionGiver {
    /** How many threads read for a library. A plain read is enough: its own number a thread sees. */
    private static final AtomicInteger READING = new AtomicInteger();
    private static final ThreadLocal<@Nullable MemorySegment> MEMORY = new ThreadLocal<>();

    private FunctionGiver() {
    }

    /**
     * Reads something that a library gave.
     *
     * @param memory all there is, which is closed with the library
     */
    static <T> T reading(MemorySegment memory, Supplier<T> read) {
        MemorySegment outer = MEMORY.get();
        READING.incrementAndGet();
        MEMORY.set(memory);
        try {
            return read.get();
        } finally {
            if (outer == null) {
                MEMORY.remove();
            } else {
                MEMORY.set(outer);
            }
            READING.decrementAndGet();
        }
    }

    /** The address, of use as long as its library is open, if this thread reads for one. */
    static MemorySegment bound(MemorySegment address) {
        if (READING.getPlain() == 0 || address.address() == 0) {
            return address;
        }
        MemorySegment memory = MEMORY.get();
        return memory == null ? address : memory.asSlice(address.address(), 0);
    }
}
