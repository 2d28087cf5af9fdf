package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Finds one version of a symbol, written as the GNU tools do: {@code memcpy@GLIBC_2.2.5}, or {@code memcpy@@GLIBC_2.14}
 * for the default one. Only where the platform has {@code dlvsym}, elsewhere there is no such symbol. Stateless.
 */
final class VersionedSymbols {
    /** Only if it is loaded already, and without binding anything at once. */
    private static final int RTLD_LAZY_NOLOAD = 1 | 4;

    private VersionedSymbols() {
    }

    static MemorySegment find(NativeAccess access, LoadedLibrary library, String versioned) {
        int at = versioned.indexOf('@');
        String version = versioned.substring(versioned.startsWith("@@", at) ? at + 2 : at + 1);
        MemorySegment dlvsym = symbol("dlvsym");
        // The loader ends the process when it is asked for an empty version.
        if (dlvsym.address() == 0 || at == 0 || version.isEmpty()) {
            return MemorySegment.NULL;
        }
        String file = library.file();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle find = access.downcallHandle(FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS));
            MethodHandle open = access.downcallHandle(FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
            MethodHandle close = access.downcallHandle(FunctionDescriptor.of(JAVA_INT, ADDRESS));
            MemorySegment handle = file == null
                    ? MemorySegment.NULL
                    : (MemorySegment) open.invokeExact(symbol("dlopen"), arena.allocateFrom(file), RTLD_LAZY_NOLOAD);
            MemorySegment address = (MemorySegment) find.invokeExact(dlvsym, handle,
                    arena.allocateFrom(versioned.substring(0, at)), arena.allocateFrom(version));
            if (handle.address() != 0) {
                // The library itself stays: this handle only counted.
                int closed = (int) close.invokeExact(symbol("dlclose"), handle);
                assert closed == 0;
            }
            return address;
        } catch (Throwable thrown) {
            throw Throwables.<RuntimeException>rethrow(thrown);
        }
    }

    private static MemorySegment symbol(String name) {
        return Linker.nativeLinker().defaultLookup().find(name).orElse(MemorySegment.NULL);
    }
}
