package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;

/**
 * Finds one version of a symbol, written as the GNU tools do: {@code memcpy@GLIBC_2.2.5}, or {@code memcpy@@GLIBC_2.14}
 * for the default one. Only where the platform has {@code dlvsym}, elsewhere there is no such symbol. Stateless.
 */
final class VersionedSymbols {
    private VersionedSymbols() {
    }

    static MemorySegment find(NativeAccess access, LoadedLibrary library, String versioned) {
        int at = versioned.indexOf('@');
        String version = versioned.substring(versioned.startsWith("@@", at) ? at + 2 : at + 1);
        MemorySegment dlvsym = LoadedHandle.symbol("dlvsym");
        // The loader ends the process when it is asked for an empty version.
        if (dlvsym.address() == 0 || at == 0 || version.isEmpty()) {
            return MemorySegment.NULL;
        }
        try (LoadedHandle loaded = LoadedHandle.of(access, library.file()); Arena arena = Arena.ofConfined()) {
            return (MemorySegment) access.downcallHandle(FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS))
                    .invokeExact(dlvsym, loaded.address(), arena.allocateFrom(versioned.substring(0, at)),
                            arena.allocateFrom(version));
        } catch (Throwable thrown) {
            throw Throwables.<RuntimeException>rethrow(thrown);
        }
    }
}
