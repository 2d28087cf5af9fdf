package org.ffigen.runtime;

import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * Where a call leaves the system's error code before anything else of the virtual machine can change it: {@code errno},
 * or on Windows what {@code GetLastError()} gives. Generated code calls it. Stateless: each call has memory of its own.
 */
public final class CallState {
    private static final StructLayout LAYOUT = Linker.Option.captureStateLayout();
    private static final String NAME = LAYOUT.memberLayouts()
            .stream()
            .anyMatch(member -> member.name().filter("GetLastError"::equals).isPresent()) ? "GetLastError" : "errno";
    private static final long OFFSET = LAYOUT.byteOffset(PathElement.groupElement(NAME));

    private CallState() {
    }

    /** What tells the linker to capture it. */
    static Linker.Option option() {
        return Linker.Option.captureCallState(NAME);
    }

    /** Whether the codes are those of {@code errno}. */
    static boolean isErrno() {
        return NAME.equals("errno");
    }

    /**
     * Memory for what a call leaves.
     *
     * @param scratch of the call
     * @return memory of that scratch
     */
    public static MemorySegment allocate(Scratch scratch) {
        return scratch.allocate(LAYOUT);
    }

    /** The error code that a call left there. */
    static int code(MemorySegment state) {
        return state.get(ValueLayout.JAVA_INT, OFFSET);
    }
}
