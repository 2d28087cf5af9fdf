package org.ffigen.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Whether what a pointer points to is still there, where the JVM itself does not ask: an address may be written anywhere. */
final class Liveness {
    private Liveness() {
    }

    /**
     * The memory, to be passed to C.
     *
     * @param memory null is a mistake, which some may make: a component of a record
     * @throws IllegalStateException if its arena is closed
     */
    static MemorySegment check(@Nullable MemorySegment memory) {
        if (memory == null) {
            throw new NullPointerException("null is no memory: pass MemorySegment.NULL for C's null pointer");
        }
        if (!memory.scope().isAlive()) {
            throw new IllegalStateException("the arena of the memory at 0x" + Long.toHexString(memory.address())
                    + " is closed");
        }
        return memory;
    }

    /** Whether nobody frees it: memory that C gave, or of {@link Arena#global()}. */
    static boolean mayBeOfC(MemorySegment memory) {
        return memory.isNative() && memory.scope().equals(Arena.global().scope());
    }
}
