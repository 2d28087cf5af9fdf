package org.ffigen.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The dynamic loader's handle of a library that it has loaded already, counted as one more user of it until this is
 * closed. Nothing is loaded for it. For one thread.
 */
final class LoadedHandle implements AutoCloseable {
    /** Only if it is loaded already, and without binding anything at once. */
    private static final int RTLD_LAZY_NOLOAD = 1 | 4;
    private static final int RTLD_DI_LINKMAP = 2;
    /** Of {@code struct link_map}: after the load address and the name, where the dynamic section lies. */
    private static final long L_LD = 2 * ADDRESS.byteSize();

    private final NativeAccess access;
    private final MemorySegment handle;

    private LoadedHandle(NativeAccess access, MemorySegment handle) {
        this.access = access;
        this.handle = handle;
    }

    /** @param file as the loader is given it; null for all that the process has */
    static LoadedHandle of(NativeAccess access, @Nullable String file) {
        if (file == null) {
            return new LoadedHandle(access, MemorySegment.NULL);
        }
        try (Arena arena = Arena.ofConfined()) {
            return new LoadedHandle(access, (MemorySegment) access
                    .downcallHandle(FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT))
                    .invokeExact(symbol("dlopen"), arena.allocateFrom(file), RTLD_LAZY_NOLOAD));
        } catch (Throwable thrown) {
            throw Throwables.<RuntimeException>rethrow(thrown);
        }
    }

    /** The handle; NULL if the library is not loaded, or for all that the process has. */
    MemorySegment address() {
        return handle;
    }

    /** An address in the library's file as it is in memory; 0 if it is not loaded or the loader does not tell. */
    long addressWithin() {
        MemorySegment dlinfo = symbol("dlinfo");
        if (handle.address() == 0 || dlinfo.address() == 0) {
            return 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment map = arena.allocate(ADDRESS);
            int failed = (int) access.downcallHandle(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS))
                    .invokeExact(dlinfo, handle, RTLD_DI_LINKMAP, map);
            return failed != 0
                    ? 0
                    : access.reinterpret(map.get(ADDRESS, 0), L_LD + ADDRESS.byteSize()).get(ADDRESS, L_LD).address();
        } catch (Throwable thrown) {
            throw Throwables.<RuntimeException>rethrow(thrown);
        }
    }

    /** A function of the loader or of C; NULL if the platform has none of that name. */
    static MemorySegment symbol(String name) {
        return Linker.nativeLinker().defaultLookup().find(name).orElse(MemorySegment.NULL);
    }

    /** The library itself stays: this handle only counted. */
    @Override
    public void close() {
        if (handle.address() == 0) {
            return;
        }
        try {
            int failed = (int) access.downcallHandle(FunctionDescriptor.of(JAVA_INT, ADDRESS))
                    .invokeExact(symbol("dlclose"), handle);
            assert failed == 0;
        } catch (Throwable thrown) {
            throw Throwables.<RuntimeException>rethrow(thrown);
        }
    }
}
