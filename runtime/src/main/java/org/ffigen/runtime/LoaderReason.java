package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Asks the dynamic loader why it refused a library, which {@link java.lang.foreign.SymbolLookup#libraryLookup} does not
 * tell. Stateless: safe for any thread.
 */
final class LoaderReason {
    private static final int RTLD_LAZY = 1;
    private static final int MAX_TEXT = 64 * 1024;

    private LoaderReason() {
    }

    /** Why this file or name, which was just refused, cannot be loaded; in the loader's own words if it has any. */
    static String of(NativeAccess access, String file) {
        try {
            return Platform.CURRENT.isWindows() ? ofSystemLoad(access, file) : ofDlerror(access, file);
        } catch (RuntimeException | LinkageError unavailable) {
            return "cannot be loaded";
        }
    }

    private static String ofSystemLoad(NativeAccess access, String file) {
        try {
            access.load(file);
            return "cannot be loaded";
        } catch (UnsatisfiedLinkError refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String ofDlerror(NativeAccess access, String file) {
        MethodHandle dlopen = access.downcallHandle(FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
        MethodHandle dlerror = access.downcallHandle(FunctionDescriptor.of(ADDRESS));
        MemorySegment dlopenAddress = LoadedHandle.symbol("dlopen");
        MemorySegment dlerrorAddress = LoadedHandle.symbol("dlerror");
        try (Arena arena = Arena.ofConfined()) {
            // Called once before, so that the virtual machine has nothing to load between the two calls that count.
            MemorySegment stale = (MemorySegment) dlerror.invokeExact(dlerrorAddress);
            MemorySegment handle = (MemorySegment) dlopen.invokeExact(dlopenAddress, arena.allocateFrom(file),
                    RTLD_LAZY);
            MemorySegment text = (MemorySegment) dlerror.invokeExact(dlerrorAddress);
            if (handle.address() != 0 || text.address() == 0) {
                return "cannot be loaded";
            }
            return access.reinterpret(text, MAX_TEXT).getString(0);
        } catch (Throwable thrown) {
            throw Throwables.<RuntimeException>rethrow(thrown);
        }
    }
}
