package org.ffigen.clang;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** This process's environment as C code sees it; Java's own view of it never changes. */
final class ProcessEnvironment {

    private ProcessEnvironment() {
    }

    /** Sets a variable, unless this process was started with that value of it. */
    @SuppressWarnings("restricted")
    static void set(String name, String value) {
        if (value.equals(System.getenv(name))) {
            return;
        }
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        MemorySegment function = Linker.nativeLinker().defaultLookup().findOrThrow(windows ? "_putenv_s" : "setenv");
        MethodHandle setenv = Linker.nativeLinker()
                .downcallHandle(function, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int _ = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }
}
