package org.ffigen.runtime;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Functions of C's standard library, which every process has. Safe for any thread. */
final class StandardC {
    private static final MemorySegment FREE = Linker.nativeLinker().defaultLookup().find("free").orElseThrow();
    private static volatile @Nullable MethodHandle free;

    private StandardC() {
    }

    static void free(NativeAccess access, MemorySegment address) {
        MethodHandle handle = free;
        if (handle == null) {
            handle = access.downcallHandle(ScalarSignature.parse("V_A"));
            free = handle;
        }
        try {
            handle.invokeExact(FREE, address);
        } catch (Throwable thrown) {
            throw Throwables.<RuntimeException>rethrow(thrown);
        }
    }
}
