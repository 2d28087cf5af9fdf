package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;

/** Whether what a pointer points to is still there, where the JVM itself does not ask: an address may be written anywhere. */
final class Liveness {
    private Liveness() {
    }

    /**
     * The memory, to be passed to C.
     *
     * @throws IllegalStateException if its arena is closed
     */
    static MemorySegment check(MemorySegment memory) {
        if (!memory.scope().isAlive()) {
            throw new IllegalStateException("the arena of the memory at 0x" + Long.toHexString(memory.address())
                    + " is closed");
        }
        return memory;
    }
}
