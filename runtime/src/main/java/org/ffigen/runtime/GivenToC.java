package org.ffigen.runtime;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What callbacks gave C last. The linker takes the address of a result and lets go of the memory, which may be collected
 * before C reads it. Of an argument it takes care, but nobody can say when C is done with a result: the last ones of
 * each thread are kept. Safe for any thread.
 */
final class GivenToC {
    /** Enough for the lists that C gathers by callbacks, and few enough for a loop that never ends. */
    static final int MOST = 256;
    private static final MemorySegment.Scope FOREVER = MemorySegment.NULL.scope();
    private static final ThreadLocal<Deque<Object>> LAST = ThreadLocal.withInitial(ArrayDeque::new);

    private GivenToC() {
    }

    /** @param result a pointer, memory, or what holds such */
    static void keep(@Nullable Object result) {
        if (result == null || scope(result) == FOREVER) {
            return;
        }
        Deque<Object> last = LAST.get();
        if (last.peekLast() != result) {
            if (last.size() == MOST) {
                last.removeFirst();
            }
            last.addLast(result);
        }
    }

    private static MemorySegment.@Nullable Scope scope(Object result) {
        return switch (result) {
            case MemorySegment memory -> memory.scope();
            case Pointer<?> pointer -> pointer.segment().scope();
            default -> null;
        };
    }
}
