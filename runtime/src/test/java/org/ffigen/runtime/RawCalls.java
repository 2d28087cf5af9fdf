package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Calls as code that is not a generated binding makes them. */
final class RawCalls {
    private RawCalls() {
    }

    static int visit(NativeLibrary library, int count, MemorySegment visitor) {
        return call(library, "point_visit", count, visitor);
    }

    static int visitOnThread(NativeLibrary library, int count, MemorySegment visitor) {
        return call(library, "point_visit_on_thread", count, visitor);
    }

    private static int call(NativeLibrary library, String symbol, int count, MemorySegment visitor) {
        MethodHandle handle = library.downcall(FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
        try {
            return (int) handle.invokeExact(library.function(symbol), count, visitor, MemorySegment.NULL);
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }
}
